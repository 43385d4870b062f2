#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* ncurses sends its buffer whenever it is full, and a whole screen leaves it in several writes: each
   wakes the terminal, which may show half a frame. So it writes to a descriptor of its own, a copy of
   stdout, which is turned to a file in memory while a large frame is drawn. */
static int target = -1;
static int memory = -1;
static char *buffer;
static size_t room;
static int gathering, always, waiting, holding;

/* Mode 2026: a terminal that knows it shows nothing of what stands between the two before all is there. */
static const char hold[] = "\033[?2026h", show[] = "\033[?2026l";
enum { mark = sizeof hold - 1 };

int dt_gather_open(void) {
  if (target < 0) target = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (memory < 0) memory = memfd_create("frame", MFD_CLOEXEC);
  /* ncurses would try again and again while the terminal takes nothing. */
  always = (fcntl(STDOUT_FILENO, F_GETFL) & O_NONBLOCK) != 0;
  return target;
}

void dt_gather_hold(int on) { holding = on; }

void dt_gather_begin(int small) {
  gathering = target >= 0 && memory >= 0 && (always || waiting || holding || !small);
  if (gathering) dup3(memory, target, O_CLOEXEC);
}

void dt_gather_drop(void) {
  if (gathering) lseek(memory, 0, SEEK_SET);
}

void dt_gather_pause(void) {
  if (!gathering) return;
  gathering = 0;
  waiting = 1;
  dup3(STDOUT_FILENO, target, O_CLOEXEC);
}

static void send_all(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t sent = write(STDOUT_FILENO, bytes, count);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0 && errno == EAGAIN) {
      struct pollfd ready = {.fd = STDOUT_FILENO, .events = POLLOUT};
      if (poll(&ready, 1, -1) < 0 && errno != EINTR) return;
      continue;
    }
    if (sent <= 0) return;
    bytes += sent;
    count -= (size_t)sent;
  }
}

void dt_gather_end(void) {
  if (!gathering) return;
  gathering = waiting = 0;
  dup3(STDOUT_FILENO, target, O_CLOEXEC);
  off_t count = lseek(memory, 0, SEEK_CUR);
  if (count <= 0) return;
  if ((size_t)count + 2 * mark > room) {
    char *larger = realloc(buffer, (size_t)count + 4096);
    if (!larger) {
      lseek(memory, 0, SEEK_SET);
      return;
    }
    buffer = larger;
    room = (size_t)count + 4096;
  }
  ssize_t got = pread(memory, buffer + mark, (size_t)count, 0);
  lseek(memory, 0, SEEK_SET);
  if (got <= 0) return;
  if (holding) {
    memcpy(buffer, hold, mark);
    memcpy(buffer + mark + got, show, mark);
    send_all(buffer, (size_t)got + 2 * mark);
  } else {
    send_all(buffer + mark, (size_t)got);
  }
}
