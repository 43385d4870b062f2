#include "CTerminal.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* The first frame needs about 1.4 MB, which glibc asks for in thirteen steps and gives back in between, and of
   which the kernel hands out each page of 4 KB by itself: some 360 interruptions. Asked for at once, and as one
   large page where the kernel has one, they're a handful: the first frame comes 0.7 ms of 6.3 earlier. */
void dt_roomy_heap(void) {
  enum { large = 2 << 20, piece = 64 << 10, before = 96 << 10, pieces = 8 };
  uintptr_t end = (uintptr_t)sbrk(0);
  if (end == UINTPTR_MAX) return;
  /* What lies before the large page is passed over: nothing is ever written there, so it takes no memory. Only
     as much is kept as is written to before the kernel knows that the page may be large. */
  uintptr_t page = (end + before + large - 1) & ~(uintptr_t)(large - 1);
  uintptr_t start = page - before;
  if (start > end && sbrk((intptr_t)(start - end)) == (void *)-1) return;
  mallopt(M_TRIM_THRESHOLD, 2 * large);
  mallopt(M_TOP_PAD, before + large);
  /* To set one of these keeps glibc from raising this one by itself. */
  mallopt(M_MMAP_THRESHOLD, large);
  /* So much is asked for until the heap has to grow; then it's all given back to the heap, which keeps it. */
  void *held[pieces];
  int count = 0;
  while (count < pieces && (uintptr_t)sbrk(0) == start) held[count++] = malloc(piece);
  uintptr_t grown = (uintptr_t)sbrk(0);
  if (grown >= page + large) madvise((void *)page, large, MADV_HUGEPAGE);
  while (count > 0) free(held[--count]);
}
