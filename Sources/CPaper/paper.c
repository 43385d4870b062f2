#define _GNU_SOURCE
#include "CPaper.h"

#include <CLibrary.h>

#include <langinfo.h>
#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* What is used of cairo, pango and glib, as their headers declare it (cairo 1.16, pango 1.50): a build needs
   none of them, and the include paths of five libraries need not be found. */
typedef struct cairo cairo_t;
typedef struct cairo_surface cairo_surface_t;
typedef struct PangoContext PangoContext;
typedef struct PangoLayout PangoLayout;
typedef struct PangoLayoutIter PangoLayoutIter;
typedef struct PangoLayoutLine PangoLayoutLine;
typedef struct PangoFontDescription PangoFontDescription;
typedef struct PangoAttrList PangoAttrList;
typedef struct PangoAttribute PangoAttribute;
typedef int cairo_take_t(void *closure, const unsigned char *data, unsigned int length);

enum { CAIRO_STATUS_SUCCESS = 0, CAIRO_STATUS_NO_MEMORY = 1 };
enum { METADATA_TITLE = 0, METADATA_CREATOR = 4, METADATA_CREATE_DATE = 5, METADATA_MOD_DATE = 6 };
enum { PANGO_SCALE = 1024, WEIGHT_NORMAL = 400, WEIGHT_BOLD = 700, STYLE_NORMAL = 0, STYLE_ITALIC = 2 };
enum { WRAP_WORD_CHAR = 2 };

/* The functions that are used, in one table. pangocairo brings the other libraries along. */
#define FUNCTIONS(X) \
  X(cairo_surface_t *, cairo_pdf_surface_create_for_stream, (cairo_take_t *, void *, double, double)) \
  X(void, cairo_pdf_surface_set_metadata, (cairo_surface_t *, int, const char *)) \
  X(cairo_t *, cairo_create, (cairo_surface_t *)) \
  X(void, cairo_destroy, (cairo_t *)) \
  X(void, cairo_surface_finish, (cairo_surface_t *)) \
  X(int, cairo_surface_status, (cairo_surface_t *)) \
  X(void, cairo_surface_destroy, (cairo_surface_t *)) \
  X(void, cairo_show_page, (cairo_t *)) \
  X(void, cairo_set_source_rgb, (cairo_t *, double, double, double)) \
  X(void, cairo_set_line_width, (cairo_t *, double)) \
  X(void, cairo_rectangle, (cairo_t *, double, double, double, double)) \
  X(void, cairo_arc, (cairo_t *, double, double, double, double, double)) \
  X(void, cairo_new_path, (cairo_t *)) \
  X(void, cairo_fill, (cairo_t *)) \
  X(void, cairo_stroke, (cairo_t *)) \
  X(void, cairo_move_to, (cairo_t *, double, double)) \
  X(void, cairo_tag_begin, (cairo_t *, const char *, const char *)) \
  X(void, cairo_tag_end, (cairo_t *, const char *)) \
  X(PangoLayout *, pango_cairo_create_layout, (cairo_t *)) \
  X(PangoContext *, pango_layout_get_context, (PangoLayout *)) \
  X(void, pango_context_set_round_glyph_positions, (PangoContext *, int)) \
  X(void, pango_cairo_show_layout, (cairo_t *, PangoLayout *)) \
  X(void, pango_layout_set_text, (PangoLayout *, const char *, int)) \
  X(void, pango_layout_set_width, (PangoLayout *, int)) \
  X(void, pango_layout_set_wrap, (PangoLayout *, int)) \
  X(void, pango_layout_set_line_spacing, (PangoLayout *, float)) \
  X(void, pango_layout_set_font_description, (PangoLayout *, const PangoFontDescription *)) \
  X(void, pango_layout_set_attributes, (PangoLayout *, PangoAttrList *)) \
  X(void, pango_layout_get_size, (PangoLayout *, int *, int *)) \
  X(int, pango_layout_get_unknown_glyphs_count, (PangoLayout *)) \
  X(PangoLayoutIter *, pango_layout_get_iter, (PangoLayout *)) \
  X(PangoLayoutLine *, pango_layout_iter_get_line_readonly, (PangoLayoutIter *)) \
  X(void, pango_layout_iter_get_line_yrange, (PangoLayoutIter *, int *, int *)) \
  X(int, pango_layout_iter_next_line, (PangoLayoutIter *)) \
  X(void, pango_layout_iter_free, (PangoLayoutIter *)) \
  X(int, pango_layout_line_get_start_index, (PangoLayoutLine *)) \
  X(int, pango_layout_line_get_length, (PangoLayoutLine *)) \
  X(PangoFontDescription *, pango_font_description_new, (void)) \
  X(void, pango_font_description_free, (PangoFontDescription *)) \
  X(void, pango_font_description_set_family, (PangoFontDescription *, const char *)) \
  X(void, pango_font_description_set_absolute_size, (PangoFontDescription *, double)) \
  X(void, pango_font_description_set_weight, (PangoFontDescription *, int)) \
  X(void, pango_font_description_set_style, (PangoFontDescription *, int)) \
  X(PangoAttrList *, pango_attr_list_new, (void)) \
  X(void, pango_attr_list_insert, (PangoAttrList *, PangoAttribute *)) \
  X(void, pango_attr_list_unref, (PangoAttrList *)) \
  X(PangoAttribute *, pango_attr_insert_hyphens_new, (int)) \
  X(PangoAttribute *, pango_attr_font_features_new, (const char *)) \
  X(void, g_object_unref, (void *))

CLIB_TABLE(paper);

static clib library = {.file = "libpangocairo-1.0.so.0", .names = names, .functions = &paper};

const char *dpap_open(void) { return clib_open(&library); }

int dpap_prefers_letter(void) {
  locale_t locale = newlocale(LC_PAPER_MASK, "", (locale_t)0);
  if (locale) {
    /* The number itself is what stands where another item has the address of its text. */
    int height = (int)(intptr_t)nl_langinfo_l(_NL_PAPER_HEIGHT, locale);
    freelocale(locale);
    return height == 279;
  }
  /* A locale that is not installed still names its country. */
  const char *names[] = {getenv("LC_ALL"), getenv("LC_PAPER"), getenv("LANG")};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (!names[i] || !*names[i]) continue;
    const char *country = strchr(names[i], '_');
    if (!country) return 0;
    static const char *const letter[] = {
      "US", "CA", "MX", "PH", "PR", "CO", "CL", "VE", "CR", "GT", "PA", "SV", "NI", "DO"};
    for (size_t k = 0; k < sizeof letter / sizeof *letter; k++)
      if (!strncmp(country + 1, letter[k], 2)) return 1;
    return 0;
  }
  return 0;
}

struct dpap_document {
  cairo_surface_t *surface;
  cairo_t *cairo;
  PangoLayout *layout;
  unsigned char *bytes;
  size_t count, room;
  size_t unknown;
};

static int take(void *closure, const unsigned char *data, unsigned int length) {
  dpap_document *document = closure;
  if (document->room - document->count < length) {
    size_t room = (document->count + length) * 2;
    unsigned char *bytes = realloc(document->bytes, room);
    if (!bytes) return CAIRO_STATUS_NO_MEMORY;
    document->bytes = bytes;
    document->room = room;
  }
  memcpy(document->bytes + document->count, data, length);
  document->count += length;
  return CAIRO_STATUS_SUCCESS;
}

dpap_document *dpap_begin(
  double width, double height, const char *title, const char *made) {
  if (!library.is_open) return NULL;
  dpap_document *document = calloc(1, sizeof *document);
  if (!document) return NULL;
  document->surface = paper.cairo_pdf_surface_create_for_stream(take, document, width, height);
  document->cairo = paper.cairo_create(document->surface);
  document->layout = paper.pango_cairo_create_layout(document->cairo);
  /* Letters stand where their font puts them, not on whole points: a gap between two would be taken for
     one between words. */
  paper.pango_context_set_round_glyph_positions(
    paper.pango_layout_get_context(document->layout), 0);
  cairo_surface_t *pdf = document->surface;
  paper.cairo_pdf_surface_set_metadata(pdf, METADATA_TITLE, title);
  paper.cairo_pdf_surface_set_metadata(pdf, METADATA_CREATOR, "debrief");
  paper.cairo_pdf_surface_set_metadata(pdf, METADATA_CREATE_DATE, made);
  paper.cairo_pdf_surface_set_metadata(pdf, METADATA_MOD_DATE, made);
  paper.cairo_tag_begin(document->cairo, "Document", "");
  return document;
}

static void set(dpap_document *document, const char *text, double width, dpap_style style) {
  PangoLayout *layout = document->layout;
  PangoFontDescription *font = paper.pango_font_description_new();
  paper.pango_font_description_set_family(font, "Sans");
  paper.pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
  paper.pango_font_description_set_weight(
    font, style.bold ? WEIGHT_BOLD : WEIGHT_NORMAL);
  paper.pango_font_description_set_style(
    font, style.italic ? STYLE_ITALIC : STYLE_NORMAL);
  paper.pango_layout_set_font_description(layout, font);
  paper.pango_font_description_free(font);
  /* Whoever searches for a word finds it: no hyphen stands in it, and no two letters are one. */
  PangoAttrList *attributes = paper.pango_attr_list_new();
  paper.pango_attr_list_insert(attributes, paper.pango_attr_insert_hyphens_new(0));
  paper.pango_attr_list_insert(attributes, paper.pango_attr_font_features_new("liga=0, clig=0"));
  paper.pango_layout_set_attributes(layout, attributes);
  paper.pango_attr_list_unref(attributes);
  paper.pango_layout_set_wrap(layout, WRAP_WORD_CHAR);
  /* Fonts for the screen leave more room between lines than paper has. */
  paper.pango_layout_set_line_spacing(layout, 0.88f);
  paper.pango_layout_set_width(layout, width < 0 ? -1 : (int)floor(width * PANGO_SCALE));
  paper.pango_layout_set_text(layout, text, -1);
}

double dpap_height(dpap_document *document, const char *text, double width, dpap_style style) {
  int height = 0;
  set(document, text, width, style);
  paper.pango_layout_get_size(document->layout, NULL, &height);
  return (double)height / PANGO_SCALE;
}

double dpap_width(dpap_document *document, const char *text, dpap_style style) {
  int width = 0;
  set(document, text, -1, style);
  paper.pango_layout_get_size(document->layout, &width, NULL);
  return (double)width / PANGO_SCALE;
}

size_t dpap_fits(
  dpap_document *document, const char *text, double width, double height, dpap_style style) {
  set(document, text, width, style);
  PangoLayoutIter *iter = paper.pango_layout_get_iter(document->layout);
  size_t end = 0;
  do {
    int top = 0, bottom = 0;
    paper.pango_layout_iter_get_line_yrange(iter, &top, &bottom);
    PangoLayoutLine *line = paper.pango_layout_iter_get_line_readonly(iter);
    if (end > 0 && bottom > height * PANGO_SCALE) break;
    end = (size_t)paper.pango_layout_line_get_start_index(line)
      + (size_t)paper.pango_layout_line_get_length(line);
    /* The line feed that ends a paragraph is part of no line. */
    if (text[end] == '\n') end++;
  } while (paper.pango_layout_iter_next_line(iter));
  paper.pango_layout_iter_free(iter);
  return end;
}

static void color(dpap_document *document, unsigned rgb) {
  paper.cairo_set_source_rgb(
    document->cairo, (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
}

void dpap_text(
  dpap_document *document, const char *text, double x, double y, double width, dpap_style style) {
  set(document, text, width, style);
  color(document, style.color);
  paper.cairo_move_to(document->cairo, x, y);
  paper.pango_cairo_show_layout(document->cairo, document->layout);
  document->unknown += (size_t)paper.pango_layout_get_unknown_glyphs_count(document->layout);
  paper.cairo_new_path(document->cairo);
}

size_t dpap_unknown(dpap_document *document) { return document->unknown; }

int dpap_is_unknown(dpap_document *document, const char *text, dpap_style style) {
  set(document, text, -1, style);
  return paper.pango_layout_get_unknown_glyphs_count(document->layout) > 0;
}

void dpap_box(
  dpap_document *document, double x, double y, double width, double height, unsigned rgb) {
  color(document, rgb);
  paper.cairo_rectangle(document->cairo, x, y, width, height);
  paper.cairo_fill(document->cairo);
}

void dpap_circle(
  dpap_document *document, double x, double y, double radius, unsigned rgb, int filled) {
  color(document, rgb);
  paper.cairo_new_path(document->cairo);
  paper.cairo_arc(document->cairo, x, y, radius, 0, 2 * M_PI);
  if (filled) {
    paper.cairo_fill(document->cairo);
  } else {
    paper.cairo_set_line_width(document->cairo, 1);
    paper.cairo_stroke(document->cairo);
  }
}

void dpap_tag(dpap_document *document, const char *name) {
  paper.cairo_tag_begin(document->cairo, name, "");
}

void dpap_untag(dpap_document *document, const char *name) {
  paper.cairo_tag_end(document->cairo, name);
}

void dpap_next_page(dpap_document *document) { paper.cairo_show_page(document->cairo); }

const unsigned char *dpap_finish(dpap_document *document, size_t *count) {
  paper.cairo_tag_end(document->cairo, "Document");
  paper.cairo_show_page(document->cairo);
  paper.g_object_unref(document->layout);
  document->layout = NULL;
  paper.cairo_destroy(document->cairo);
  document->cairo = NULL;
  paper.cairo_surface_finish(document->surface);
  if (paper.cairo_surface_status(document->surface) != CAIRO_STATUS_SUCCESS) return NULL;
  *count = document->count;
  return document->bytes;
}

void dpap_free(dpap_document *document) {
  if (!document) return;
  if (document->layout) paper.g_object_unref(document->layout);
  if (document->cairo) paper.cairo_destroy(document->cairo);
  paper.cairo_surface_destroy(document->surface);
  free(document->bytes);
  free(document);
}
