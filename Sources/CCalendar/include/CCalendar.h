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

/* A time as it is written. With `has_zone` its place is known: `seconds` since 1970, and `offset` minutes
   east of Greenwich; else `zone` is the name of a place that is not known, and where that is NULL too, it is
   the clock of whoever reads it. */
typedef struct {
  int is_there, has_zone;
  dcal_time time;
  int64_t seconds;
  int offset;
  char *zone;
} dcal_point;

/* So many coming occurrences of an event are told. */
#define DCAL_COMING 64

/* An event of a calendar that somebody else wrote. Texts are NULL where there are none. */
typedef struct {
  char *uid;
  /* Of which occurrence this is a change, as it is written, and as a time. */
  char *occurrence;
  dcal_point recurrence;
  char *summary;
  char *description;
  char *location;
  char *url;
  /* Which version of the event it is: the number, and when it was made, in seconds since 1970. */
  int sequence;
  int64_t stamp;
  int is_cancelled;
  dcal_point start;
  /* Whether it takes place more than once, and the rule for that, where it can be counted out. Its coming
     occurrences, the earliest first, and the last that was, in seconds since 1970: those of a clock in
     Greenwich that shows what is written, where the zone is not known. */
  int repeats;
  char *rule;
  int64_t *coming;
  size_t coming_count;
  int has_last;
  int64_t last;
  /* How long it takes, in minutes; -1 where that is not said. */
  int minutes;
  dcal_person *people;
  size_t person_count;
} dcal_event;

typedef struct {
  /* `REQUEST`, `CANCEL`; NULL where the calendar does not say. */
  char *method;
  /* The zone for times without one; NULL where it names none. */
  char *zone;
  dcal_event *events;
  size_t event_count;
} dcal_calendar;

/* Reads a calendar, to be given back by dcal_release; NULL where it is none, or there is no memory. What comes
   after `now`, in seconds since 1970, is a coming occurrence. */
dcal_calendar *dcal_read(const char *text, int64_t now);

/* What a time on the clock of a place is, by the name that IANA gives the place: seconds since 1970, and
   minutes east of Greenwich. 0 where that name is not known. */
int dcal_at(dcal_time time, const char *zone, int64_t *seconds, int *offset);

/* Gives back what dcal_read gave. */
void dcal_release(dcal_calendar *calendar);

/* Reads a calendar back, with all rules of RFC 5545 that libical knows: how many events it holds; -1
   when anything in it is at fault. */
int dcal_count(const char *text);

#endif
