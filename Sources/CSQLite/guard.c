#include "CSQLite.h"

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

int ds_guard(void *connection, int on) {
  sqlite3 *db = connection;
  int failed = sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, on, NULL) != SQLITE_OK;
  if (!on) return failed;
  failed |= sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL) != SQLITE_OK;
  failed |= sqlite3_db_config(db, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0, NULL) != SQLITE_OK;
  failed |= sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL) != SQLITE_OK;
  return failed;
}

static _Thread_local int noted;

static void note(int number) {
  if (number != EINTR && number != EAGAIN) noted = number;
}

static ssize_t noting_pwrite(int file, const void *bytes, size_t count, off64_t at) {
  ssize_t written = pwrite64(file, bytes, count, at);
  if (written < 0) note(errno);
  return written;
}

static ssize_t noting_write(int file, const void *bytes, size_t count) {
  ssize_t written = write(file, bytes, count);
  if (written < 0) note(errno);
  return written;
}

static int noting_truncate(int file, off_t size) {
  int failed = ftruncate(file, size);
  if (failed) note(errno);
  return failed;
}

static int noting_allocate(int file, off_t at, off_t size) {
  int failed = posix_fallocate(file, at, size);
  if (failed) note(failed);
  return failed;
}

/* What SQLite writes down of a failed sync or open: `os_unix.c:38321: (28) full_fsync(…) - No space left`. */
static void noting_log(void *unused, int code, const char *message) {
  (void)unused;
  (void)code;
  for (const char *at = message; *at; at++) {
    if (*at != '(') continue;
    char *end;
    long number = strtol(at + 1, &end, 10);
    if (end > at + 1 && *end == ')') note((int)number);
    return;
  }
}

void ds_watch(void) {
  static int once;
  if (__atomic_exchange_n(&once, 1, __ATOMIC_ACQ_REL)) return;
  /* Refused once SQLite is at work: then failed syncs are told by SQLite's own number. */
  sqlite3_config(SQLITE_CONFIG_LOG, noting_log, NULL);
  sqlite3_vfs *files = sqlite3_vfs_find("unix");
  if (!files || files->iVersion < 3 || !files->xSetSystemCall) return;
  files->xSetSystemCall(files, "pwrite", (sqlite3_syscall_ptr)noting_pwrite);
  files->xSetSystemCall(files, "pwrite64", (sqlite3_syscall_ptr)noting_pwrite);
  files->xSetSystemCall(files, "write", (sqlite3_syscall_ptr)noting_write);
  files->xSetSystemCall(files, "ftruncate", (sqlite3_syscall_ptr)noting_truncate);
  files->xSetSystemCall(files, "fallocate", (sqlite3_syscall_ptr)noting_allocate);
}

void ds_forget(void) { noted = 0; }

int ds_noted(void) { return noted; }

int ds_system_error(void *connection) {
  int number = 0;
  sqlite3_file_control(connection, "main", SQLITE_FCNTL_LAST_ERRNO, &number);
  return number ? number : sqlite3_system_errno(connection);
}
