"""Reads other people's calendars as a program that is not ours does: the icalendar package.

stdin: a JSON list of calendars, each a text. stdout: a JSON list of lists of events.
"""

import datetime
import json
import sys

from icalendar import Calendar


def start(event):
    value = event["dtstart"].dt
    if not isinstance(value, datetime.datetime):
        return [value.isoformat(), None]
    if value.tzinfo is None:
        return [value.isoformat(), None]
    return [int(value.timestamp()), int(value.utcoffset().total_seconds()) // 60]


def minutes(event):
    if "duration" in event:
        return int(event["duration"].dt.total_seconds()) // 60
    if "dtend" in event and isinstance(event["dtend"].dt, datetime.datetime):
        return int((event["dtend"].dt - event["dtstart"].dt).total_seconds()) // 60
    return None


def people(event):
    found = event.get("attendee", [])
    found = found if isinstance(found, list) else [found]
    return [[str(it.params.get("cn", "")), str(it)[7:].lower()] for it in found]


def read(text):
    calendar = Calendar.from_ical(text)
    return [
        {
            "uid": str(event.get("uid", "")),
            "summary": str(event.get("summary", "")),
            "location": str(event.get("location", "")),
            "sequence": int(event.get("sequence", 0)),
            "start": str(start(event)[0]),
            "offset": start(event)[1],
            "minutes": minutes(event),
            "people": people(event),
        }
        for event in calendar.walk("VEVENT")
    ]


json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
