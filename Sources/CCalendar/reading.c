#include "library.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Reading what others wrote. */

static char *kept(const char *text) { return text && *text ? strdup(text) : NULL; }

/* The text of a property: unescaped where it is a text. */
static char *text_of(icalproperty *property) {
  if (!property) return NULL;
  icalvalue *value = ical.icalproperty_get_value(property);
  if (value && ical.icalvalue_isa(value) == ICAL_TEXT_VALUE)
    return kept(ical.icalvalue_get_text(value));
  char *text = ical.icalproperty_get_value_as_string_r(property);
  char *copy = kept(text);
  free(text);
  return copy;
}

static char *first_text(icalcomponent *event, icalproperty_kind kind) {
  return text_of(ical.icalcomponent_get_first_property(event, kind));
}

static int add_person(dcal_event *event, icalproperty *property, int is_organizer) {
  dcal_person *longer =
    realloc(event->people, (event->person_count + 1) * sizeof *event->people);
  if (!longer) return 0;
  event->people = longer;
  dcal_person *it = &longer[event->person_count++];
  memset(it, 0, sizeof *it);
  it->is_organizer = is_organizer;
  char *name = ical.icalproperty_get_parameter_as_string_r(property, "CN");
  it->name = kept(name);
  free(name);
  char *kind = ical.icalproperty_get_parameter_as_string_r(property, "CUTYPE");
  it->is_room = kind && (!strcmp(kind, "ROOM") || !strcmp(kind, "RESOURCE"));
  free(kind);
  char *address = ical.icalproperty_get_value_as_string_r(property);
  it->address = kept(address);
  free(address);
  return 1;
}

static dcal_time plain(icaltimetype time) {
  return (dcal_time){
    time.year, time.month, time.day, !time.is_date, time.hour, time.minute, time.second};
}

static int64_t seconds_of(icaltimetype time) {
  return ical.icaltime_as_timet_with_zone(time, time.zone);
}

static int offset_of(icaltimetype time) {
  int is_daylight = 0;
  return ical.icaltimezone_get_utc_offset((icaltimezone *)time.zone, &time, &is_daylight) / 60;
}

/* A time of an event, with the name of its zone where that one is not known. */
static dcal_point point_of(icalcomponent *event, icaltimetype time, icalproperty_kind kind) {
  dcal_point it;
  memset(&it, 0, sizeof it);
  if (ical.icaltime_is_null_time(time) || !ical.icaltime_is_valid_time(time)) return it;
  it.is_there = 1;
  it.time = plain(time);
  if (time.is_date) return it;
  if (time.zone) {
    it.has_zone = 1;
    it.seconds = seconds_of(time);
    it.offset = offset_of(time);
    return it;
  }
  icalproperty *property = ical.icalcomponent_get_first_property(event, kind);
  char *zone =
    property ? ical.icalproperty_get_parameter_as_string_r(property, "TZID") : NULL;
  it.zone = kept(zone);
  free(zone);
  return it;
}

int dcal_at(dcal_time time, const char *zone, int64_t *seconds, int *offset) {
  if (!dcal_source.is_open) return 0;
  icaltimezone *found = ical.icaltimezone_get_builtin_timezone(zone);
  if (!found) return 0;
  time.has_time = 1;
  icaltimetype there = dcal_timed(time);
  there.zone = found;
  if (!ical.icaltime_is_valid_time(there)) return 0;
  *seconds = seconds_of(there);
  *offset = offset_of(there);
  return 1;
}

/* Takes an occurrence: the coming ones in order of time, and until there is one, the latest that was. */
typedef struct {
  dcal_event *event;
  int64_t now;
} series;

static void take(icalcomponent *component, struct icaltime_span *span, void *data) {
  (void)component;
  series *it = data;
  dcal_event *event = it->event;
  int64_t at = span->start;
  if (at < it->now) {
    if (!event->has_last || event->last < at) event->last = at;
    event->has_last = 1;
    return;
  }
  size_t count = event->coming_count, place = count;
  while (place > 0 && event->coming[place - 1] > at) place--;
  if (place > 0 && event->coming[place - 1] == at) return;
  if (place == DCAL_COMING) return;
  if (count == DCAL_COMING) count--;
  memmove(event->coming + place + 1, event->coming + place,
    (count - place) * sizeof *event->coming);
  event->coming[place] = at;
  event->coming_count = count + 1;
}

/* A rule that says how an event repeats, and its occurrences. What repeats within a day, or since long ago,
   is no interview and is not counted out. */
static void read_series(icalcomponent *event, dcal_event *it, int64_t now) {
  icalproperty *rule = ical.icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
  if (!rule && !ical.icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY)) return;
  it->repeats = 1;
  if (!it->start.is_there || it->start.time.year < 1990 || it->start.time.year > 2100) return;
  for (; rule; rule = ical.icalcomponent_get_next_property(event, ICAL_RRULE_PROPERTY)) {
    struct icalrecurrencetype recur = ical.icalproperty_get_rrule(rule);
    if (recur.freq < ICAL_DAILY_RECURRENCE || recur.freq > ICAL_YEARLY_RECURRENCE) return;
    if (!it->rule) {
      char *text = ical.icalproperty_get_value_as_string_r(rule);
      it->rule = kept(text);
      free(text);
    }
  }
  it->coming = calloc(DCAL_COMING, sizeof *it->coming);
  if (!it->coming) return;
  icaltimezone *utc = ical.icaltimezone_get_utc_timezone();
  series all = {it, now};
  ical.icalcomponent_foreach_recurrence(event,
    ical.icaltime_from_timet_with_zone(now - 400 * 86400, 0, utc),
    ical.icaltime_from_timet_with_zone(now + 800 * 86400, 0, utc), take, &all);
}

static void read_times(icalcomponent *event, dcal_event *it, int64_t now) {
  it->minutes = -1;
  icaltimetype start = ical.icalcomponent_get_dtstart(event);
  it->start = point_of(event, start, ICAL_DTSTART_PROPERTY);
  it->recurrence = point_of(event, ical.icalcomponent_get_recurrenceid(event),
    ICAL_RECURRENCEID_PROPERTY);
  if (!it->start.is_there) return;
  read_series(event, it, now);
  /* A duration is as long as it says, also where the clocks change in between. */
  icalproperty *length = ical.icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY);
  if (length) {
    int seconds = ical.icaldurationtype_as_int(ical.icalproperty_get_duration(length));
    if (!start.is_date && seconds > 0 && seconds <= 30 * 86400) it->minutes = seconds / 60;
    return;
  }
  icaltimetype end = ical.icalcomponent_get_dtend(event);
  if (!start.is_date && !end.is_date && !ical.icaltime_is_null_time(end) &&
      ical.icaltime_is_valid_time(end)) {
    int64_t length = seconds_of(end) - seconds_of(start);
    if (length > 0 && length <= 30 * 86400) it->minutes = (int)(length / 60);
  }
}

static int read_event(icalcomponent *event, dcal_calendar *calendar, int64_t now) {
  dcal_event *longer =
    realloc(calendar->events, (calendar->event_count + 1) * sizeof *calendar->events);
  if (!longer) return 0;
  calendar->events = longer;
  dcal_event *it = &longer[calendar->event_count++];
  memset(it, 0, sizeof *it);
  it->uid = first_text(event, ICAL_UID_PROPERTY);
  it->occurrence = first_text(event, ICAL_RECURRENCEID_PROPERTY);
  it->summary = first_text(event, ICAL_SUMMARY_PROPERTY);
  it->description = first_text(event, ICAL_DESCRIPTION_PROPERTY);
  it->location = first_text(event, ICAL_LOCATION_PROPERTY);
  it->url = first_text(event, ICAL_URL_PROPERTY);
  it->sequence = ical.icalcomponent_get_sequence(event);
  it->is_cancelled = ical.icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED;
  icalproperty *stamp = ical.icalcomponent_get_first_property(event, ICAL_DTSTAMP_PROPERTY);
  if (stamp) it->stamp = seconds_of(ical.icalproperty_get_dtstamp(stamp));
  read_times(event, it, now);
  icalproperty_kind kinds[] = {ICAL_ORGANIZER_PROPERTY, ICAL_ATTENDEE_PROPERTY};
  for (int k = 0; k < 2; k++)
    for (icalproperty *p = ical.icalcomponent_get_first_property(event, kinds[k]);
         p && it->person_count < 200; p = ical.icalcomponent_get_next_property(event, kinds[k]))
      if (!add_person(it, p, k == 0)) return 0;
  return 1;
}

/* The events of a calendar, and of several that stand one behind another. */
static int read_all(icalcomponent *from, dcal_calendar *calendar, int depth, int64_t now) {
  if (ical.icalcomponent_isa(from) == ICAL_VEVENT_COMPONENT)
    return read_event(from, calendar, now);
  if (depth > 4) return 1;
  if (ical.icalcomponent_isa(from) == ICAL_VCALENDAR_COMPONENT && !calendar->method &&
      ical.icalcomponent_get_first_property(from, ICAL_METHOD_PROPERTY))
    calendar->method =
      kept(ical.icalproperty_method_to_string(ical.icalcomponent_get_method(from)));
  if (ical.icalcomponent_isa(from) == ICAL_VCALENDAR_COMPONENT && !calendar->zone)
    for (icalproperty *p = ical.icalcomponent_get_first_property(from, ICAL_X_PROPERTY);
         p && !calendar->zone; p = ical.icalcomponent_get_next_property(from, ICAL_X_PROPERTY)) {
      const char *name = ical.icalproperty_get_x_name(p);
      if (name && !strcasecmp(name, "X-WR-TIMEZONE")) calendar->zone = text_of(p);
    }
  for (icalcomponent *c = ical.icalcomponent_get_first_component(from, ICAL_ANY_COMPONENT); c;
       c = ical.icalcomponent_get_next_component(from, ICAL_ANY_COMPONENT))
    if (!read_all(c, calendar, depth + 1, now)) return 0;
  return 1;
}

dcal_calendar *dcal_read(const char *text, int64_t now) {
  if (!dcal_source.is_open) return NULL;
  icalcomponent *root = ical.icalparser_parse_string(text);
  if (!root) return NULL;
  dcal_calendar *calendar = calloc(1, sizeof *calendar);
  if (calendar && !read_all(root, calendar, 0, now)) {
    dcal_release(calendar);
    calendar = NULL;
  }
  ical.icalcomponent_free(root);
  return calendar;
}

void dcal_release(dcal_calendar *calendar) {
  if (!calendar) return;
  for (size_t i = 0; i < calendar->event_count; i++) {
    dcal_event *it = &calendar->events[i];
    free(it->uid);
    free(it->occurrence);
    free(it->summary);
    free(it->description);
    free(it->location);
    free(it->url);
    free(it->start.zone);
    free(it->recurrence.zone);
    free(it->rule);
    free(it->coming);
    for (size_t j = 0; j < it->person_count; j++) {
      free(it->people[j].name);
      free(it->people[j].address);
    }
    free(it->people);
  }
  free(calendar->method);
  free(calendar->zone);
  free(calendar->events);
  free(calendar);
}
