/* The files of Resources/, compiled in: found by name, or one after the other. */
#ifndef DEBRIEF_CRESOURCES_H
#define DEBRIEF_CRESOURCES_H

#include <stddef.h>

typedef struct cres_entry {
  const char *name; /* path below Resources/, such as checklists/ghosted.yaml */
  const unsigned char *bytes; /* count bytes, followed by a zero that is not counted */
  size_t count;
} cres_entry;

/* How many files there are. */
size_t cres_count(void);

/* The file of that number, in the order of names; NULL past the last. */
const cres_entry *cres_at(size_t index);

/* The file of that name, or NULL. */
const cres_entry *cres_find(const char *name);

#endif
