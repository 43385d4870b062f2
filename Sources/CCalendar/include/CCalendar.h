#ifndef DEBRIEF_CCALENDAR_H
#define DEBRIEF_CCALENDAR_H

/* Calendar files through libical. It is opened when the first calendar is needed and not linked:
   with it come ICU's forty megabytes, which no other command has a use for. */

#include <stddef.h>
#include <stdint.h>

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

/* Somebody who is asked to come, or who asks. */
typedef struct {
  char *name;
  char *address;
  /* Whether it is the one who asks, and whether it is a room or a thing. */
  int is_organizer, is_room;
} dcal_person;

/* An event of a calendar that somebody else wrote. Texts are NULL where there are none. */
typedef struct {
  char *uid;
  char *recurrence;
  char *summary;
  char *description;
  char *location;
  char *url;
  /* Which version of the event it is: the number, and when it was made, in seconds since 1970. */
  int sequence;
  int64_t stamp;
  int is_cancelled;
  /* When it begins, as it is written. With `has_zone` the place is known: `seconds` since 1970, and `offset`
     minutes east of Greenwich; else it is the clock of whoever reads it. */
  int has_start, has_zone;
  dcal_time start;
  int64_t seconds;
  int offset;
  /* The name of a zone that is not known; NULL where it is, or where none is named. */
  char *zone;
  /* How long it takes, in minutes; -1 where that is not said. */
  int minutes;
  dcal_person *people;
  size_t person_count;
} dcal_event;

typedef struct {
  /* `REQUEST`, `CANCEL`; NULL where the calendar does not say. */
  char *method;
  dcal_event *events;
  size_t event_count;
} dcal_calendar;

/* Reads a calendar, to be given back by dcal_release; NULL where it is none, or there is no memory. */
dcal_calendar *dcal_read(const char *text);

/* Gives back what dcal_read gave. */
void dcal_release(dcal_calendar *calendar);

/* Reads a calendar back, with all rules of RFC 5545 that libical knows: how many events it holds; -1
   when anything in it is at fault. */
int dcal_count(const char *text);

#endif
