#ifndef DEBRIEF_CTERMINAL_H
#define DEBRIEF_CTERMINAL_H

/* What has to be C: handlers for signals and crashes, in which no Swift code may run, and calls that
   the Swift overlay of glibc leaves out. */

#include <stddef.h>
#include <stdint.h>

/* A pipe, closed on exec, neither end of which blocks. 0 if it was made. */
int dt_pipe(int ends[2]);

/* Uses the user's locale, or C.UTF-8 where none is named, or one of UTF-8 that is not on this machine.
   1 if its text is UTF-8; else 0, and characters are UTF-8 all the same. */
int dt_set_locale(void);

/* The columns of a character in the current locale, -1 if libc does not know it. */
int dt_wcwidth(uint32_t character);

/* The size of the terminal on a descriptor. 0 if it has one. */
int dt_window_size(int descriptor, int *columns, int *rows);

/* The arguments, the program's name first. Swift reads its own from /proc, which need not be there. */
int dt_argument_count(void);
const char *dt_argument(int number);

/* The environment, for starting programs. */
char **dt_environ(void);

/* Lets a crash leave no core file, which would hold the user's notes, and keeps other programs from reading
   this one's memory. Programs that dt_run starts have the user's own limit again. */
void dt_no_core_dumps(void);

/* Asks for the memory of the first frames in one go. For a program with a screen, behind dt_guard: a child
   that is forked later would make the kernel take the large page apart. Once. */
void dt_roomy_heap(void);

/* 1 before a program of the user's is started otherwise, 0 behind it. */
void dt_hand_on_core_limit(int on);

/* A file in memory that holds these bytes, from its beginning; below 0, with errno, when there is none. */
int dt_memory_file(const char *bytes, size_t count);

/* Has the system begin to put what a file holds on the disk, without waiting for it. */
void dt_begin_sync(int descriptor);

/* Gives memory that is free back to the system, that of threads that have ended above all. */
void dt_give_back(void);

/* Starts a process that puts the terminal on stdout back if this one is killed before it could: from
   dt_save_modes, dt_set_leave_sequence and dt_arm it learns how. To be called once, while there is one thread, no
   file is open and nothing was read. It never wakes until this process ends. 0 if it was started. */
int dt_guard(void);
/* The terminal has the modes of this program now: while it has them, they are the guard's to put back. */
void dt_own_modes(int descriptor);

/* Remembers the modes of the terminal as they are now: those to go back to. Output that somebody stopped
   (Ctrl-S) goes on. */
void dt_save_modes(int descriptor);

/* What to write to put the terminal back; copied, at most 512 bytes. */
void dt_set_leave_sequence(const char *bytes, size_t count);

/* Installs handlers. TERM, HUP, INT, TSTP, WINCH and CONT write their number to `notify`; another
   TERM, HUP or INT, two seconds later and before dt_note_taken, ends the program at once. Crashes put the terminal back, say
   what to do, and end the program with their signal. 0 if all were installed. */
int dt_install(int notify);

/* Crashes of a program without a screen, too, say what to do before they end it. To be called before
   dt_install, which does more. */
void dt_say_crashes(void);

/* What is said after a crash of what was typed: it is kept, but for the last second; it could not be
   kept; there was nothing to keep. */
enum { DT_KEPT, DT_UNSAVED, DT_SAMPLE };
void dt_say_kept(int what);

/* The program has heard of TERM, HUP or INT. */
void dt_note_taken(void);

/* From now on TERM, HUP and INT do not end the program, but are told by dt_asked_to_end: the number of the
   first that came, 0 before. */
void dt_watch_end(void);
int dt_asked_to_end(void);
/* Waits until a descriptor can be read: 1 when it can, 0 after so many milliseconds, -1 when one of those
   signals came, also just before. For ever where the time is below 0. */
int dt_wait_readable(int descriptor, int milliseconds);

/* Puts back the handlers that were there before dt_install. */
void dt_uninstall(void);

/* 1: the screen is ours: a crash puts it back, and what is written to stderr is kept until then.
   0: it is not; what was kept goes to stderr. */
void dt_arm(int on);

/* Stops the process group, as Ctrl-Z does; returns when it is continued. */
void dt_stop_group(void);

/* Runs a program in the foreground and waits for it; then the terminal has the modes of
   dt_save_modes again, whatever the program left. TERM, HUP, or INT that another process sends meanwhile goes on
   to the program, and comes back to this one once that has ended; a second one, two seconds later, kills it.
   Its exit status; 128 and its signal if it was killed; 127 if it could not be started. */
int dt_run(char *const *arguments);

/* The descriptor for a library that draws: a copy of stdout. -1 when there is none. */
int dt_gather_open(void);
/* Keeps what is written there, until the end sends all of it to stdout in one write. What is small
   leaves ncurses in one write anyhow: it is not kept, unless something waits before it. */
void dt_gather_begin(int small);
void dt_gather_end(void);
/* 1: a frame is kept, however small, and sent between the marks of mode 2026, which the terminal knows. */
void dt_gather_hold(int on);
/* The parts of 256 colors by their numbers, -1 for one that is sent as its number: `38;5;N` becomes `38;2;R;G;B`
   in all that is kept, and everything is. NULL: none of them. */
void dt_gather_parts(const int32_t *parts);
/* Forgets what was kept. */
void dt_gather_drop(void);
/* Goes on later: what was kept is sent with what follows. */
void dt_gather_pause(void);

#endif
