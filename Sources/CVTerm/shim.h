#ifndef DEBRIEF_CVTERM_SHIM_H
#define DEBRIEF_CVTERM_SHIM_H

/* libvterm, a terminal without a window: the tests look at what the program made of its screen. */

#include <vterm.h>

/* A colour is a union that Swift does not import: its number in the palette, -1 for the default. */
static inline int vt_color_index(const VTermColor *color) {
  if (VTERM_COLOR_IS_DEFAULT_FG(color) || VTERM_COLOR_IS_DEFAULT_BG(color)) return -1;
  return VTERM_COLOR_IS_INDEXED(color) ? color->indexed.idx : -1;
}

#endif
