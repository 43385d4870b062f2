"""Computers that sync through git, a stick, or a file syncer: in any order, and with SIGKILL at random moments.

Every text that is typed has a word that no other has. A word that was acknowledged is in the notes of all computers in the
end, unless somebody deleted it, wrote over it, or undid it."""
import json
import os
import re
import shutil
import signal
import subprocess
import time

from rig import Home, Lost, Skipped

WORD = re.compile(rb"zq[0-9]+x")
QUIET = b"Nothing to sync: everything is up to date.\n"
# Fields of words, as a person edits them: `+` only gets more.
TEXTS = {
    "application": ["role", "notes", "posting", "payAsked", "industry"], "debrief": ["lesson"], "event": ["words"],
    "feedback": ["verbatim+", "fit", "aspect", "comparison"], "finding": ["statement", "rival"],
    "improvement": ["what", "proof", "cost", "outcome"], "interview": ["notes", "dressWorn"], "letter": ["subject", "text"],
    "note": ["text"], "person": ["notes", "company"], "preparation": ["text", "detail"], "profile": ["goals", "available"],
    "response": ["value"], "resume": ["reason", "opening", "skills"], "turn": ["question", "answer", "better"]}
NUMBERS = {"finding": ["weight"], "turn": ["rating"], "preparation": ["weight"], "interview": ["duration"]}


def git(folder, *arguments, check=True):
    run = subprocess.run(["git", "-C", folder, *arguments], stdin=subprocess.DEVNULL, capture_output=True)
    if check and run.returncode:
        raise Lost(f"git {' '.join(arguments)}: {run.stderr[:300]}")
    return run.stdout


class Computer:
    """A computer with notes and a folder of its own, and a person who types at it."""

    def __init__(self, group, home, number, folder=None):
        self.group = group
        self.home = Home(home.path(f"computer{number}"), home.binary, home.slow)
        self.number, self.folder = number, folder or self.home.path("folder")
        self.known = None
        # What came by hand, through a folder that no other computer has.
        self.byhand = set()

    def run(self, *arguments, **more):
        self.tick()
        return self.home.run(*arguments, **more)

    def tick(self):
        """Each command has a time that no other has, so that each draws ids of its own."""
        self.group.clock += 1
        seconds = 1_774_000_000 + self.group.clock * 97
        self.home.env["DEBRIEF_NOW"] = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))

    def export(self):
        return self.home.must("export").out

    def words(self):
        if self.known is None:
            self.known = set(WORD.findall(self.export()))
        return self.known

    def keys(self, text):
        path = self.home.write("script.keys", text)
        return self.run("replay", path, "--database", self.home.database)

    def sync(self):
        self.known = None
        return self.run("sync", self.folder)

    def files(self):
        """The files that are shared, by their names."""
        found = {}
        for top, folders, names in os.walk(self.folder):
            if ".git" in folders:
                folders.remove(".git")
            for name in names:
                path = os.path.join(top, name)
                with open(path, "rb") as file:
                    found[os.path.relpath(path, self.folder)] = file.read()
        return found


class Group:
    """Three computers and the way between them."""

    def __init__(self, home, way):
        self.home, self.way, self.clock = home, way, 0
        self.remote = home.path("remote.git")
        stick = home.path("stick") if way == "stick" else None
        self.all = [Computer(self, home, number, stick) for number in range(3)]
        # What a file syncer has, and what it last brought to each, by names.
        self.shared, self.brought = {}, [{} for _ in self.all]
        self.number = 0

    def prepare(self):
        self.home.clear()
        for one in self.all:
            one.home.clear()
        if self.way == "server":
            git("/", "init", "--quiet", "--bare", "-b", "main", self.remote)
            for one in self.all:
                git("/", "clone", "--quiet", self.remote, one.folder)
        one = self.all[0]
        sample = json.loads(self.home_must(one, "export", "--demo"))
        owner = next(row["application"] for row in sample["turn"] if any(r["application"] == row["application"] for r in sample["debrief"]))
        for kind, rows in sample.items():
            if isinstance(rows, list):
                sample[kind] = [row for row in rows if row.get("application", row["id"]) == owner or kind in ("profile",)][:6]
                if kind in ("person", "resume"):
                    sample[kind] = rows[:2]
        path = one.home.write("sample.json", json.dumps(sample))
        self.home_must(one, "import", path)
        for company in ("Acme", "Borea"):
            self.home_must(one, "add", company, "Editor", "--interview", "18 mar 14:00", "--applied", "2 mar")
        self.home_must(one, "feedback", "Acme", "Thanks.", "--from", "Jo")
        self.home_must(one, "quick", "Acme: slow start", "--weakness")
        for one in self.all:
            self.sync(one)
        for one in self.all[:-1]:
            self.sync(one)
    def home_must(self, one, *arguments):
        run = one.run(*arguments)
        if run.code:
            raise Lost(f"{arguments}: {run}")
        return run.out

    # ---- syncs ----
    def sync(self, one, online=True):
        if self.way == "syncer" and online:
            self.carry(one)
        run = one.sync()
        if run.code:
            raise Lost(f"sync on {one.number}: {run}")
        if self.way == "syncer" and online:
            self.carry(one)
        return run

    def carry(self, one):
        """What a file syncer does: what one side changed goes to the other, and what both changed is there twice."""
        last = self.brought[self.all.index(one)]
        here = {name: bytes for name, bytes in one.files().items() if name.endswith(".json")}
        for name in {*here, *last}:
            mine, before, there = here.get(name), last.get(name), self.shared.get(name)
            if mine == before or mine == there:
                continue
            if there == before or there is None:
                self.shared[name] = mine
            elif mine is not None and name != "debrief.json":
                self.number += 1
                self.shared[f"{name[:-5]}.sync-conflict-20260320-{self.number:06}-ABCDEFG.json"] = mine
        self.shared = {name: bytes for name, bytes in self.shared.items() if bytes is not None}
        for name in {*here, *self.shared}:
            bytes, path = self.shared.get(name), os.path.join(one.folder, name)
            if bytes is None:
                os.unlink(path)
            elif bytes != here.get(name):
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "wb") as file:
                    file.write(bytes)
        self.brought[self.all.index(one)] = dict(self.shared)

    def settle(self):
        """Syncs until nobody has anything new; then a round of syncs says so, and all have the same."""
        # After the first of the last two rounds the last computer has all there is.
        for one in (self.all * (4 if self.way == "syncer" else 2))[:-1]:
            self.sync(one)
        heads = [git(one.folder, "rev-parse", "HEAD") for one in self.all]
        for one in self.all:
            told = self.sync(one)
            if told.out != QUIET or told.err:
                raise Lost(f"not quiet on {one.number}: {told.out!r} {told.err[:200]!r}")
        if heads != [git(one.folder, "rev-parse", "HEAD") for one in self.all]:
            raise Lost("a quiet sync made a commit")
        if self.way == "server" and len(set(heads)) > 1:
            raise Lost("the computers are at different commits")
        exports = [one.export() for one in self.all]
        for one, text in zip(self.all, exports):
            if text != exports[0]:
                raise Lost(f"0 and {one.number} ended with different notes: {unlike(exports[0], text)}")
        files = [one.files() for one in self.all]
        for one, there in zip(self.all, files):
            if {name: b for name, b in there.items() if name != ".gitattributes"} != {n: b for n, b in files[0].items() if n != ".gitattributes"}:
                odd = [name for name in {*there, *files[0]} if there.get(name) != files[0].get(name)]
                raise Lost(f"0 and {one.number} ended with different files: {odd[:3]}")
            stray = [name for name in there if not name.endswith(".json") and name != ".gitattributes" or "conflict" in name]
            if stray or any(b"SQLite format" in bytes for bytes in there.values()):
                raise Lost(f"in the folder: {stray[:3]}")
        return exports[0]

    def audit(self, random):
        doctor = random.choice(self.all)
        for one in self.all:
            one.home.sound(one is doctor)
            if b"pv" in b"".join(re.findall(rb"pv[0-9]+x", git(one.folder, "log", "--all", "-p"))):
                raise Lost("a private note left the computer")
            found = subprocess.run(["git", "-C", one.folder, "fsck", "--no-dangling"], capture_output=True)
            if found.returncode:
                raise Lost(f"git fsck: {found.stderr[:300]}")
            if one.home.strays():
                raise Lost(f"left behind: {one.home.strays()[:3]}")


def unlike(one, two):
    """Where two exports differ, shortly."""
    a, b = json.loads(one), json.loads(two)
    found = []
    for kind in a:
        if isinstance(a[kind], list) and a[kind] != b[kind]:
            found += [f"{kind} {json.dumps(row)[:700]}" for row in a[kind] if row not in b[kind]][:2]
            found += [f"but {json.dumps(row)[:700]}" for row in b[kind] if row not in a[kind]][:2]
    return " | ".join(found)


# ---- what a person does ----
def typed(one, word, random):
    """Something new, by a command."""
    acme = random.choice(["Acme", "Borea"])
    return one.run(*random.choice([
        ["add", f"Company {word}", "Engineer"], ["quick", word], ["quick", f"Acme: {word}", "--weakness"],
        ["quick", f"Borea: {word}", "--strength"], ["quick", f"{acme}: {word}"],
        ["feedback", acme, f"They said {word}.", "--from", f"Jo {word}"],
        ["outcome", acme, random.choice(["rejected", "offer", "withdrew", "reopened"]), "--words", f"We {word}."]]))


def dated(one, word, random):
    """The same date on several computers."""
    return one.run("correct", random.choice(["Acme", "Borea"]), "1", "--on", f"{random.randrange(1, 18)} mar 09:00" if random.randrange(2) else
                   f"{random.randrange(1, 18)} mar")


def edited(one, word, random):
    """The same texts on several computers, on the screen."""
    acme = random.choice(["Acme", "Borea"])
    clear = random.choice(["<ctrl+e>", "<ctrl+e> <ctrl+u>"])
    return one.keys(random.choice([
        f":click {acme}\ne <tab> <tab> <tab> <tab> <tab> <tab> {clear}\n:type {word}\n<ctrl+s>\n",
        f":click {acme}\ne <tab> {clear}\n:type {word}\n<ctrl+s>\n",
        f":click Acme\n<enter>\n<alt+1> e {clear}\n:type {word}\n<ctrl+s>\n",
        f":click Acme\n<enter>\n<alt+2> e <tab> <tab> <tab> <ctrl+e>\n:type {word}\n<ctrl+s>\n",
        f"M <tab> <tab> <tab> {clear}\n:type {word}\n<ctrl+s>\n",
        f"P a\n:type {word}\n<ctrl+s>\n", f"P e {clear}\n:type {word}\n<ctrl+s>\n",
        f":click {acme}\n<enter> F\n:type {random.randrange(1, 99)}\n<enter>\n",
        f":click {acme}\n<enter> B\n:type pv{word}\n<esc>\n", "I <enter> <enter>\n",
        f":click {acme}\n<enter>\n<alt+5> a\n:type {word}\n<ctrl+s>\n"]))


def deleted(one, word, random):
    acme = random.choice(["Acme", "Borea"])
    return one.keys(random.choice([
        f":click {acme}\nd y\n", "d y\n", f":click {acme}\n<enter>\n<alt+1> d\n", f":click {acme}\n<enter>\n<alt+2> d\n", "I d\n", "P d y\n"]))


def byhand(one, word, random):
    """Any noun, in a folder of one's own that is taken in."""
    folder = one.home.path("hand")
    one.run("export", "--folder", folder)
    places = [os.path.join(top, name) for top, _, names in os.walk(folder) for name in names if name not in ("debrief.json", ".gitattributes")]
    if not places:
        return one.run("undo", "--list")
    path = random.choice(sorted(places))
    with open(path) as file:
        tree = json.load(file)
    kinds = sorted(kind for kind, rows in tree.items() if isinstance(rows, list) and rows and kind in TEXTS)
    if not kinds:
        return one.run("undo", "--list")
    kind = random.choice(kinds)
    row = random.choice(tree[kind])
    what = random.randrange(8)
    if what == 0 and kind not in ("application", "profile"):
        tree[kind].remove(row)
        tree.setdefault("gone", {}).setdefault(kind, {})[row["id"]] = "2026-03-20"
    elif what == 1 and kind in NUMBERS:
        row[NUMBERS[kind][0]] = random.randrange(1, 6)
    else:
        field = random.choice(TEXTS[kind])
        grows, field = field.endswith("+"), field.rstrip("+")
        was = row.get(field, "")
        row[field] = f"{was} I said {word}." if grows or random.randrange(2) else f"I said {word}."
    with open(path, "w") as file:
        json.dump(tree, file)
    run = one.run("import", folder)
    if run.code:
        # What is refused is not in the folder the next time.
        shutil.rmtree(folder)
    return run


ACTS = [typed] * 6 + [edited] * 5 + [byhand] * 5 + [deleted] * 2 + [dated] * 2


class Person:
    """What was typed and acknowledged, and what was taken away by those who typed."""

    def __init__(self, group, random):
        self.group, self.random = group, random
        self.written, self.dropped, self.steps = set(), set(), []
        self.number = random.randrange(10**6) * 1000

    def word(self):
        self.number += 1
        return f"zq{self.number}x"

    def note(self, one, *words):
        self.steps.append(" ".join(map(str, [one.number, *words])))

    def act(self, one):
        word, act = self.word(), self.random.choice(ACTS)
        before = one.words()
        run = act(one, word, self.random)
        one.known = None
        after = one.words()
        self.note(one, act.__name__, word, f"exit {run.code}", f"+{len(after - before)} -{len(before - after)}")
        self.dropped |= before - after
        self.written |= after - before
        if act is byhand:
            one.byhand |= after - before

    def undo(self, one):
        before = one.words()
        kind = self.random.randrange(6)
        run = one.run(*(["undo", "--force"] if kind < 4 else ["redo"]))
        one.known = None
        after = one.words()
        self.note(one, run.out.decode().strip(), f"exit {run.code}", f"+{len(after - before)} -{len(before - after)}")
        if run.out.strip() != b"undone: sync" and run.out.strip() != b"redone: sync":
            self.dropped |= before - after
        else:
            # What came by hand is nowhere else, unless it was sent.
            self.dropped |= (before - after) & one.byhand

    def sync(self, one):
        told = self.group.sync(one, self.random.randrange(3) > 0)
        self.note(one, "sync:", told.out.decode().strip(), told.err.decode().strip())
        return told

    def taken(self, one):
        """A sync is one change that undo takes back, and redo does again."""
        before = one.export()
        told = self.sync(one)
        after = one.export()
        if before == after:
            return
        if one.run("undo", "--force").out != b"undone: sync\n" or one.export() != before:
            raise Lost(f"undo doesn't take a sync back: {unlike(before, one.export())}")
        if one.run("redo").out != b"redone: sync\n" or one.export() != after:
            raise Lost(f"redo doesn't do a sync again: {unlike(after, one.export())}")
        self.note(one, "undo and redo of", told.out.decode().strip().split("\n")[0])

    def hurt(self, one):
        """A file is missing from the folder, or the folder is at an older commit."""
        names = [name for name in one.files() if "/" in name]
        if self.group.way != "syncer" and self.random.randrange(2):
            count = self.random.randrange(1, 3)
            git(one.folder, "reset", "--quiet", "--hard", f"HEAD~{count}", check=False)
            self.note(one, f"git reset --hard HEAD~{count}")
        elif names:
            name = self.random.choice(sorted(names))
            os.unlink(os.path.join(one.folder, name))
            self.note(one, "rm", name)

    def step(self):
        one = self.random.choice(self.group.all)
        kind = self.random.randrange(40)
        if kind < 22:
            self.act(one)
        elif kind < 28:
            self.undo(one)
        elif kind < 37:
            self.sync(one)
        elif kind < 39:
            self.taken(one)
        else:
            self.hurt(one)

    def end(self):
        export = self.group.settle()
        lost = self.written - self.dropped - set(WORD.findall(export))
        if lost:
            raise Lost(f"words are gone: {sorted(lost)[:5]}")
        self.group.audit(self.random)


def played(way, steps):
    def round(home, random):
        if not shutil.which("git"):
            raise Skipped("there is no git")
        group = made(home, way)
        person = Person(group, random)
        try:
            for _ in range(steps):
                person.step()
            person.end()
        except Lost as lost:
            raise Lost(f"{lost}\n        " + "\n        ".join(person.steps)) from None
        home.tally += 1
    return round


def made(home, way):
    """The computers at the beginning: made once, then copied back each time."""
    groups = home.__dict__.setdefault("groups", {})
    first = way not in groups
    if first:
        groups[way] = Group(home, way)
    group = groups[way]
    home.become(way, lambda _: group.prepare())
    if first:
        group.kept = dict(group.shared), [dict(names) for names in group.brought]
    group.shared, group.brought = dict(group.kept[0]), [dict(names) for names in group.kept[1]]
    for one in group.all:
        one.known, one.byhand = None, set()
    group.clock = 1000
    return group


# ---- rounds ----
def orders(home, random, quick):
    for number in range(12 if quick else 1000):
        yield f"order {number}", played(["server", "server", "stick", "syncer"][number % 4], 12)


def rounds(home, random, quick):
    for number in range(8 if quick else 200):
        yield f"computers {number}", killed(16 if quick else 30)


def killed(steps):
    def round(home, random):
        if not shutil.which("git"):
            raise Skipped("there is no git")
        group = made(home, "server")
        person = Person(group, random)
        # How long a sync takes, so that a kill falls anywhere in it.
        began = time.monotonic()
        group.sync(group.all[0])
        usual = time.monotonic() - began
        try:
            for _ in range(steps):
                one = random.choice(group.all)
                kind = random.randrange(10)
                if kind < 4:
                    person.act(one)
                elif kind < 5:
                    person.undo(one)
                elif kind < 6:
                    person.sync(one)
                else:
                    kill(one, usual * random.uniform(0, 1.1), random.randrange(2), person)
                    home.tally += 1
            person.end()
        except Lost as lost:
            raise Lost(f"{lost}\n        " + "\n        ".join(person.steps)) from None
    return round


def kill(one, after, together, person):
    """Ends a sync after so many seconds: the program alone, or its git, too."""
    one.tick()
    one.known = None
    child = one.home.start("sync", one.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(after)
    if together:
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
    else:
        child.kill()
    child.communicate(timeout=20)
    person.note(one, f"sync, killed after {after:.3f} s{' with git' if together else ''}")
    one.home.sound(False)
