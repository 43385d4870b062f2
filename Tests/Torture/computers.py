"""Computers that share a folder by way of git, a stick, or a file syncer, and what must hold when all have synced."""
import json
import os
import re
import subprocess
import time

from rig import Home, Lost

WORD = re.compile(rb"zq[0-9]+x")
QUIET = b"Nothing to sync: everything is up to date.\n"


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
        # Words of values that were told not to have stayed.
        self.told = set()

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
        # Of a field that holds one value, the one that doesn't stay is told.
        for line in run.out.splitlines():
            if line.startswith(b"Two computers set different values."):
                self.told |= set(WORD.findall(line))
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
        if len(set(heads)) > 1 and self.way == "server":
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
