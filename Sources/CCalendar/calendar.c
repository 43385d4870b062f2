#include "library.h"

#include <stdlib.h>
#include <string.h>

struct dcal_functions dcal_library;

static const char *const names[] = {
#define X(name) #name,
  FUNCTIONS(X)
#undef X
  NULL};
_Static_assert(sizeof dcal_library == sizeof names - sizeof *names, "a name for each function");

/* A fault in a text is ours to report, not its to abort for. */
static void begin(void) { ical.icalerror_set_errors_are_fatal(0); }

clib dcal_source = {.file = "libical.so.3", .names = names, .functions = &dcal_library, .begin = begin};

const char *dcal_open(void) { return clib_open(&dcal_source); }

icaltimetype dcal_timed(dcal_time from) {
  icaltimetype time = from.has_time ? ical.icaltime_null_time() : ical.icaltime_null_date();
  time.year = from.year;
  time.month = from.month;
  time.day = from.day;
  if (from.has_time) {
    time.hour = from.hour;
    time.minute = from.minute;
    time.second = from.second;
    time.zone = ical.icaltimezone_get_utc_timezone();
  }
  return time;
}

static void add(icalcomponent *to, icalproperty *property) {
  if (property) ical.icalcomponent_add_property(to, property);
}

static icalcomponent *alarm_of(const dcal_entry *entry, int seconds) {
  icalcomponent *alarm = ical.icalcomponent_new_valarm();
  if (!alarm) return NULL;
  struct icaltriggertype trigger;
  memset(&trigger, 0, sizeof trigger);
  trigger.time = ical.icaltime_null_time();
  trigger.duration = ical.icaldurationtype_from_int(seconds);
  add(alarm, ical.icalproperty_new_action(ICAL_ACTION_DISPLAY));
  add(alarm, ical.icalproperty_new_trigger(trigger));
  add(alarm, ical.icalproperty_new_description(entry->summary));
  return alarm;
}

static icalcomponent *event_of(const dcal_entry *entry, dcal_time stamp) {
  icalcomponent *event = ical.icalcomponent_new_vevent();
  if (!event) return NULL;
  add(event, ical.icalproperty_new_uid(entry->uid));
  add(event, ical.icalproperty_new_dtstamp(dcal_timed(stamp)));
  add(event, ical.icalproperty_new_dtstart(dcal_timed(entry->start)));
  add(event, ical.icalproperty_new_summary(entry->summary));
  if (*entry->description) add(event, ical.icalproperty_new_description(entry->description));
  /* Nobody who shares the calendar is to read it, and the day stays free. */
  add(event, ical.icalproperty_new_class(ICAL_CLASS_PRIVATE));
  add(event, ical.icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  for (size_t i = 0; i < entry->alarm_count; i++) {
    icalcomponent *alarm = alarm_of(entry, entry->alarms[i]);
    if (alarm) ical.icalcomponent_add_component(event, alarm);
  }
  return event;
}

char *dcal_write(
  const char *product, dcal_time stamp, const dcal_entry *entries, size_t count) {
  if (!dcal_source.is_open) return NULL;
  icalcomponent *calendar = ical.icalcomponent_new_vcalendar();
  if (!calendar) return NULL;
  add(calendar, ical.icalproperty_new_prodid(product));
  add(calendar, ical.icalproperty_new_version("2.0"));
  for (size_t i = 0; i < count; i++) {
    icalcomponent *event = event_of(&entries[i], stamp);
    if (event) ical.icalcomponent_add_component(calendar, event);
  }
  char *text = ical.icalcomponent_as_ical_string_r(calendar);
  ical.icalcomponent_free(calendar);
  return text;
}

void dcal_free(char *text) { free(text); }

int dcal_count(const char *text) {
  if (!dcal_source.is_open) return -1;
  icalcomponent *calendar = ical.icalcomponent_new_from_string(text);
  if (!calendar) return -1;
  int count = -1;
  if (ical.icalcomponent_isa(calendar) == ICAL_VCALENDAR_COMPONENT) {
    /* What breaks a rule gets a property that says so, and is counted as an error. */
    ical.icalrestriction_check(calendar);
    if (ical.icalcomponent_count_errors(calendar) == 0)
      count = ical.icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT);
  }
  ical.icalcomponent_free(calendar);
  return count;
}
