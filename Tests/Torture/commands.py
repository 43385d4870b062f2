"""The commands that write, each with the home it is tried in and what shows that it was done once and whole."""
import functools
import json
import os
import re
import shutil
import subprocess
import threading

from rig import Lost, difference, integrity, plain

FILES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "StoreTests", "Files")
CANARY = "Zqcanary"
# The system calls that change a file, or make sure of it.
WRITES = ("pwrite64", "write", "writev", "ftruncate", "fallocate")
SYNCS = ("fsync", "fdatasync")
NAMES = ("rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "mkdir", "mkdirat", "fchmod", "chmod")


def notes(home):
    """Two applications, things said about them, a deleted one that undo can bring back, and a backup."""
    home.must("add", CANARY, "Nobody")
    home.write("delete.keys", "d\ny\n")
    home.must("replay", "delete.keys", "--database", home.database)
    if CANARY in json.dumps(home.export()):
        raise Lost("an application wasn't deleted")
    home.must("add", "Nordlicht", "Engineer", "--applied", "2 mar")
    home.must("add", "Acme", "Editor", "--interview", "18 mar 14:00")
    home.must("backup")
    home.must("feedback", "Acme", "Clear and quick.", "--on", "19 mar")
    home.must("quick", "a thought")
    sample = json.loads(home.must("export", "--demo").out)
    one = sample["application"][-1]["id"]
    for kind, rows in sample.items():
        if isinstance(rows, list) and kind not in ("person", "resume"):
            sample[kind] = [row for row in rows if one in (row["id"], row.get("application"))]
    home.write("sample.json", json.dumps(sample))


def old(number):
    """A store of an earlier version."""
    def make(home):
        shutil.copy(os.path.join(FILES, f"schema-{number}.db"), home.database)
        os.chmod(home.database, 0o600)
    make.__name__ = f"schema {number}"
    return make


# What each command leads to, whoever found it out first.
KNOWN, LOCK = {}, threading.Lock()


class Command:
    def __init__(self, name, arguments, prepare=notes, saved=None, harmless=False):
        self.name, self.arguments, self.prepare = name, arguments, prepare
        # What is also there when it was done, besides what an export shows.
        self.saved = saved
        # Whether doing it again when it was done already changes nothing.
        self.harmless = harmless

    def ready(self, home):
        """The home before; returns what an export says before and after."""
        with LOCK:
            if self.name not in KNOWN:
                home.become(self.prepare.__name__, self.prepare)
                before = plain(home.export()) if self.prepare is notes else None
                home.must(*self.arguments)
                after = plain(home.export())
                KNOWN[self.name] = (before or after, after)
        home.become(self.prepare.__name__, self.prepare)
        return KNOWN[self.name]

    def check(self, home, run, before, after, doctor):
        """After a fault: it was done, or nothing was; doing it again does it. Returns whether it had been done."""
        found = plain(home.export())
        home.sound(doctor)
        self.tidy(home)
        sure = b"It's saved in", b"is in its place"
        told = run.code == 0 or any(words in run.err for words in sure) or (self.name == "add" and run.out.strip())
        if found == after and (before != after or told):
            done = True
        elif found == before and not told:
            done = bool(self.saved and self.name == "backup FILE" and self.is_saved(home))
        else:
            raise Lost(f"{run}: told {bool(told)}, but {difference(after if told else before, found)}")
        if self.saved and (told and run.code == 0):
            self.saved(home, True)
        if done and run.code != 0 and not told and b"Check for your last change" not in run.err and run.code > 0:
            raise Lost(f"{run}: says that it failed, and it was done")
        if not done or self.harmless:
            again = home.run(*self.arguments)
            if again.code:
                raise Lost(f"again: {again}")
            found = plain(home.export())
            if found != after:
                raise Lost(f"again: {difference(after, found)}")
            if self.saved:
                self.saved(home, True)
        self.tidy(home)
        return done

    def is_saved(self, home):
        """Whether what an export doesn't show is there, and whole."""
        try:
            self.saved(home, True)
        except Lost:
            return False
        return True

    def tidy(self, home):
        """What was cut off may be left behind, when the doctor names it."""
        strays = home.strays()
        named = home.run("doctor").out.decode() if strays else ""
        for path in strays:
            if path not in named:
                raise Lost(f"left behind without a word: {os.path.basename(path)}")
            os.unlink(path)


def purged(home, _):
    for path in (home.database, home.database + "-journal"):
        if os.path.exists(path) and CANARY.lower() in open(path, "rb").read().decode("latin-1").lower():
            raise Lost(f"a deleted word is still in {os.path.basename(path)}")


def listed(home, _):
    document = json.loads(home.must("backup", "--list", "--json").out)["backups"]
    if not document:
        raise Lost("there is no backup")
    if any(row.get("fault") for row in document):
        raise Lost(f"a backup is bad: {[row.get('fault') for row in document]}")


def copied(home, _):
    path = home.path("notes/copy.db")
    if not os.path.exists(path) or integrity(path) != ["ok"]:
        raise Lost("the copy isn't there, or isn't whole")
    if plain(home.export("--database", path)) != plain(home.export()):
        raise Lost("the copy says something else")


ALL = [
    Command("add", ["add", "Newco", "R", "--applied", "3 mar"]),
    Command("outcome", ["outcome", "Nordlicht", "rejected", "--on", "15 mar", "--words", "We chose somebody else."]),
    Command("feedback", ["feedback", "Nordlicht", "Too quiet.", "--on", "16 mar"]),
    Command("quick", ["quick", "another thought"]),
    Command("import", ["import", "sample.json"], harmless=True),
    Command("undo", ["undo"]),
    Command("backup", ["backup"], saved=listed),
    Command("backup FILE", ["backup", "notes/copy.db"], saved=copied),
    Command("restore", ["restore", "2026-03-20-1000-asked", "--yes"], saved=listed),
    Command("purge", ["purge", "--now", "--yes"], saved=purged),
    *(Command(f"migrate {number}", ["list"], prepare=old(number)) for number in (1, 4, 5)),
]


def calls(home, command, names, folder):
    """How often a command makes each of these calls, at most, in one of its threads; and their count in all."""
    path = f"{folder}/trace"
    home.must(*command.arguments, prefix=["strace", "-f", "--seccomp-bpf", "-qq", "-y", "-e", "trace=" + ",".join("?" + n for n in names),
                                          "-e", "signal=none", "-o", path])
    counts = {}
    for line in open(path, encoding="utf-8", errors="replace"):
        found = re.match(r"(\d+) +(\w+)\(", line)
        if found and found[2] in names:
            counts.setdefault(found[2], {}).setdefault(found[1], 0)
            counts[found[2]][found[1]] += 1
    return {name: max(threads.values()) for name, threads in counts.items()}


@functools.lru_cache(None)
def can_trace():
    """Whether strace is there and may change calls."""
    tries = (["inject=write:error=ENOSPC:when=1"], 1), (["inject=write:signal=SIGKILL:when=1"], -9)
    try:
        # It must do both: fail a call, and kill at one.
        return all(subprocess.run(["strace", "-f", "-o", "/dev/null", "-e", "trace=write", "-e", *words, "echo", "x"], capture_output=True,
                                  timeout=20).returncode == code for words, code in tries)
    except (OSError, subprocess.TimeoutExpired):
        return False
