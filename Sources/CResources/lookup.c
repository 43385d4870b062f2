#include "table.h"

#include <string.h>

size_t cres_count(void) { return cres_table_count; }

const cres_entry *cres_at(size_t index) {
  return index < cres_table_count ? &cres_table[index] : NULL;
}

const cres_entry *cres_find(const char *name) {
  size_t low = 0, high = cres_table_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = strcmp(name, cres_table[middle].name);
    if (order == 0) return &cres_table[middle];
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return NULL;
}
