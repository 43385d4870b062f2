#ifndef DEBRIEF_CMAIL_H
#define DEBRIEF_CMAIL_H

/* Mail through GMime 3. It is opened when the first mail is read and not linked, and nothing of it is
   needed to build: no other command has a use for it and for what comes with it. */

#include <stddef.h>
#include <stdint.h>

/* A message: the mail itself, or one that is attached to it. Texts are what GMime makes of the header
   fields, decoded; NULL where there is none. */
typedef struct {
  /* The message it is attached to, by its place in the list; -1 for the mail itself. */
  int parent;
  char *from_name;
  char *from_address;
  char *to;
  char *subject;
  char *id;
  /* Fields as they stand in the mail; the date only where it isn't one that a mail may have. */
  char *raw_from;
  char *raw_subject;
  char *raw_date;
  /* Seconds since 1970, and minutes east of Greenwich: when it was written, or else when it arrived. */
  int has_date;
  int64_t date;
  int offset;
} dmail_message;

/* A part that is no container. */
typedef struct {
  /* The message it belongs to, by its place in the list. */
  int message;
  /* Which set of alternatives it is one of, from 1 on; 0 for none. */
  int alternative;
  /* Whether it is to be kept as a file and not to be shown. */
  int is_attachment;
  /* Whether its lines are only wrapped (RFC 3676): 1 where a blank at the end of one goes on in the next, 2
     where that blank is no part of the text. */
  int flow;
  /* `text/plain`, in lower case. */
  char *type;
  /* The name of the file; NULL where there is none. */
  char *name;
  /* The text of a text, of a calendar, or of what has neither a type nor a name; not always UTF-8. NULL for
     anything else. */
  char *text;
  size_t length;
} dmail_part;

typedef struct {
  dmail_message *messages;
  size_t message_count;
  dmail_part *parts;
  size_t part_count;
  /* Whether parts lie deeper, or are more, than are looked at: those are left out. */
  int is_cut;
} dmail;

/* Parts may lie so deep, and there may be so many of them. */
#define DMAIL_DEPTH 128
#define DMAIL_PARTS 1000

/* Opens GMime. NULL when it can be used; else why not, until the next call. */
const char *dmail_open(void);

/* Reads a mail, to be given back by dmail_free; NULL where it is none, or there is no memory. */
dmail *dmail_read(const char *bytes, size_t length);

/* Gives back what dmail_read gave. */
void dmail_free(dmail *mail);

#endif
