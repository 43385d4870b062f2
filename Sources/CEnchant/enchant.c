#define _GNU_SOURCE
#include "CEnchant.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

typedef void broker;
typedef void (*describer)(const char *tag, const char *name, const char *text, const char *file,
                          void *context);

static struct {
  int tried;
  broker *broker;
  broker *(*init)(void);
  void *(*request)(broker *, const char *);
  int (*exists)(broker *, const char *);
  int (*check)(void *, const char *, ssize_t);
  char **(*suggest)(void *, const char *, ssize_t, size_t *);
  void (*free_list)(void *, char **);
  void (*describe)(void *, describer, void *);
} library;

/* The library and the dictionaries behind it keep state of their own: one caller at a time. */
static pthread_mutex_t mutex = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

static void let_go(pthread_mutex_t **held) { pthread_mutex_unlock(*held); }

#define ALONE                                                            \
  __attribute__((cleanup(let_go))) pthread_mutex_t *held = &mutex;       \
  pthread_mutex_lock(held)

/* On opening a dictionary the library makes word lists in its folder, and on adding words writes
   them. Neither is ours to do: while it opens one, its folder is a place where none can be made. */
static const char *const variable = "ENCHANT_CONFIG_DIR";

static char *hide_folder(void) {
  const char *was = getenv(variable);
  char *kept = was ? strdup(was) : NULL;
  setenv(variable, "/dev/null/none", 1);
  return kept;
}

static void show_folder(char *kept) {
  if (kept) {
    setenv(variable, kept, 1);
    free(kept);
  } else {
    unsetenv(variable);
  }
}

int cen_available(void) {
  ALONE;
  if (library.tried) return library.broker != NULL;
  library.tried = 1;
  void *handle = dlopen("libenchant-2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return 0;
#define FIND(member, symbol) \
  if (!(*(void **)&library.member = dlsym(handle, symbol))) return 0
  FIND(init, "enchant_broker_init");
  FIND(request, "enchant_broker_request_dict");
  FIND(exists, "enchant_broker_dict_exists");
  FIND(check, "enchant_dict_check");
  FIND(suggest, "enchant_dict_suggest");
  FIND(free_list, "enchant_dict_free_string_list");
  FIND(describe, "enchant_dict_describe");
#undef FIND
  char *kept = hide_folder();
  library.broker = library.init();
  show_folder(kept);
  return library.broker != NULL;
}

int cen_exists(const char *tag) {
  ALONE;
  if (!cen_available()) return 0;
  char *kept = hide_folder();
  int found = library.exists(library.broker, tag);
  show_folder(kept);
  return found;
}

cen_dictionary *cen_open(const char *tag) {
  ALONE;
  if (!cen_available()) return NULL;
  char *kept = hide_folder();
  void *found = library.request(library.broker, tag);
  show_folder(kept);
  return found;
}

struct name {
  char *text;
  size_t size;
};

static void keep_name(const char *tag, const char *name, const char *text, const char *file,
                      void *context) {
  (void)tag, (void)text, (void)file;
  struct name *kept = context;
  if (kept->size == 0) return;
  strncpy(kept->text, name ? name : "", kept->size - 1);
  kept->text[kept->size - 1] = 0;
}

void cen_provider(cen_dictionary *dictionary, char *name, size_t size) {
  ALONE;
  struct name kept = {name, size};
  if (size > 0) name[0] = 0;
  library.describe(dictionary, keep_name, &kept);
}

int cen_knows(cen_dictionary *dictionary, const char *word, size_t length) {
  ALONE;
  int answer = library.check(dictionary, word, (ssize_t)length);
  return answer == 0 ? 1 : answer > 0 ? 0 : -1;
}

void cen_suggest(
    cen_dictionary *dictionary, const char *word, size_t length, size_t limit,
    void (*each)(const char *suggestion, void *context), void *context) {
  ALONE;
  size_t count = 0;
  char **list = library.suggest(dictionary, word, (ssize_t)length, &count);
  if (!list) return;
  for (size_t i = 0; i < count && i < limit; i++) each(list[i], context);
  library.free_list(dictionary, list);
}
