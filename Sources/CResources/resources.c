/* Written by generate.sh: edit Resources/ instead. */
#include "table.h"

static const unsigned char r0[] = {
#embed "../../Resources/ADVICE.md" suffix(, 0) if_empty(0)
};

static const unsigned char r1[] = {
#embed "../../Resources/README.md" suffix(, 0) if_empty(0)
};

static const unsigned char r2[] = {
#embed "../../Resources/advice.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r3[] = {
#embed "../../Resources/checklists/accepted-elsewhere.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r4[] = {
#embed "../../Resources/checklists/ghosted.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r5[] = {
#embed "../../Resources/checklists/rejected-after-interview.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r6[] = {
#embed "../../Resources/checklists/rejected-without-interview.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r7[] = {
#embed "../../Resources/checklists/withdrew.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r8[] = {
#embed "../../Resources/help.md" suffix(, 0) if_empty(0)
};

static const unsigned char r9[] = {
#embed "../../Resources/letters/lint.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r10[] = {
#embed "../../Resources/questions.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r11[] = {
#embed "../../Resources/reasons.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r12[] = {
#embed "../../Resources/sample.json" suffix(, 0) if_empty(0)
};

const cres_entry cres_table[] = {
  {"ADVICE.md", r0, sizeof r0 - 1},
  {"README.md", r1, sizeof r1 - 1},
  {"advice.yaml", r2, sizeof r2 - 1},
  {"checklists/accepted-elsewhere.yaml", r3, sizeof r3 - 1},
  {"checklists/ghosted.yaml", r4, sizeof r4 - 1},
  {"checklists/rejected-after-interview.yaml", r5, sizeof r5 - 1},
  {"checklists/rejected-without-interview.yaml", r6, sizeof r6 - 1},
  {"checklists/withdrew.yaml", r7, sizeof r7 - 1},
  {"help.md", r8, sizeof r8 - 1},
  {"letters/lint.yaml", r9, sizeof r9 - 1},
  {"questions.yaml", r10, sizeof r10 - 1},
  {"reasons.yaml", r11, sizeof r11 - 1},
  {"sample.json", r12, sizeof r12 - 1},
};

const size_t cres_table_count = 13;
