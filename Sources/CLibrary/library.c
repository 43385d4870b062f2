#include "CLibrary.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static const char *find(clib *it) {
  if (it->is_open) return NULL;
  void *opened = dlopen(it->file, RTLD_NOW | RTLD_LOCAL);
  if (!opened) return dlerror();
  for (size_t i = 0; it->names[i]; i++) {
    void *function = dlsym(opened, it->names[i]);
    if (!function) {
      snprintf(it->fault, sizeof it->fault, "it doesn't have %s", it->names[i]);
      dlclose(opened);
      return it->fault;
    }
    memcpy((char *)it->functions + i * sizeof function, &function, sizeof function);
  }
  if (it->begin) it->begin();
  it->is_open = 1;
  return NULL;
}

/* One thread at a time: a library sets itself up once, and is not ready for another meanwhile. */
static pthread_mutex_t opening = PTHREAD_MUTEX_INITIALIZER;

const char *clib_open(clib *it) {
  pthread_mutex_lock(&opening);
  const char *fault = find(it);
  pthread_mutex_unlock(&opening);
  return fault;
}
