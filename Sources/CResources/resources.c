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
#embed "../../Resources/config.toml" suffix(, 0) if_empty(0)
};

static const unsigned char r9[] = {
#embed "../../Resources/help.md" suffix(, 0) if_empty(0)
};

static const unsigned char r10[] = {
#embed "../../Resources/imports.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r11[] = {
#embed "../../Resources/letters/access-request.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r12[] = {
#embed "../../Resources/letters/ask-feedback.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r13[] = {
#embed "../../Resources/letters/call-card.md" suffix(, 0) if_empty(0)
};

static const unsigned char r14[] = {
#embed "../../Resources/letters/desk.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r15[] = {
#embed "../../Resources/letters/evidence.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r16[] = {
#embed "../../Resources/letters/hedges.txt" suffix(, 0) if_empty(0)
};

static const unsigned char r17[] = {
#embed "../../Resources/letters/influence.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r18[] = {
#embed "../../Resources/letters/lint.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r19[] = {
#embed "../../Resources/letters/nicknames.txt" suffix(, 0) if_empty(0)
};

static const unsigned char r20[] = {
#embed "../../Resources/letters/ordinary.txt" suffix(, 0) if_empty(0)
};

static const unsigned char r21[] = {
#embed "../../Resources/letters/status-check.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r22[] = {
#embed "../../Resources/letters/stay-in-touch.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r23[] = {
#embed "../../Resources/letters/thank-anyway.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r24[] = {
#embed "../../Resources/letters/thank-hr.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r25[] = {
#embed "../../Resources/letters/thank-manager.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r26[] = {
#embed "../../Resources/letters/thank-you.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r27[] = {
#embed "../../Resources/letters/tone-words.txt" suffix(, 0) if_empty(0)
};

static const unsigned char r28[] = {
#embed "../../Resources/letters/withdraw.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r29[] = {
#embed "../../Resources/mail-words.txt" suffix(, 0) if_empty(0)
};

static const unsigned char r30[] = {
#embed "../../Resources/postings.txt" suffix(, 0) if_empty(0)
};

static const unsigned char r31[] = {
#embed "../../Resources/questions.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r32[] = {
#embed "../../Resources/reasons.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r33[] = {
#embed "../../Resources/refusal-words.txt" suffix(, 0) if_empty(0)
};

static const unsigned char r34[] = {
#embed "../../Resources/refusals.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char r35[] = {
#embed "../../Resources/sample.json" suffix(, 0) if_empty(0)
};

static const unsigned char r36[] = {
#embed "../../Resources/sources.md" suffix(, 0) if_empty(0)
};

static const unsigned char r37[] = {
#embed "../../Resources/themes/auto.toml" suffix(, 0) if_empty(0)
};

static const unsigned char r38[] = {
#embed "../../Resources/themes/colorblind.toml" suffix(, 0) if_empty(0)
};

static const unsigned char r39[] = {
#embed "../../Resources/themes/dark.toml" suffix(, 0) if_empty(0)
};

static const unsigned char r40[] = {
#embed "../../Resources/themes/high-contrast.toml" suffix(, 0) if_empty(0)
};

static const unsigned char r41[] = {
#embed "../../Resources/themes/light.toml" suffix(, 0) if_empty(0)
};

static const unsigned char r42[] = {
#embed "../../Resources/themes/mono.toml" suffix(, 0) if_empty(0)
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
  {"config.toml", r8, sizeof r8 - 1},
  {"help.md", r9, sizeof r9 - 1},
  {"imports.yaml", r10, sizeof r10 - 1},
  {"letters/access-request.yaml", r11, sizeof r11 - 1},
  {"letters/ask-feedback.yaml", r12, sizeof r12 - 1},
  {"letters/call-card.md", r13, sizeof r13 - 1},
  {"letters/desk.yaml", r14, sizeof r14 - 1},
  {"letters/evidence.yaml", r15, sizeof r15 - 1},
  {"letters/hedges.txt", r16, sizeof r16 - 1},
  {"letters/influence.yaml", r17, sizeof r17 - 1},
  {"letters/lint.yaml", r18, sizeof r18 - 1},
  {"letters/nicknames.txt", r19, sizeof r19 - 1},
  {"letters/ordinary.txt", r20, sizeof r20 - 1},
  {"letters/status-check.yaml", r21, sizeof r21 - 1},
  {"letters/stay-in-touch.yaml", r22, sizeof r22 - 1},
  {"letters/thank-anyway.yaml", r23, sizeof r23 - 1},
  {"letters/thank-hr.yaml", r24, sizeof r24 - 1},
  {"letters/thank-manager.yaml", r25, sizeof r25 - 1},
  {"letters/thank-you.yaml", r26, sizeof r26 - 1},
  {"letters/tone-words.txt", r27, sizeof r27 - 1},
  {"letters/withdraw.yaml", r28, sizeof r28 - 1},
  {"mail-words.txt", r29, sizeof r29 - 1},
  {"postings.txt", r30, sizeof r30 - 1},
  {"questions.yaml", r31, sizeof r31 - 1},
  {"reasons.yaml", r32, sizeof r32 - 1},
  {"refusal-words.txt", r33, sizeof r33 - 1},
  {"refusals.yaml", r34, sizeof r34 - 1},
  {"sample.json", r35, sizeof r35 - 1},
  {"sources.md", r36, sizeof r36 - 1},
  {"themes/auto.toml", r37, sizeof r37 - 1},
  {"themes/colorblind.toml", r38, sizeof r38 - 1},
  {"themes/dark.toml", r39, sizeof r39 - 1},
  {"themes/high-contrast.toml", r40, sizeof r40 - 1},
  {"themes/light.toml", r41, sizeof r41 - 1},
  {"themes/mono.toml", r42, sizeof r42 - 1},
};

const size_t cres_table_count = 43;
