#ifndef DEBRIEF_CPAPER_H
#define DEBRIEF_CPAPER_H

/* PDF through pangocairo. It is opened when the first PDF is written and not linked: with it come glib,
   fontconfig and the fonts' own machinery, which no other command has a use for. All lengths are points. */

#include <stddef.h>

typedef struct dpap_document dpap_document;

/* How a text is set. */
typedef struct {
  double size;
  int bold;
  int italic;
  /* 0xRRGGBB */
  unsigned color;
} dpap_style;

/* Opens pangocairo. NULL when it can be used; else why not, until the next call. */
const char *dpap_open(void);

/* Whether the user's locale prints on Letter: LC_PAPER, or the variables that stand for it. */
int dpap_prefers_letter(void);

/* A document of pages of one size. Its title and when it was made (ISO 8601) are its metadata. NULL when
   there is no memory or no pangocairo. */
dpap_document *dpap_begin(
  double width, double height, const char *title, const char *made);

/* The height of a text in lines of a width. */
double dpap_height(dpap_document *document, const char *text, double width, dpap_style style);
/* The width of a text in one line. */
double dpap_width(dpap_document *document, const char *text, dpap_style style);

/* How many bytes of a text fill a height in lines of a width: whole lines, at least one. */
size_t dpap_fits(
  dpap_document *document, const char *text, double width, double height, dpap_style style);

/* Sets a text from a corner on. */
void dpap_text(
  dpap_document *document, const char *text, double x, double y, double width, dpap_style style);
/* How many letters of the texts so far had no font: they are boxes. */
size_t dpap_unknown(dpap_document *document);
/* Whether a text has a letter without a font; it isn't set anywhere. */
int dpap_is_unknown(dpap_document *document, const char *text, dpap_style style);
/* A filled box, and the outline of a circle or a filled one. */
void dpap_box(
  dpap_document *document, double x, double y, double width, double height, unsigned color);
void dpap_circle(
  dpap_document *document, double x, double y, double radius, unsigned color, int filled);

/* Begins and ends a part of the document's structure, such as H1, P, L, LI, Table. */
void dpap_tag(dpap_document *document, const char *name);
void dpap_untag(dpap_document *document, const char *name);

/* Goes on on the next page. */
void dpap_next_page(dpap_document *document);

/* Ends the document and shows its bytes, which are there until dpap_free; NULL when it failed. */
const unsigned char *dpap_finish(dpap_document *document, size_t *count);
void dpap_free(dpap_document *document);

#endif
