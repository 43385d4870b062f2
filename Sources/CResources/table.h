/* The table that generate.sh writes, sorted by the bytes of the names. */
#ifndef DEBRIEF_CRESOURCES_TABLE_H
#define DEBRIEF_CRESOURCES_TABLE_H

#include "CResources.h"

extern const cres_entry cres_table[];
extern const size_t cres_table_count;

#endif
