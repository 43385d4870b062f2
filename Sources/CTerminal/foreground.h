#ifndef DEBRIEF_FOREGROUND_H
#define DEBRIEF_FOREGROUND_H

#include <signal.h>

/* Takes the terminal back that a program had: its modes, its foreground, and the flags (of 0, 1 and 2) that all
   who have it open share. A program that was killed has put back none of them. */
void terminal_take_back(const int flags[3]);

/* Holds back the signals that ask us to end: between the look at whether one came and the wait for something
   else none may slip through. What was held before is to be put back, and is what the wait takes. */
void hold_ends(sigset_t *before);

#endif
