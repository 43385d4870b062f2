#define _GNU_SOURCE
#include "foreground.h"
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

/* A program of the user's has the terminal: their editor, or their pager. It is in our process group, so that
   a shell stops and continues both of us. */

/* Who asked us to end meanwhile, first, and how often it was asked. */
static volatile sig_atomic_t asked_for, asked_times;

static void on_asked(int number, siginfo_t *info, void *context) {
  (void)context;
  /* The keyboard's INT goes to both of us, and is for the child alone: to an editor it means something else. */
  if (number == SIGINT && info->si_code == SI_KERNEL) return;
  if (!asked_for) asked_for = number;
  asked_times++;
}

/* Sends a signal to a process and to all that it has started, as far as they are in our process group: of a
   script around an editor both are to end. What has made itself independent has a group of its own. */
static void tell(pid_t pid, int number, int depth) {
  char path[64], bytes[512];
  snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)pid, (int)pid);
  int file = depth > 0 ? open(path, O_RDONLY | O_CLOEXEC) : -1;
  ssize_t count = file < 0 ? 0 : read(file, bytes, sizeof bytes - 1);
  if (file >= 0) close(file);
  /* The one that started them comes first: it might start another. Who is stopped hears nothing. */
  if (getpgid(pid) == getpgrp()) {
    kill(pid, number);
    kill(pid, SIGCONT);
  }
  if (count <= 0) return;
  bytes[count] = 0;
  char *rest = bytes, *end;
  for (long child; (child = strtol(rest, &end, 10)) > 0 && end != rest; rest = end)
    tell((pid_t)child, number, depth - 1);
}

static long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static const int ends[] = {SIGINT, SIGTERM, SIGHUP};
enum { end_count = sizeof ends / sizeof *ends };

void hold_ends(sigset_t *before) {
  sigset_t held;
  sigemptyset(&held);
  for (int i = 0; i < end_count; i++) sigaddset(&held, ends[i]);
  sigprocmask(SIG_BLOCK, &held, before);
}

/* So long a child has to end on its own: whoever ends a whole group has told it, too, and told twice, editors
   leave without keeping what they have. */
enum { grace = 200, insists = 2000, depth = 8 };

/* Waits until a child has ended, and leaves it to be reaped: its number is nobody else's before. When we are
   asked to end, so is the child; who asks again two seconds later is obeyed whatever it may be doing. */
static void wait_for(pid_t child) {
  int life = (int)syscall(SYS_pidfd_open, child, 0);
  sigset_t before;
  hold_ends(&before);
  int heard = 0, is_told = 0;
  long since = 0;
  while (1) {
    siginfo_t state = {0};
    if (waitid(P_PID, (id_t)child, &state, WEXITED | WNOHANG | WNOWAIT) != 0 && errno != EINTR) break;
    if (state.si_pid == child) break;
    long now = milliseconds();
    if (asked_times > heard) {
      if (heard == 0) since = now;
      else if (now - since >= insists) tell(child, SIGKILL, depth);
      heard = asked_times;
    }
    long wait = -1;
    if (heard > 0 && !is_told) {
      wait = since + grace - now;
      if (wait <= 0) {
        tell(child, asked_for == SIGHUP ? SIGHUP : SIGTERM, depth);
        is_told = 1;
        wait = -1;
      }
    }
    /* Where the system has no such descriptors, it is asked now and again. */
    if (life < 0 && (wait < 0 || wait > 50)) wait = 50;
    struct pollfd ready = {.fd = life, .events = POLLIN};
    struct timespec time = {wait / 1000, wait % 1000 * 1000000};
    ppoll(&ready, life >= 0, wait < 0 ? NULL : &time, &before);
  }
  sigprocmask(SIG_SETMASK, &before, NULL);
  if (life >= 0) close(life);
}

/* All that may be handled or ignored here is as usual there. */
static const int usual[] = {SIGTERM, SIGHUP, SIGINT,  SIGTSTP, SIGWINCH, SIGCONT, SIGSEGV, SIGBUS,
                            SIGILL,  SIGTRAP, SIGFPE, SIGABRT, SIGQUIT,  SIGSYS,  SIGPIPE, SIGXFSZ};
enum { usual_count = sizeof usual / sizeof *usual };

int dt_run(char *const *arguments) {
  int flags[3];
  for (int i = 0; i < 3; i++) flags[i] = fcntl(i, F_GETFL);
  /* The keyboard's QUIT is for the child; its TSTP stops both of us. */
  struct sigaction ignore, stop, end, old_quit, old_stop, old_ends[end_count];
  memset(&ignore, 0, sizeof ignore);
  sigemptyset(&ignore.sa_mask);
  ignore.sa_handler = SIG_IGN;
  stop = end = ignore;
  stop.sa_handler = SIG_DFL;
  end.sa_sigaction = on_asked;
  end.sa_flags = SA_SIGINFO | SA_RESTART;
  asked_for = asked_times = 0;
  sigaction(SIGQUIT, &ignore, &old_quit);
  sigaction(SIGTSTP, &stop, &old_stop);
  for (int i = 0; i < end_count; i++) {
    sigaction(ends[i], &end, &old_ends[i]);
    /* nohup asked for this. */
    if (old_ends[i].sa_handler == SIG_IGN) sigaction(ends[i], &old_ends[i], NULL);
  }

  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t defaults, none;
  sigemptyset(&none);
  sigemptyset(&defaults);
  for (int i = 0; i < usual_count; i++) sigaddset(&defaults, usual[i]);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);

  pid_t child;
  int status = 0, result = 127;
  dt_hand_on_core_limit(1);
  int failed = posix_spawnp(&child, arguments[0], NULL, &attributes, arguments, environ);
  dt_hand_on_core_limit(0);
  if (failed == 0) {
    wait_for(child);
    pid_t waited;
    do waited = waitpid(child, &status, 0);
    while (waited < 0 && errno == EINTR);
    if (waited == child)
      result = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }
  posix_spawnattr_destroy(&attributes);
  terminal_take_back(flags);
  for (int i = 0; i < end_count; i++) sigaction(ends[i], &old_ends[i], NULL);
  sigaction(SIGQUIT, &old_quit, NULL);
  sigaction(SIGTSTP, &old_stop, NULL);
  /* Now it is done as it is elsewhere: a command ends here, and a screen keeps what it has before. */
  if (asked_for) raise(asked_for);
  return result;
}
