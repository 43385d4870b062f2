#ifndef DEBRIEF_CENCHANT_H
#define DEBRIEF_CENCHANT_H

/* libenchant-2, opened when it is first needed and never linked: a start does not pay for it, and a
   machine without it loses nothing but the spelling. */

#include <stddef.h>

/* An open dictionary. */
typedef struct cen_dictionary cen_dictionary;

/* 1 when the library is there. The first call opens it. */
int cen_available(void);

/* 1 when there is a dictionary of exactly this name, such as `en_US`. */
int cen_exists(const char *tag);

/* Opens the dictionary of a name; NULL when there is none. It is kept until the program ends. The
   user's word lists are neither made nor written. */
cen_dictionary *cen_open(const char *tag);

/* What provides a dictionary: `hunspell`. At most `size` bytes, with a zero at the end. */
void cen_provider(cen_dictionary *dictionary, char *name, size_t size);

/* 1 when a word is known, 0 when not, -1 when it cannot be said. */
int cen_knows(cen_dictionary *dictionary, const char *word, size_t length);

/* Calls `each` with what could be meant by a word, best first, at most `limit` times. */
void cen_suggest(
    cen_dictionary *dictionary, const char *word, size_t length, size_t limit,
    void (*each)(const char *suggestion, void *context), void *context);

#endif
