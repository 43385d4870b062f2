#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
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

static int32_t parts[256];
static int spelling;

void dt_gather_parts(const int32_t *by_number) {
  spelling = by_number != NULL;
  if (by_number) memcpy(parts, by_number, sizeof parts);
}

/* Copies a frame, with parts in place of the numbers of colors. What is copied may lie behind in the same
   buffer: a sequence grows from 9 bytes or more to 19 at the most, and is read before it is written. */
static size_t spell(char *to, const char *from, size_t count) {
  const char *end = from + count;
  char *start = to;
  while (from < end) {
    const char *next = from + 7;
    if (end - from >= 9 && from[0] == 033 && from[1] == '[' && (from[2] == '3' || from[2] == '4') &&
        !memcmp(from + 3, "8;5;", 4)) {
      unsigned number = 0;
      while (next < end && *next >= '0' && *next <= '9' && number < 256)
        number = number * 10 + (unsigned)(*next++ - '0');
      if (next < end && *next == 'm' && number < 256 && parts[number] >= 0) {
        char text[24];
        unsigned it = (unsigned)parts[number];
        int size = snprintf(text, sizeof text, "\033[%c8;2;%u;%u;%um", from[2], it >> 16 & 255,
                            it >> 8 & 255, it & 255);
        memcpy(to, text, (size_t)size);
        to += size;
        from = next + 1;
        continue;
      }
    }
    *to++ = *from++;
  }
  return (size_t)(to - start);
}

void dt_gather_begin(int small) {
  gathering = target >= 0 && memory >= 0 && (always || waiting || holding || spelling || !small);
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
  /* Read behind the space that it may take once it is spelled out. */
  size_t ahead = spelling ? 2 * (size_t)count : 0;
  size_t needed = ahead + (size_t)count + 2 * mark;
  if (needed > room) {
    char *larger = realloc(buffer, needed + 4096);
    if (!larger) {
      lseek(memory, 0, SEEK_SET);
      return;
    }
    buffer = larger;
    room = needed + 4096;
  }
  ssize_t got = pread(memory, buffer + mark + ahead, (size_t)count, 0);
  lseek(memory, 0, SEEK_SET);
  if (got <= 0) return;
  if (spelling) got = (ssize_t)spell(buffer + mark, buffer + mark + ahead, (size_t)got);
  if (holding) {
    memcpy(buffer, hold, mark);
    memcpy(buffer + mark + got, show, mark);
    send_all(buffer, (size_t)got + 2 * mark);
  } else {
    send_all(buffer + mark, (size_t)got);
  }
}
