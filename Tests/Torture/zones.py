"""Every zone of this system: an interview at a local time, at the changes of its clock too, is the moment that it is there."""
import datetime
import json
import os
import zoneinfo

from rig import Lost, Skipped

PLACE = "/usr/share/zoneinfo"
NOW = datetime.datetime(2026, 3, 20, 10, tzinfo=datetime.timezone.utc)


def rounds(home, random, quick):
    if not os.path.isdir(PLACE):
        raise Skipped(f"there is no {PLACE}")
    for name in sorted(zoneinfo.available_timezones()):
        # Not a zone but a copy of the machine's own; and leap seconds are nothing that a calendar has.
        if not name.startswith(("right/", "posix/")) and name not in ("localtime", "Factory") and os.path.exists(f"{PLACE}/{name}"):
            yield name, zone(name)


def changes(place):
    """Local times around each change of the clock in the next fourteen months: skipped ones and ones that come twice."""
    moment, found = NOW, []
    while moment < NOW + datetime.timedelta(days=430):
        later = moment + datetime.timedelta(hours=6)
        a, b = (m.astimezone(place).utcoffset() for m in (moment, later))
        if a != b:
            low, high = moment, later
            while high - low > datetime.timedelta(minutes=1):
                middle = low + (high - low) / 2
                if middle.astimezone(place).utcoffset() == a:
                    low = middle
                else:
                    high = middle
            before = high.astimezone(datetime.timezone.utc).replace(tzinfo=None) + min(a, b)
            found += [before + datetime.timedelta(minutes=m) for m in (-61, 29, 61, 121)]
        moment = later
    return [local.replace(second=0, microsecond=0) for local in found]


def zone(name):
    def body(home, random):
        home.clear()
        place = zoneinfo.ZoneInfo(name)
        today = NOW.astimezone(place).replace(tzinfo=None)
        times = [today.replace(hour=random.randrange(24), minute=random.randrange(60), second=0) + datetime.timedelta(days=random.randrange(1, 360))]
        times += random.sample(changes(place), min(3, len(changes(place))))
        wanted = {}
        for number, local in enumerate(times):
            wanted[f"Zone{number}"] = local
            home.must("add", f"Zone{number}", "R", "--interview", f"{local:%Y-%m-%d %H:%M}", env={"TZ": name})
        archive = json.loads(home.must("export", env={"TZ": name}).out)
        names = {row["id"]: row["company"] for row in archive["application"]}
        if len(archive["interview"]) != len(wanted):
            raise Lost(f"{len(wanted)} interviews were added, {len(archive['interview'])} are there")
        for row in archive["interview"]:
            local = wanted[names[row["application"]]]
            stored = datetime.datetime.fromisoformat(row["start"].replace("Z", "+00:00"))
            possible = {local.replace(tzinfo=place, fold=fold).astimezone(datetime.timezone.utc) for fold in (0, 1)}
            if stored.astimezone(datetime.timezone.utc) not in possible:
                raise Lost(f"{local} is {row['start']}, and should be {[p.isoformat() for p in possible]}")
            shown = stored.astimezone(place).replace(tzinfo=None)
            if local == local.replace(tzinfo=place).astimezone(datetime.timezone.utc).astimezone(place).replace(tzinfo=None) and shown != local:
                raise Lost(f"{local} is shown as {shown}")
        agenda = home.must("agenda", env={"TZ": name})
        json.loads(home.must("agenda", "--json", env={"TZ": name}).out)
        home.must("list", env={"TZ": name})
        if agenda.err and not agenda.out and b"nothing" not in agenda.err.lower():
            raise Lost(f"agenda: {agenda}")
    return body
