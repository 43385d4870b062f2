"""Writes year.json: a year of somebody's applications, forty of them, all made up. `MonthsTests` holds what the
figures over months say of it against a table that was counted by hand from the lines below."""
import datetime
import json

START = datetime.date(2025, 3, 25)
KINDS = ("application person interview event turn finding feedback debrief response improvement letter forecast note "
         "preparation mark resume profile review").split()
archive = {kind: [] for kind in KINDS}
archive["version"] = 1
serial = {}


def add(noun, app, **fields):
    serial[noun] = serial.get(noun, 0) + 1
    fields["id"] = f"{noun[:4]}{serial[noun]:012d}"
    if app is not None:
        fields["application"] = app
    archive[noun].append(fields)
    return fields["id"]


def day(n, offset=0):
    return START + datetime.timedelta(days=9 * (n - 1) + offset)


def at(when, hour=19):
    return f"{when.isoformat()}T{hour:02d}:00:00Z"


def later(when, days):
    return when + datetime.timedelta(days=days)


def event(app, kind, when, **more):
    return add("event", app, kind=kind, on=when.isoformat(), recorded=at(when), words="", **more)


def finding(app, kind, statement, when, area=None, reason="", weight=3, tier=2, evidence=None):
    fields = dict(kind=kind, statement=statement, phase="during", reason=reason, weight=weight, tier=tier,
                  recorded=at(when))
    if area:
        fields["area"] = area
    if evidence:
        fields["evidence"] = evidence
    return add("finding", app, **fields)


def rounds(n):
    if 21 <= n <= 26 or n == 35:
        return 1
    if 27 <= n <= 30 or n == 34:
        return 2
    return 3 if 31 <= n <= 33 else 0


def resume(n):
    if n == 31:
        return "v2 pumps"
    if n == 32:
        return ""
    if n == 33:
        return "v2 data"
    return "v1" if n <= 12 else "v2" if n <= 30 else "v3"


for n in range(1, 41):
    app = f"year{n:012d}"
    it = dict(id=app, company=f"Invented {n:02d}", role="Analyst", channelAsked="", channelUsed="", link="",
              payAsked="", payOffered="", resume=resume(n), notes="", created=at(day(n), 8))
    # Picked: 1, 2, 21 to 34; one of many: 3 to 18; the others do not say.
    if n in (1, 2) or 21 <= n <= 34:
        it["picked"] = True
    elif 3 <= n <= 18:
        it["picked"] = False
    # With a cover letter: "warm" 15 to 24, "short" 34 and 36, one without a name 25, its text alone 26.
    # Without: 1 to 6, 37. The others do not say.
    if 15 <= n <= 24:
        it["cover"] = "warm"
    elif n in (34, 36):
        it["cover"], it["coverSent"] = "short", True
    elif n == 25:
        it["coverSent"] = True
    elif n == 26:
        it["coverText"] = "I kept a warehouse counted for two years."
    elif n <= 6 or n == 37:
        it["coverSent"] = False
    # Glad: 1, 2, 5; not glad: 21.
    if n in (1, 2, 5, 21):
        it["glad"] = n != 21
    if 21 <= n <= 26:
        it["industry"] = "Logistics" if n <= 23 else "Health"
    pay = {27: ("60,000 a year", "55,000 a year"), 28: ("60,000 a year", "60,000 a year"),
           33: ("62,000 a year", "66,000 a year"), 34: ("65,000 a year", "60,000 a year")}.get(n)
    if pay:
        it["payAsked"], it["payOffered"] = pay
    archive["application"].append(it)
    event(app, "applied", day(n))

    # Rounds are ten days apart; 38 held one, 39 held one and has one ahead, 40 has one ahead.
    dates = [day(n, 10 * r) for r in range(1, rounds(n) + 1)]
    dates += {38: [datetime.date(2026, 3, 16)], 39: [datetime.date(2026, 3, 15), datetime.date(2026, 3, 25)],
              40: [datetime.date(2026, 3, 24)]}.get(n, [])
    talks = [add("interview", app, round=r, kind="other", start=at(when, 10), minutes=60, people=[],
                 dressExpected="", dressWorn="", notes="", recorded=at(later(when, -3), 8))
             for r, when in enumerate(dates, 1)]
    end = later(dates[-1], 5) if dates else day(n, 20)

    # How it ended.
    if n <= 14 or 21 <= n <= 32:
        event(app, "refused", end)
        if n == 30:
            event(app, "reopened", later(end, 3))
            end = later(end, 6)
            event(app, "refused", end)
    elif n <= 18:
        event(app, "silent", day(n, 40))
    elif n in (19, 20, 35):
        event(app, "withdrew", end)
    elif n == 33:
        event(app, "offered", end)
        event(app, "accepted", later(end, 2))
    elif n == 34:
        event(app, "offered", end)
        event(app, "declined", later(end, 2))

    # Debriefs: 1, 2 and 21 to 32; the mood rose for 21 to 27, stayed for 28 to 30, fell for 31 and 32.
    if n in (1, 2) or 21 <= n <= 32:
        branch = "rejected-after-interview" if n > 2 else "rejected-without-interview"
        debrief = add("debrief", app, branch=branch, started=at(end, 20), resting=False, done=3, total=3,
                      lesson=f"lesson {n}" if n <= 24 else "", closed=at(end, 21))

        def answer(item, value):
            return add("response", app, debrief=debrief, item=item, answered=at(end, 20), value=str(value), skipped="")

        if n > 2:
            before, after = (2, 4) if n <= 27 else (3, 3) if n <= 30 else (3, 2)
            answer("mood.start", before)
            answer("mood.end", after)
            answer("offday.what", "sleep" if n <= 23 else "none")
        # Interruptions: asked of 21 to 26.
        if 21 <= n <= 26:
            answer("interrupt.count", {21: 2, 22: 1, 25: 3}.get(n, 0))

    # What 21 and 22 have of the room was written down five days after.
    if 21 <= n <= 34:
        first = dates[0]
        written = later(first, 5) if n <= 22 else first
        prepared = []
        if n in (27, 28):
            prepared = [add("preparation", app, kind="answer", text=f"Question {k} of {n}", detail="an answer",
                            state="done", recorded=at(later(first, -2))) for k in (1, 2)]
        low = n <= 26
        turns = []
        for k, rating in enumerate((2, 3) if low else (4, 3)):
            fields = dict(interview=talks[0], position=k, asker="them", question=f"Question {k + 1}", answer="so",
                          rating=rating, parts=[], prepared="", better="", mark="", recorded=at(written, 21))
            if k == 0:
                fields["delivery"] = "fresh" if low else "prepared"
                fields["reaction"] = "neutral" if low else "interest"
                if prepared:
                    fields["preparation"] = prepared[0]
            elif n == 27:
                fields["preparation"] = prepared[1]
            elif n <= 23:
                fields["delivery"] = "scripted"
            turns.append(add("turn", app, **fields))

        if 21 <= n <= 24:
            finding(app, "weakness", "lost the thread of the index", written, "skills", "R-TECH", 4)
        if n in (21, 25):
            finding(app, "weakness", "interrupted the panel", written, "behaviour", "R-INTERRUPT", 2)
        if 26 <= n <= 28:
            finding(app, "weakness", "had not read their report", written, "preparation", "", 3)
        if n == 21 or n >= 27:
            finding(app, "strength", "stayed calm while drawing", written, "presentation", "", 3)
        if 31 <= n <= 33:
            finding(app, "strength", "sized the tank with numbers", written, "skills", "", 5)
        if n <= 23:
            finding(app, "outside", "slept badly the night before", written, None, "R-OFFDAY", 2)

        # Predictions after the first round, and how it felt: bad for 21 to 23 and 32, okay for 31.
        if n <= 32:
            add("forecast", app, interview=talks[0], chance=60 if low else 70 if n <= 30 else 30, sealed=at(first, 12),
                felt=2 if n <= 23 else 4 if n <= 30 else 3 if n == 31 else 1)
        # Research: four prompts for 27 to 30, one for 21 to 24.
        prompts = ["what they do", "mission", "news", "challenges"]
        for prompt in prompts[:4 if 27 <= n <= 30 else 1 if n <= 24 else 0]:
            add("preparation", app, kind="company", text=prompt, detail="noted", state="done",
                recorded=at(later(first, -2)))

    # What jobs ask for, in two industries.
    needs = {21: [("Python", "met"), ("Forklift license", "met")],
             22: [("Python", "met"), ("Forklift license", "unmet")],
             23: [("Forklift license", "met"), ("Spanish", "unmet")],
             24: [("Python", "met"), ("Spanish", "unmet")], 25: [("Python", "partly")], 26: [("Spanish", "open")]}
    for text, state in needs.get(n, []):
        add("preparation", app, kind="requirement", text=text, detail="", state=state, recorded=at(day(n, 1)))

    # Requests: days after the no, channel, part, candour; nil for no answer.
    asks = {23: (2, "email", "interviewer", "specific", ""), 24: (2, "email", "hr", "general", "R-MOREEXP"),
            25: (5, "phone", "manager", "specific", "R-INTERRUPT"), 26: (0, "email", "hr", None, ""),
            27: (10, "email", "hr", "boilerplate", ""), 28: (5, "phone", "manager", "example", ""),
            29: (2, "phone", "interviewer", "specific", "R-MOREEXP"), 30: (20, "email", "recruiter", "declined", "")}
    if n in asks:
        wait, channel, part, candour, reason = asks[n]
        person = add("person", None, name=f"Made Up {n}", part=part, company=it["company"], email="", phone="",
                     notes="")
        asked = later(end, wait)
        fields = {"from": f"Made Up {n}", "person": person, "channel": channel, "asked": asked.isoformat(),
                  "verbatim": "", "qualification": "", "aspect": "", "fit": "", "comparison": "", "three": [],
                  "closed": candour is None, "recorded": at(asked)}
        if candour:
            fields.update(received=later(asked, 3).isoformat(), candour=candour, verbatim="their words")
        if reason:
            fields["three"] = [{"text": "one thing", "reason": reason}]
        reply = add("feedback", app, **fields)
        if n == 23:
            finding(app, "weakness", "they missed depth", later(asked, 3), "skills", "R-TECH", 4, 3,
                    {"kind": "feedback", "id": reply})
    if n == 38:
        add("forecast", app, interview=talks[0], chance=50, sealed=at(dates[0], 12), felt=5)
        person = add("person", None, name="Made Up 38", part="hr", company=it["company"], email="", phone="", notes="")
        add("feedback", app, **{"from": "Made Up 38", "person": person, "channel": "email", "asked": "2026-03-18",
                                "due": "2026-04-01", "verbatim": "", "qualification": "", "aspect": "", "fit": "",
                                "comparison": "", "three": [], "closed": False, "recorded": "2026-03-18T19:00:00Z"})

    # Thank-you notes for 21 to 26, two of them answered; one letter to stay in touch still waits.
    if 21 <= n <= 26:
        fields = dict(kind="L1", subject="", text="Thank you.", state="answered" if n <= 22 else "sent",
                      sent=later(dates[0], 1).isoformat(), channel="email", recorded=at(dates[0]))
        if n <= 22:
            fields["answered"] = later(dates[0], 3).isoformat()
        add("letter", app, **fields)
    if n == 28:
        add("letter", app, kind="L8", subject="", text="Hello again.", state="sent", sent="2026-03-15",
            channel="email", recorded="2026-03-15T10:00:00Z")

    # Changes to try.
    state = {21: "done", 22: "done", 23: "dropped", 24: "open", 25: "open"}.get(n)
    if state:
        add("improvement", app, area="skills", what=f"try {n}", place="the next round", proof="they nod",
            effort="small", state=state, outcome="" if state == "open" else "as it went", recorded=at(end, 21))

with open("year.json", "w", encoding="utf-8") as out:
    json.dump(archive, out, indent=1, sort_keys=True)
    out.write("\n")
