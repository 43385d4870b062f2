/* What the two halves share: the functions of libical, which is opened when it is first needed. */
#ifndef CCALENDAR_LIBRARY_H
#define CCALENDAR_LIBRARY_H

#include <CLibrary.h>
#include <libical/ical.h>

#include "CCalendar.h"

/* The functions of libical that are used, each under its own name in one table. */
#define FUNCTIONS(X) \
  X(icalparser_parse_string) \
  X(icalcomponent_get_first_component) \
  X(icalcomponent_get_next_component) \
  X(icalcomponent_get_first_property) \
  X(icalcomponent_get_next_property) \
  X(icalcomponent_get_dtstart) \
  X(icalcomponent_get_dtend) \
  X(icalcomponent_get_recurrenceid) \
  X(icalcomponent_foreach_recurrence) \
  X(icalcomponent_get_sequence) \
  X(icalcomponent_get_status) \
  X(icalcomponent_get_method) \
  X(icalproperty_method_to_string) \
  X(icalproperty_get_value_as_string_r) \
  X(icalproperty_get_parameter_as_string_r) \
  X(icalproperty_get_dtstamp) \
  X(icalproperty_get_rrule) \
  X(icalproperty_get_x_name) \
  X(icalproperty_get_duration) \
  X(icaldurationtype_as_int) \
  X(icalproperty_get_value) \
  X(icalvalue_get_text) \
  X(icalvalue_isa) \
  X(icaltime_as_timet_with_zone) \
  X(icaltime_from_timet_with_zone) \
  X(icaltime_is_null_time) \
  X(icaltime_is_valid_time) \
  X(icaltimezone_get_utc_offset) \
  X(icaltimezone_get_builtin_timezone) \
  X(icalerror_set_errors_are_fatal) \
  X(icalcomponent_new_vcalendar) \
  X(icalcomponent_new_vevent) \
  X(icalcomponent_new_valarm) \
  X(icalcomponent_add_property) \
  X(icalcomponent_add_component) \
  X(icalcomponent_as_ical_string_r) \
  X(icalcomponent_new_from_string) \
  X(icalcomponent_count_errors) \
  X(icalcomponent_count_components) \
  X(icalcomponent_isa) \
  X(icalcomponent_free) \
  X(icalrestriction_check) \
  X(icalproperty_new_prodid) \
  X(icalproperty_new_version) \
  X(icalproperty_new_uid) \
  X(icalproperty_new_dtstamp) \
  X(icalproperty_new_dtstart) \
  X(icalproperty_new_summary) \
  X(icalproperty_new_description) \
  X(icalproperty_new_class) \
  X(icalproperty_new_transp) \
  X(icalproperty_new_action) \
  X(icalproperty_new_trigger) \
  X(icaldurationtype_from_int) \
  X(icaltime_null_time) \
  X(icaltime_null_date) \
  X(icaltimezone_get_utc_timezone)

struct dcal_functions {
#define X(name) __typeof__(&name) name;
  FUNCTIONS(X)
#undef X
};

/* Filled in by dcal_open. */
extern struct dcal_functions dcal_library;
#define ical dcal_library

/* The library itself, and whether it is open. */
extern clib dcal_source;

/* A time as libical has it, in UTC. */
icaltimetype dcal_timed(dcal_time from);

#endif
