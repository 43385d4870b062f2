"""Seeded archives in the form that `debrief import` reads: the same size and day give the same bytes."""
import datetime
import json
import random

DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
FIRST = "Nord Kestrel Acme Globe Hayabusa Lumen Orbit Pine Quarry Rhein Sable Tandem Umbra Vertex Willow Zephyr".split()
SECOND = "Labs Systems Works GmbH Energy Health Robotics Networks Media Bank Freight Optics".split()
ROLE = "Platform engineer,Site reliability engineer,Backend developer,Staff engineer,Data analyst,Nurse educator," \
    "Team lead,Product designer,Support engineer,Bilingual clerk".split(",")
NAME = "Ines Kahl,Tom Okafor,Mei Tanaka,Jürgen Weiß,Amira Haddad,Luca Rossi,Anna Novák,Sam Reed".split(",")
QUESTION = [
    "Tell us about an outage you handled", "Why do you want to leave your present post?",
    "How would you design a rate limiter?", "Where do you see yourself in five years?",
    "What would your last manager say about you?", "How do failure modes guide your tests?"]
WORDS = ("kubernetes migration latency budget team conflict story outage review pager postmortem release schedule "
         "customer question answer example number detail silence laugh panel manager salary notice python database "
         "index replica cache queue deploy rollback metric alarm night shift training mentor hiring culture value").split()
REASON = ["R-TECH", "R-FIT", "R-COMM", ""]


class Maker:
    def __init__(self, count, today):
        self.random = random.Random(20260320)
        self.count = count
        self.today = today
        self.archive = {kind: [] for kind in (
            "application person interview event turn finding feedback debrief response improvement letter forecast "
            "note").split()}
        self.archive["version"] = 1

    def id(self):
        bits = self.random.getrandbits(80)
        return "".join(DIGITS[bits >> 5 * i & 31] for i in range(16))

    def words(self, low, high):
        r = self.random
        return " ".join(r.choice(WORDS) for _ in range(r.randint(low, high)))

    def day(self, age):
        return (self.today - datetime.timedelta(days=age)).isoformat()

    def moment(self, age, hour=9):
        return f"{self.day(age)}T{hour:02d}:{self.random.randrange(60):02d}:00Z"

    def add(self, noun, **fields):
        fields.setdefault("id", self.id())
        self.archive[noun].append(fields)
        return fields["id"]

    def application(self, i):
        """One application with about ten facts. Only the ten newest have anything due, at any size."""
        r = self.random
        age = 4 + 8 * i if i < 10 else 100 + int((i - 10) * 6900 / max(1, self.count - 10))
        company = f"{r.choice(FIRST)} {r.choice(SECOND)}" + (f" {i}" if i > 20 else "")
        mine = self.add("application", company=company, role=r.choice(ROLE), channelAsked="form", channelUsed="form",
                        link="", payAsked="", payOffered="", resume="v3", notes=self.words(4, 16),
                        created=self.moment(age + 3))
        here = {"application": mine}

        def event(kind, age, **more):
            self.add("event", **here, kind=kind, on=self.day(age), recorded=self.moment(age), words="", **more)

        person = self.add("person", name=r.choice(NAME), part="interviewer", company=company, email="", phone="",
                          notes="") if r.random() < .5 else None
        talk = self.add("interview", **here, round=1, kind=r.choice(["technical", "panel", "manager"]), format="video",
                        start=self.moment(age + 1, 14), minutes=60, people=[person] if person else [],
                        dressExpected="", dressWorn="", notes=self.words(0, 8), recorded=self.moment(age))
        event("applied", age + 3)
        if i % 5 == 1 and i < 10:
            event("promised", age, due=self.day(age - 7))
        else:
            event(r.choice(["refused", "refused", "refused", "silent", "withdrew"]), age)
        for position in range(r.choice([1, 2, 2, 3]) if i else 12):
            self.add("turn", **here, interview=talk, position=position, asker="them", question=r.choice(QUESTION),
                     answer=self.words(10, 40), rating=r.randint(1, 5), parts=[], prepared="", better=self.words(0, 10),
                     mark="", recorded=self.moment(age))
        for _ in range(r.choice([1, 2, 3]) if i else 14):
            self.add("finding", **here, kind=r.choice(["strength", "weakness", "weakness"]),
                     statement=self.words(4, 12), phase="during", reason=r.choice(REASON), weight=r.randint(2, 4),
                     tier=r.randint(0, 3), recorded=self.moment(age))
        if r.random() < .6:
            self.add("feedback", **here, **{"from": r.choice(NAME)}, channel="email", asked=self.day(age),
                     due=self.day(age - 14), received=self.day(max(0, age - 5)), verbatim=self.words(10, 60),
                     qualification="", aspect="", fit="", comparison="", three=[], candour="general", closed=True,
                     recorded=self.moment(age))
        elif i < 10:
            self.add("feedback", **here, **{"from": "HR"}, channel="email", asked=self.day(age), due=self.day(age - 14),
                     verbatim="", qualification="", aspect="", fit="", comparison="", three=[], closed=False,
                     recorded=self.moment(age))
        if i == 0 or r.random() < .3:
            debrief = self.add("debrief", **here, branch="rejected-after-interview", started=self.moment(age),
                               resting=False, done=2, total=17, lesson=self.words(3, 8))
            self.add("response", **here, debrief=debrief, item=f"note-{i}", value=self.words(3, 12), skipped="",
                     answered=self.moment(age))
            self.add("improvement", **here, debrief=debrief, area="preparation", what=self.words(4, 9),
                     place="the next talk", proof=self.words(3, 6), effort="small", state="open", outcome="",
                     recorded=self.moment(age))
        if r.random() < .15:
            self.add("note", **here, kind="note", text=self.words(5, 30), recorded=self.moment(age))


def write(path, count, today=None):
    """Writes an archive of `count` applications; returns how many facts it holds besides them."""
    maker = Maker(count, today or datetime.date.today())
    for i in range(count):
        maker.application(i)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(maker.archive, file, ensure_ascii=False)
    return sum(len(v) for k, v in maker.archive.items() if k not in ("application", "version"))
