"""Computers that sync through git, a stick, or a file syncer: in any order, and with SIGKILL at random moments.

Every text that is typed has a word that no other has. A word that was acknowledged is in the notes of all computers in the
end, unless somebody deleted it, wrote over it, or undid it, or it was told that another value was kept in its place."""
import json
import os
import shutil
import signal
import subprocess
import time

from computers import WORD, git, made, unlike
from rig import Lost, Skipped

# Fields of words, as a person edits them: `+` only gets more.
TEXTS = {
    "application": ["role", "notes", "posting", "payAsked", "industry", "coverText"], "debrief": ["lesson"], "event": ["words"],
    "feedback": ["verbatim+", "fit", "aspect", "comparison"], "finding": ["statement", "rival"],
    "improvement": ["what", "proof", "cost", "outcome"], "interview": ["notes", "dressWorn"], "letter": ["subject", "text"],
    "note": ["text"], "person": ["notes", "company"], "preparation": ["text", "detail"], "profile": ["goals", "available"],
    "response": ["value"], "resume": ["reason", "opening", "skills"], "turn": ["question", "answer", "better"]}
NUMBERS = {"finding": ["weight"], "turn": ["rating"], "preparation": ["weight"], "interview": ["duration"]}


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

    def act(self, one, acts=ACTS):
        word, act = self.word(), self.random.choice(acts)
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

    def halfway(self, one):
        """The shared folder is only taken in, or only written."""
        before = one.words()
        run = one.run(*self.random.choice([["import", one.folder], ["export", "--folder", one.folder]]))
        one.known = None
        if before - one.words():
            self.note(one, "import takes away", sorted(before - one.words()))
        self.note(one, "halfway:", run.out.decode().strip(), f"exit {run.code}")

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

    def back(self, one):
        """Something that was sent is undone, that is sent, and it's done again: everybody has what was there before."""
        self.group.settle()
        before = one.export()
        # A private note is in no journal, so what is typed on the screen is left out here; so is what somebody wrote by
        # hand, which is taken in by a sync: what undo takes back of one comes in again with the next.
        self.act(one, [typed, typed, dated, deleted])
        if one.export() == before:
            return
        middle, others = one.export(), self.random.randrange(2)
        for step in ("undo", "redo"):
            self.sync(one)
            if others:
                # What comes and goes is seen by the others, too, who change nothing.
                for other in self.group.all:
                    self.sync(other)
                self.sync(one)
            run = one.run(step, *(["--force"] if step == "undo" else []))
            one.known = None
            self.note(one, step, run.out.decode().strip(), run.err.decode().strip())
            if run.code or one.export() != (before if step == "undo" else middle):
                raise Lost(f"{step} between two syncs: exit {run.code} {run.err[:200]!r}: {unlike(before if step == 'undo' else middle, one.export())}")
        self.sync(one)
        export = self.group.settle()
        if export != middle:
            raise Lost(f"a redo between two syncs is lost: {unlike(middle, export)}")

    def stale(self, one):
        """A file syncer leaves a copy of how a file once was: it has nothing new, so it changes nothing."""
        self.group.settle()
        names = [name for name in sorted(one.files()) if "/" in name or name == "shared.json"]
        if not names:
            return
        name = self.random.choice(names)
        commits = git(one.folder, "rev-list", "HEAD", "--", name).decode().split()
        if not commits:
            return
        commit = self.random.choice(commits)
        copy = git(one.folder, "cat-file", "blob", f"{commit}:{name}", check=False)
        before = one.export()
        with open(os.path.join(one.folder, f"{name[:-5]} (conflicted copy 2026-03-20).json"), "wb") as file:
            file.write(copy)
        self.note(one, "a copy of", name, "as of", commit[:8])
        told = self.sync(one)
        if one.export() != before or b"Two computers" in told.out + told.err or b"it's back" in told.out + told.err:
            raise Lost(f"an old copy changed something: {unlike(before, one.export())} {told.out!r} {told.err!r}")

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
        kind = self.random.randrange(43)
        if kind >= 41:
            self.stale(one)
        elif kind >= 40:
            self.back(one)
        elif kind < 22:
            self.act(one)
        elif kind < 28:
            self.undo(one)
        elif kind < 37:
            self.sync(one)
        elif kind < 38:
            self.taken(one)
        elif kind < 39:
            self.halfway(one)
        else:
            self.hurt(one)

    def end(self):
        export = self.group.settle()
        lost = self.written - self.dropped - self.group.told - set(WORD.findall(export))
        if lost:
            raise Lost(f"words are gone: {sorted(lost)[:5]}")
        self.group.audit(self.random)


def through(way, steps):
    """A round with a person at computers that sync in some way; what was done is told with what was lost."""
    def round(home, random):
        if not shutil.which("git"):
            raise Skipped("there is no git")
        person = Person(made(home, way), random)
        try:
            steps(home, person)
        except Lost as lost:
            raise Lost(f"{lost}\n        " + "\n        ".join(person.steps)) from None
    return round


def played(way, count):
    def steps(home, person):
        for _ in range(count):
            person.step()
        person.end()
        home.tally += 1
    return through(way, steps)


# ---- rounds ----
def orders(home, random, quick):
    for number in range(12 if quick else 1000):
        yield f"order {number}", played(["server", "server", "stick", "syncer"][number % 4], 12)


def rounds(home, random, quick):
    for number in range(8 if quick else 200):
        yield f"computers {number}", killed("stick" if number % 4 == 3 else "server", 16 if quick else 30)


def killed(way, count):
    def steps(home, person):
        group, random = person.group, person.random
        # How long a sync takes, so that a kill falls anywhere in it.
        began = time.monotonic()
        group.sync(group.all[0])
        usual = time.monotonic() - began
        for _ in range(count):
            one = random.choice(group.all)
            kind = random.randrange(10)
            if kind < 4:
                person.act(one)
            elif kind < 5:
                person.undo(one)
            elif kind < 6:
                person.sync(one)
            elif kind < 7:
                together(group, person)
            else:
                kill(one, usual * random.uniform(0, 1.1), random.randrange(2), person)
                home.tally += 1
        person.end()
    return through(way, steps)


def together(group, person):
    """All sync at the same time, while somebody goes on typing."""
    running = []
    for one in group.all:
        one.tick()
        one.known = None
        running.append(one.home.start("sync", one.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE))
    one = person.random.choice(group.all)
    word = person.word()
    if one.run("quick", f"Acme: {word}", "--weakness").code == 0:
        person.written.add(word.encode())
    for one, child in zip(group.all, running):
        out, err = child.communicate(timeout=60)
        person.note(one, "sync with the others:", f"exit {child.returncode}", out.decode().strip(), err.decode().strip())
        if child.returncode not in (0, 75):
            raise Lost(f"sync with the others: exit {child.returncode}: {err[:300]}")


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
