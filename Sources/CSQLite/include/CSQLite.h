#ifndef DEBRIEF_CSQLITE_H
#define DEBRIEF_CSQLITE_H

/* What SQLite offers by functions of any number of arguments, which Swift cannot call. */

/* Puts a connection on its guard: its schema cannot be edited as a table, the tables behind a search index
   cannot be written past it, functions with effects are not run by a schema, and no code is loaded.
   0 takes the first two back, for a statement of our own. 0 if all could be set. */
int ds_guard(void *connection, int on);

/* From now on notes, for each thread, what the system said when a write, a cut or a sync of SQLite's failed: to
   SQLite a full disk, a quota and a broken disk are nearly one, and what it keeps of them is lost when it takes
   the transaction back. Before the first connection of a program; again, it does nothing. */
void ds_watch(void);

/* Forgets what was noted on this thread. */
void ds_forget(void);

/* The last such fault on this thread, as errno has it; 0 where there was none. */
int ds_noted(void);

/* The number of the system call's fault behind the last error of a connection; 0 where there was none. */
int ds_system_error(void *connection);

#endif
