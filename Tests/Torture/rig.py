"""A home of its own for the program: runs commands in it, looks at the store without it, and puts it back as it was."""
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import threading

NOW = "2026-03-20T10:00:00Z"
# What ends a program that went wrong by itself; SIGKILL and SIGTERM come from here.
CRASHES = {signal.SIGILL, signal.SIGTRAP, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGSEGV, signal.SIGSYS,
           signal.SIGXFSZ, signal.SIGXCPU, signal.SIGPIPE}
# Files that stand beside a store or among its backups once all is done.
SETTLED = (".db", ".db-journal", "purged", ".json", ".keys")

# What the doctor says of a file that is of no use to anybody.
LEFT = "is left from a backup or a restore that was cut off"


class Lost(Exception):
    """A promise that was not kept, in a sentence."""


class Skipped(Exception):
    """Something that cannot be tried here, and why."""


class Run:
    """How a program ended and what it said."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def words(self):
        return self.err.decode("utf-8", "replace").strip()

    @property
    def crash(self):
        """The name of the signal that a fault of its own ended it with, or ''."""
        number = -self.code if self.code < 0 else self.code - 128 if self.code > 128 else 0
        return signal.Signals(number).name if number in CRASHES else ""

    def __str__(self):
        return f"exit {self.code}: {self.words[:300]}"


class Home:
    def __init__(self, folder, binary, slow=1.0):
        self.folder, self.binary, self.slow = folder, binary, slow
        self.tally = 0
        self.templates = {}
        self.lock = threading.Lock()
        self.database = f"{folder}/notes/debrief.db"
        keep = {k: v for k, v in os.environ.items() if k in ("PATH", "LD_LIBRARY_PATH")}
        self.env = {**keep, "HOME": folder, "TERM": "xterm-256color", "TZ": "UTC", "LC_ALL": "C.UTF-8",
                    "XDG_CONFIG_HOME": f"{folder}/config", "XDG_DATA_HOME": f"{folder}/data",
                    "XDG_STATE_HOME": f"{folder}/state", "XDG_RUNTIME_DIR": f"{folder}/run",
                    "SWIFT_BACKTRACE": "enable=no", "DEBRIEF_DATABASE": self.database, "DEBRIEF_NOW": NOW}
        self.clear()

    # ---- the folder ----
    def clear(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        for name in ("config", "data", "state", "run", "notes"):
            os.makedirs(f"{self.folder}/{name}", 0o700)

    def become(self, name, prepare):
        """The home as `prepare` leaves it: made once, then copied back each time."""
        if name not in self.templates:
            self.clear()
            self.templates[name] = (f"{self.folder}.{name}", prepare(self))
            shutil.copytree(self.folder, self.templates[name][0])
        kept, value = self.templates[name]
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(kept, self.folder)
        return value

    def path(self, name):
        return f"{self.folder}/{name}"

    def write(self, name, content):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        return path

    # ---- the program ----
    def start(self, *arguments, prefix=(), env=None, **more):
        return subprocess.Popen([*prefix, self.binary, *arguments], env={**self.env, **(env or {})}, cwd=self.folder,
                                start_new_session=True, **more)

    def run(self, *arguments, given=b"", limit=60, prefix=(), env=None):
        """Runs a command to its end; one that takes too long is lost."""
        child = self.start(*arguments, prefix=prefix, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE)
        try:
            out, err = child.communicate(given, timeout=limit * self.slow)
        except subprocess.TimeoutExpired:
            end(child)
            raise Lost(f"{show(arguments)}: not done after {limit * self.slow:.0f} s") from None
        run = Run(child.returncode, out, err)
        if run.crash:
            raise Lost(f"{show(arguments)}: ended by {run.crash}: {run.words[-300:]}")
        return run

    def must(self, *arguments, **more):
        run = self.run(*arguments, **more)
        if run.code:
            raise Lost(f"{show(arguments)}: {run}")
        return run

    # ---- the store ----
    def export(self, *arguments):
        return json.loads(self.must("export", *arguments).out)

    def sound(self, doctor, database=None):
        """The store is whole, as the program says and as SQLite says without it."""
        if doctor:
            run = self.run("doctor", *(["--database", database] if database else []))
            problems = [line for line in run.out.decode("utf-8", "replace").partition("Problems:")[2].split("\n")
                        if line.startswith("- ") and LEFT not in line]
            if problems or (run.code and LEFT not in run.out.decode()):
                raise Lost(f"doctor: {run} {' '.join(problems)[:400]}")
        found = integrity(database or self.database)
        if found != ["ok"]:
            raise Lost(f"integrity_check: {found[:3]}")

    def strays(self):
        """Files beside the store and among the backups that nothing names."""
        found = []
        for top in ("notes", "state/debrief/backups"):
            for folder, _, names in os.walk(self.path(top)):
                found += [os.path.join(folder, name) for name in names if name.startswith(".") or not name.endswith(SETTLED)]
        return found


def end(child):
    """Ends a child with all that it started: each has a session of its own."""
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    child.wait()


def show(arguments):
    return " ".join(a if len(a) < 60 else a[:57] + "…" for a in map(str, arguments))


def integrity(path):
    """What SQLite says of a file, without a lock and without its journal."""
    db = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
    try:
        return [row[0] for row in db.execute("PRAGMA integrity_check")] + [
            f"{row} has no parent" for row in db.execute("PRAGMA foreign_key_check")]
    except sqlite3.DatabaseError as error:
        return [str(error)]
    finally:
        db.close()


def drafts(path):
    """All texts that are half typed."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)
    try:
        return [fields for (fields,) in db.execute("SELECT fields FROM draft")]
    finally:
        db.close()


def plain(archive):
    """An export without its ids, which are drawn anew each time: two that are equal say the same."""
    lists = {kind: rows for kind, rows in archive.items() if isinstance(rows, list)}
    ids = {row["id"] for rows in lists.values() for row in rows if "id" in row}

    def strip(value):
        if isinstance(value, dict):
            return {key: strip(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [strip(inner) for inner in value]
        return "#" if isinstance(value, str) and value in ids else value

    return {kind: sorted(json.dumps(strip(row), sort_keys=True) for row in rows) for kind, rows in lists.items()}


def difference(one, two):
    """Where two plain exports differ, shortly."""
    words = []
    for kind in sorted({*one, *two}):
        a, b = one.get(kind, []), two.get(kind, [])
        if a != b:
            words.append(f"{kind}: {len(a)} and {len(b)}, " + "; ".join([x for x in a if x not in b][:1] + [x for x in b if x not in a][:1])[:160])
    return " | ".join(words)
