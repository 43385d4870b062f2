#ifndef DEBRIEF_FOREGROUND_H
#define DEBRIEF_FOREGROUND_H

/* Takes the terminal back that a program had: its modes, its foreground, and the flags (of 0, 1 and 2) that all
   who have it open share. A program that was killed has put back none of them. */
void terminal_take_back(const int flags[3]);

#endif
