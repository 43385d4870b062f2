#define _GNU_SOURCE
#include "CTerminal.h"
#include "foreground.h"
#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

extern char **environ;

int dt_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK); }

/* What the user's variables say of characters, as libc reads them; NULL when they say nothing. */
static const char *locale_name(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return value;
  }
  return NULL;
}

int dt_set_locale(void) {
  /* Only characters matter here, and the other categories cost a file each. */
  const char *given = locale_name();
  int known = setlocale(LC_CTYPE, "") != NULL;
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
  int there = setlocale(LC_CTYPE, "C.UTF-8") != NULL;
  /* A fresh machine names no locale, or one of another machine that was never generated here. */
  int wanted = !given || (!known && (strcasestr(given, "UTF-8") || strcasestr(given, "UTF8")));
  return there && wanted;
}

int dt_wcwidth(uint32_t character) { return wcwidth((wchar_t)character); }

int dt_window_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

char **dt_environ(void) { return environ; }

void dt_give_back(void) { malloc_trim(0); }

/* Everything below is also used by handlers: plain memory, and calls that are safe in them. */
static struct termios saved_modes;
static int saved_descriptor = -1;
static char leave_sequence[512];
static size_t leave_count;
static volatile sig_atomic_t armed;
static int real_stderr = -1, kept_stderr = -1;
static volatile sig_atomic_t capturing;

/* A Ctrl-S that was meant for us and came while a terminal still had the modes of a shell has stopped its
   output; new modes that wait for what is written would wait for ever. */
static void let_flow(int descriptor) {
  sigset_t block, old;
  sigemptyset(&block);
  sigaddset(&block, SIGTTOU);
  sigprocmask(SIG_BLOCK, &block, &old);
  /* On Linux TCOON alone undoes no more than a TCOOFF. */
  tcflow(descriptor, TCOOFF);
  tcflow(descriptor, TCOON);
  sigprocmask(SIG_SETMASK, &old, NULL);
}

void dt_save_modes(int descriptor) {
  if (tcgetattr(descriptor, &saved_modes) != 0) return;
  saved_descriptor = descriptor;
  guard_saved(&saved_modes);
  let_flow(descriptor);
}

void dt_set_leave_sequence(const char *bytes, size_t count) {
  leave_count = count < sizeof leave_sequence ? count : sizeof leave_sequence;
  memcpy(leave_sequence, bytes, leave_count);
  guard_leave(leave_sequence, leave_count);
}

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t n = write(descriptor, bytes, count);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;
    bytes += n;
    count -= (size_t)n;
  }
}

/* While the screen is ours, stderr goes to memory: a message of the Swift runtime would otherwise
   be painted over the screen and vanish with it. */
static void keep_stderr(void) {
  if (capturing || !isatty(STDERR_FILENO)) return;
  if (kept_stderr < 0) kept_stderr = memfd_create("stderr", MFD_CLOEXEC);
  if (real_stderr >= 0) close(real_stderr);
  real_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
  if (kept_stderr >= 0 && real_stderr >= 0 && dup2(kept_stderr, STDERR_FILENO) >= 0) capturing = 1;
}

static void release_stderr(void) {
  if (!capturing) return;
  capturing = 0;
  dup2(real_stderr, STDERR_FILENO);
  char bytes[512];
  off_t offset = 0;
  ssize_t n;
  while ((n = pread(kept_stderr, bytes, sizeof bytes, offset)) > 0) {
    write_all(real_stderr, bytes, (size_t)n);
    offset += n;
  }
  if (offset > 0 && ftruncate(kept_stderr, 0) == 0) lseek(kept_stderr, 0, SEEK_SET);
}

void dt_arm(int on) {
  armed = on;
  guard_arm(on);
  if (on) keep_stderr();
  else release_stderr();
}

static void restore_now(void) {
  if (!armed || saved_descriptor < 0) return;
  armed = 0;
  write_all(STDOUT_FILENO, leave_sequence, leave_count);
  tcsetattr(saved_descriptor, TCSANOW, &saved_modes);
  guard_arm(0);
  release_stderr();
}

static int notify_descriptor = -1;
static volatile sig_atomic_t ending;
static time_t asked;

static void on_note(int number) {
  int error = errno;
  if (number == SIGTERM || number == SIGHUP || number == SIGINT) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    /* A window that is closed sends several at once: only who insists is obeyed before all is kept. */
    if (ending && now.tv_sec - asked >= 2) {
      restore_now();
      signal(number, SIG_DFL);
      raise(number);
    }
    if (!ending) asked = now.tv_sec;
    ending = 1;
  }
  unsigned char byte = (unsigned char)number;
  ssize_t n = write(notify_descriptor, &byte, 1);
  (void)n;
  errno = error;
}

static const char *crash_name(int number) {
  switch (number) {
    case SIGSEGV: return "SIGSEGV";
    case SIGBUS: return "SIGBUS";
    case SIGILL: return "SIGILL";
    case SIGTRAP: return "SIGTRAP";
    case SIGFPE: return "SIGFPE";
    case SIGABRT: return "SIGABRT";
    case SIGQUIT: return "SIGQUIT";
    default: return "SIGSYS";
  }
}

static volatile sig_atomic_t keeping;

void dt_say_kept(int what) { keeping = what; }

/* Whether the handlers of a screen are there. */
static volatile sig_atomic_t installed;

static const char *kept_words(void) {
  if (!installed) return "). Everything saved is safe.\n";
  switch (keeping) {
    case DT_UNSAVED: return "). Everything saved is safe; what you typed last wasn't saved.\n";
    case DT_SAMPLE: return "). It was showing sample data, which isn't kept.\n";
    default:
      return "). Everything saved is safe, and so is what you typed up to the last second.\n";
  }
}

static void say(int descriptor, int number) {
  const char *parts[] = {
      number == SIGQUIT ? "debrief: it was told to quit right away ("
                        : "debrief: it stopped because of a bug (",
      crash_name(number),
      kept_words(),
      installed ? "debrief: run debrief again; R goes back to what you were typing.\n"
                : "debrief: `debrief undo --list` shows whether your last change was made.\n",
      "debrief: `debrief doctor` checks your notes.\n"};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    write_all(descriptor, parts[i], strlen(parts[i]));
}

/* SA_RESETHAND has put the default action back, and SA_NODEFER lets the signal through: the program
   ends here, with the status of the signal. What the Swift runtime says is in front of our words; an
   optimized program says nothing. */
static void on_crash(int number) {
  int had_screen = armed;
  restore_now();
  say(STDERR_FILENO, number);
  /* Where stderr goes to a file, whoever sits at the terminal is told, too. */
  if (had_screen && saved_descriptor >= 0 && !isatty(STDERR_FILENO)) say(STDOUT_FILENO, number);
  raise(number);
}

static const int notes[] = {SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGWINCH, SIGCONT};
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGQUIT, SIGSYS};
enum { note_count = sizeof notes / sizeof *notes, crash_count = sizeof crashes / sizeof *crashes };
static struct sigaction before[note_count + crash_count];
static char crash_stack[65536];

static void crash_action(struct sigaction *action) {
  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, NULL);
  memset(action, 0, sizeof *action);
  sigemptyset(&action->sa_mask);
  action->sa_handler = on_crash;
  action->sa_flags = SA_RESETHAND | SA_ONSTACK | SA_NODEFER;
}

void dt_say_crashes(void) {
  struct sigaction action, present;
  crash_action(&action);
  for (int i = 0; i < crash_count; i++) {
    /* Who quits a command with Ctrl-\ knows it; and what the Swift runtime tells a developer stays. */
    if (crashes[i] == SIGQUIT || sigaction(crashes[i], NULL, &present) != 0) continue;
    if (present.sa_handler == SIG_DFL) sigaction(crashes[i], &action, NULL);
  }
}

int dt_install(int notify) {
  notify_descriptor = notify;
  ending = 0;
  static int once;
  if (!once) atexit(restore_now);
  once = 1;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = on_note;
  action.sa_flags = SA_RESTART;
  int failed = 0;
  for (int i = 0; i < note_count; i++) {
    failed |= sigaction(notes[i], &action, &before[i]);
    /* nohup asked for this. */
    if (notes[i] == SIGHUP && before[i].sa_handler == SIG_IGN) sigaction(SIGHUP, &before[i], NULL);
  }
  crash_action(&action);
  for (int i = 0; i < crash_count; i++)
    failed |= sigaction(crashes[i], &action, &before[note_count + i]);
  installed = 1;
  return failed;
}

void dt_note_taken(void) { ending = 0; }

void dt_uninstall(void) {
  if (!installed) return;
  installed = 0;
  for (int i = 0; i < note_count; i++) sigaction(notes[i], &before[i], NULL);
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &before[note_count + i], NULL);
}

void dt_stop_group(void) {
  struct sigaction stop, ours;
  memset(&stop, 0, sizeof stop);
  sigemptyset(&stop.sa_mask);
  stop.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &stop, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

void terminal_take_back(const int flags[3]) {
  for (int i = 0; i < 3; i++)
    if (flags[i] >= 0) fcntl(i, F_SETFL, flags[i]);
  if (saved_descriptor < 0) return;
  sigset_t block, old;
  sigemptyset(&block);
  sigaddset(&block, SIGTTOU);
  pid_t front = tcgetpgrp(saved_descriptor);
  sigprocmask(SIG_BLOCK, &block, &old);
  /* Only from a group that is gone: a shell that has put us into the background keeps its terminal. */
  if (front > 0 && front != getpgrp() && kill(-front, 0) != 0 && errno == ESRCH)
    tcsetpgrp(saved_descriptor, getpgrp());
  sigprocmask(SIG_SETMASK, &old, NULL);
  while (tcsetattr(saved_descriptor, TCSANOW, &saved_modes) != 0 && errno == EINTR) {}
  let_flow(saved_descriptor);
}
