#define _GNU_SOURCE
#include "CTerminal.h"
#include "foreground.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/* What the process is to the system: its arguments, its memory, and how it is asked to end. */

static int argument_count;
static char **arguments_given;

/* glibc gives what is run before main the same as main. */
__attribute__((constructor)) static void keep_arguments(int count, char **arguments) {
  argument_count = count;
  arguments_given = arguments;
}

int dt_argument_count(void) { return argument_count; }

const char *dt_argument(int number) {
  return number >= 0 && number < argument_count ? arguments_given[number] : NULL;
}

/* The limit that programs of the user's get again. */
static struct rlimit core_limit;
static int has_core_limit;

void dt_no_core_dumps(void) {
  /* Neither a core file nor another program of the user's may look into this memory. A program that is
     started has a flag of its own. */
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  if (getrlimit(RLIMIT_CORE, &core_limit) != 0) return;
  has_core_limit = 1;
  struct rlimit none = {0, core_limit.rlim_max};
  setrlimit(RLIMIT_CORE, &none);
}

/* Before a program is started, and behind it. */
void dt_hand_on_core_limit(int on) {
  if (!has_core_limit) return;
  struct rlimit none = {0, core_limit.rlim_max};
  setrlimit(RLIMIT_CORE, on ? &core_limit : &none);
}

static volatile sig_atomic_t asked_to_end;

static void on_end(int number) {
  /* Who insists is obeyed; what is half written is taken back by whoever opens the file next. */
  if (asked_to_end) {
    signal(number, SIG_DFL);
    raise(number);
  }
  asked_to_end = number;
}

void dt_watch_end(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = on_end;
  action.sa_flags = SA_RESTART | SA_NODEFER;
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  /* Whoever started us may have held them back. */
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  sigaddset(&ends, SIGHUP);
  sigprocmask(SIG_UNBLOCK, &ends, NULL);
  struct sigaction hangup;
  /* nohup asked for this. */
  if (sigaction(SIGHUP, NULL, &hangup) == 0 && hangup.sa_handler != SIG_IGN)
    sigaction(SIGHUP, &action, NULL);
}

int dt_asked_to_end(void) { return asked_to_end; }

int dt_memory_file(const char *bytes, size_t count) {
  int file = memfd_create("debrief", MFD_CLOEXEC);
  if (file < 0) return -1;
  for (size_t done = 0; done < count;) {
    ssize_t written = write(file, bytes + done, count - done);
    if (written <= 0) {
      close(file);
      return -1;
    }
    done += (size_t)written;
  }
  lseek(file, 0, SEEK_SET);
  return file;
}

void dt_begin_sync(int descriptor) {
  /* Only a hint: whoever needs the bytes there waits for them all the same. */
  sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
}

int dt_wait_readable(int descriptor, int milliseconds) {
  sigset_t before;
  hold_ends(&before);
  int ready = -1;
  if (!asked_to_end) {
    struct pollfd wait = {descriptor, POLLIN, 0};
    struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    ready = ppoll(&wait, 1, milliseconds < 0 ? NULL : &time, &before);
  }
  sigprocmask(SIG_SETMASK, &before, NULL);
  return ready;
}
