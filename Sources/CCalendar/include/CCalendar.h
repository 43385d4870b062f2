#ifndef DEBRIEF_CCALENDAR_H
#define DEBRIEF_CCALENDAR_H

/* Calendar files through libical. It is opened when the first calendar is written and not linked:
   with it come ICU's forty megabytes, which no other command has a use for. */

#include <stddef.h>

/* A date, and with `has_time` a time of day in UTC. */
typedef struct {
  int year, month, day, has_time, hour, minute, second;
} dcal_time;

/* Something on a day, or at a time. Texts are UTF-8, without control characters but line feeds. */
typedef struct {
  const char *uid;
  const char *summary;
  const char *description;
  dcal_time start;
  /* When to remind, in seconds after the start; negative before it. */
  const int *alarms;
  size_t alarm_count;
} dcal_entry;

/* Opens libical. NULL when it can be used; else why not, until the next call. */
const char *dcal_open(void);

/* A calendar of these entries, to be given back by dcal_free; NULL when there is no memory or no
   libical. */
char *dcal_write(
  const char *product, dcal_time stamp, const dcal_entry *entries, size_t count);

/* Gives back what dcal_write gave. */
void dcal_free(char *text);

/* Reads a calendar back, with all rules of RFC 5545 that libical knows: how many events it holds; -1
   when anything in it is at fault. */
int dcal_count(const char *text);

#endif
