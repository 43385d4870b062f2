#define _GNU_SOURCE
#include "CTerminal.h"
#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

/* A process that is killed cannot put its terminal back, so another one does: forked while this one has read
   nothing of the user's yet, with no file open but the terminal. It sleeps in a read of a pipe that nobody
   writes to, until the end of the program closes the other end. Both see this page. */
struct state {
  /* Whether the screen is ours. */
  volatile sig_atomic_t armed;
  /* The modes to go back to, and those of the program: where others are set, somebody else has the
     terminal already. */
  struct termios saved, own;
  char leave[512];
  size_t count;
};

static struct state *state;
static int alive = -1;

void guard_arm(int on) {
  if (state) state->armed = on;
}

void guard_saved(const struct termios *modes) {
  if (state) state->saved = *modes;
}

void guard_leave(const char *bytes, size_t count) {
  if (!state) return;
  state->count = count < sizeof state->leave ? count : sizeof state->leave;
  memcpy(state->leave, bytes, state->count);
}

void dt_own_modes(int descriptor) {
  if (state) tcgetattr(descriptor, &state->own);
}

static void put_back(int terminal) {
  size_t done = 0;
  while (done < state->count) {
    ssize_t sent = write(terminal, state->leave + done, state->count - done);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) break;
    done += (size_t)sent;
  }
  struct termios now;
  if (tcgetattr(terminal, &now) != 0) return;
  if (now.c_lflag == state->own.c_lflag && now.c_iflag == state->own.c_iflag)
    tcsetattr(terminal, TCSANOW, &state->saved);
}

static _Noreturn void watch(int end) {
  /* What the keyboard or a closing window sends to the program is not for it; and it may write to a
     terminal that is another's by then. */
  static const int ignored[] = {SIGINT, SIGTERM, SIGQUIT, SIGHUP, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE};
  for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++) signal(ignored[i], SIG_IGN);
  setpgid(0, 0);
  prctl(PR_SET_NAME, "debrief-guard", 0, 0, 0);
  if (chdir("/") != 0) _exit(0);
  /* The terminal is 0, the pipe is 1, and nothing else is open. */
  if (dup2(STDOUT_FILENO, STDIN_FILENO) < 0 || dup2(end, STDOUT_FILENO) < 0) _exit(0);
  if (close_range(2, ~0U, 0) != 0) _exit(0);
  char byte;
  ssize_t count;
  do count = read(STDOUT_FILENO, &byte, 1);
  while (count < 0 && errno == EINTR);
  if (count == 0 && state->armed) put_back(STDIN_FILENO);
  _exit(0);
}

int dt_guard(void) {
  if (state) return 0;
  int ends[2];
  void *page = mmap(NULL, sizeof *state, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED) return -1;
  if (pipe2(ends, O_CLOEXEC) != 0) {
    munmap(page, sizeof *state);
    return -1;
  }
  state = page;
  pid_t child = fork();
  if (child == 0) {
    close(ends[1]);
    watch(ends[0]);
  }
  close(ends[0]);
  if (child < 0) {
    close(ends[1]);
    munmap(page, sizeof *state);
    state = NULL;
    return -1;
  }
  alive = ends[1];
  return 0;
}
