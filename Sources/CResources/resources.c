/* Written by generate.sh: edit Resources/ instead. */
#include "table.h"

static const unsigned char r0[] = {
#embed "../../Resources/checklists/rejected-after-interview.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r1[] = {
#embed "../../Resources/questions.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r2[] = {
#embed "../../Resources/reasons.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r3[] = {
#embed "../../Resources/sample.json" suffix(, 0) if_empty(0)
};

const cres_entry cres_table[] = {
  {"checklists/rejected-after-interview.yaml", r0, sizeof r0 - 1},
  {"questions.yaml", r1, sizeof r1 - 1},
  {"reasons.yaml", r2, sizeof r2 - 1},
  {"sample.json", r3, sizeof r3 - 1},
};

const size_t cres_table_count = 4;
