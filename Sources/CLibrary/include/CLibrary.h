#ifndef DEBRIEF_CLIBRARY_H
#define DEBRIEF_CLIBRARY_H

/* A library of the system that is opened when it is first needed, and never linked: the program starts
   without it, and runs where it isn't installed. */
typedef struct {
  /* The file, such as libical.so.3. */
  const char *file;
  /* The names of the functions that are used; NULL ends them. */
  const char *const *names;
  /* A structure of as many pointers to functions, in that order. */
  void *functions;
  /* What is done once it is open; NULL for nothing. */
  void (*begin)(void);
  /* Whether it is open, and its functions can be called. */
  int is_open;
  /* What it lacks. */
  char fault[96];
} clib;

/* From a list of X(result, name, arguments) that is called FUNCTIONS: the table of pointers, and the names that
   fill it, in the same order. */
#define CLIB_POINTER(result, name, arguments) result(*name) arguments;
#define CLIB_NAME(result, name, arguments) #name,
#define CLIB_TABLE(table) \
  static struct { \
    FUNCTIONS(CLIB_POINTER) \
  } table; \
  static const char *const names[] = {FUNCTIONS(CLIB_NAME) NULL}; \
  _Static_assert(sizeof table == sizeof names - sizeof *names, "a name for each function")

/* Opens it. Returns NULL, or why that can't be done, as a sentence goes on. Safe in any thread, and cheap
   once it is open. */
const char *clib_open(clib *it);

#endif
