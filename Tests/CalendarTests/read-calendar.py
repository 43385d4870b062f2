"""Reads calendars as a program that is not ours does: the icalendar package.

stdin: a JSON list of calendars, each a text. stdout: a JSON list of what was read.
"""

import datetime
import json
import re
import sys

from icalendar import Calendar


def value(it):
    content = getattr(it, "dt", None)
    if isinstance(content, datetime.timedelta):
        return int(content.total_seconds())
    if content is not None:
        return content.isoformat()
    return str(it)


def read(component):
    return {
        "name": component.name,
        "errors": [repr(e) for e in component.errors],
        "properties": [
            [name, value(it)]
            for name, it in component.property_items(recursive=False)
            if name not in ("BEGIN", "END")
        ],
        "parts": [read(part) for part in component.subcomponents],
    }


def lines(text):
    """The lines by RFC 5545 alone, as [name, parameters, value]: version 4 of the package undoes
    escapes one kind after the other, and so takes `\\\\;` for something else than it is."""
    found = []
    for line in re.sub(r"\r\n[ \t]", "", text).split("\r\n"):
        name, parameters, value = re.match(r"([A-Z-]+)((?:;[A-Z]+=[A-Z]+)*):(.*)\Z|\Z", line).groups()
        if name:
            plain = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)
            found.append([name, parameters, plain])
    return found


texts = json.load(sys.stdin)
calendars = [Calendar.from_ical(text.encode("utf-8")) for text in texts]
json.dump(
    [dict(read(calendar), lines=lines(text)) for calendar, text in zip(calendars, texts)],
    sys.stdout,
)
