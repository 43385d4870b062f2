#ifndef DEBRIEF_GUARD_H
#define DEBRIEF_GUARD_H

/* What the guard process knows of the terminal; nothing is done while there is none. Also for handlers. */

#include <stddef.h>
#include <termios.h>

void guard_arm(int on);
void guard_saved(const struct termios *modes);
void guard_leave(const char *bytes, size_t count);

#endif
