#!/usr/bin/env python3
"""How a store grows that is written to for years: very many small changes, and one long text that is edited again and
again. Real program, real file, real syncs; a table of the file's size and of what things take, at each stage.

journal.py BINARY [--changes 100000] [--edits 1000] [--size 1000000] [--folder DIR]. Ends with 1 when what is on file
isn't what was written, or what is undone and done again isn't exactly that."""
import argparse
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

from data import WORDS
from rig import Failed, median

APPLICATION, INTERVIEW, FINDING, TURN = (f"0123456789abcde{letter}" for letter in "ghjk")
# One write for each key, so many to a run of the program.
BATCH = 1000
# What undo and redo are timed with, and compared over.
STEPS = 10

# An editor that puts a word in the place of some letters, at a place that its number decides, and notes what it made.
EDITOR = """#!/usr/bin/env -S python3 -SI
import hashlib, os, random, sys
folder = os.path.dirname(os.path.abspath(__file__))
with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
with open(folder + "/versions", "a+") as versions:
    versions.seek(0)
    number = len(versions.readlines())
    place = text.index(" ", random.Random(number).randrange(len(text) - 200))
    text = text[:place] + f" word{number} " + text[place + 1 + number % 9:]
    versions.write(hashlib.sha256(text.strip().encode()).hexdigest() + "\\n")
with open(sys.argv[1], "w", encoding="utf-8") as file:
    file.write(text)
"""


class Store:
    """A home of its own, with the program in it."""

    def __init__(self, binary, folder):
        self.binary, self.folder, self.database = binary, folder, f"{folder}/debrief.db"
        os.makedirs(folder, 0o700)
        keep = {k: v for k, v in os.environ.items() if k in ("PATH", "LD_LIBRARY_PATH")}
        self.env = {**keep, "HOME": folder, "TERM": "xterm-256color", "TZ": "UTC", "LC_ALL": "C.UTF-8",
                    "DEBRIEF_DATABASE": self.database, "EDITOR": f"{folder}/editor"}
        with open(f"{folder}/editor", "w", encoding="utf-8") as file:
            file.write(EDITOR)
        os.chmod(f"{folder}/editor", 0o700)
        open(f"{folder}/versions", "w").close()

    def run(self, *words, given=None):
        """What a command prints, and its milliseconds."""
        start = time.perf_counter()
        done = subprocess.run([self.binary, *words], env=self.env, cwd=self.folder, input=given, capture_output=True)
        took = (time.perf_counter() - start) * 1000
        if done.returncode:
            raise Failed(f"{' '.join(words)} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")
        return done.stdout, took

    def keys(self, script):
        """The milliseconds of some keys on the screen, with the start and the end."""
        return self.run("replay", "-", "--database", self.database, "--size", "100x30", given=script.encode())[1]

    def archive(self):
        return json.loads(self.run("export")[0])

    def size(self):
        return os.stat(self.database).st_size / 1e6


def words(size):
    """A text of so many bytes."""
    chance, made, length = random.Random(20260320), [], 0
    while length < size:
        word = chance.choice(WORDS) + str(chance.randrange(999)) + ("\n" if chance.random() < .05 else " ")
        made.append(word)
        length += len(word)
    return "".join(made)[:size].strip()


def begun(binary, folder, text):
    """A store with one application, one weakness and one answer."""
    store = Store(binary, folder)
    noted = "2026-03-15T10:00:00Z"
    archive = {kind: [] for kind in ("application person interview event turn finding feedback debrief response improvement "
                                     "letter forecast note").split()}
    archive.update(version=1, application=[{
        "id": APPLICATION, "company": "Nordlicht", "role": "Engineer", "channelAsked": "form", "channelUsed": "form", "link": "",
        "payAsked": "", "payOffered": "", "resume": "v3", "notes": "", "created": "2026-03-01T10:00:00Z"}], interview=[{
            "id": INTERVIEW, "application": APPLICATION, "round": 1, "kind": "technical", "format": "video",
            "start": "2026-03-14T14:00:00Z", "minutes": 60, "people": [], "dressExpected": "", "dressWorn": "", "notes": "",
            "recorded": noted}], finding=[{
                "id": FINDING, "application": APPLICATION, "kind": "weakness", "statement": "Spoke too fast", "phase": "during",
                "reason": "", "weight": 2, "tier": 0, "recorded": noted}], turn=[{
                    "id": TURN, "application": APPLICATION, "interview": INTERVIEW, "position": 0, "asker": "them",
                    "question": "Why do you want to leave?", "answer": text, "rating": 3, "parts": [], "prepared": "", "better": "",
                    "mark": "", "recorded": noted}])
    store.run("import", "-", given=json.dumps(archive).encode())
    return store


def stages(most):
    """After how many changes the table has a row."""
    steps = [most]
    while len(steps) < 4 and steps[0] >= 20:
        steps.insert(0, steps[0] // (2 if len(steps) == 1 else 10))
    return steps


HEAD = f"  {'':28}{'file':>10}{'a change':>12}{'undo':>10}{'redo':>10}{'doctor':>10}{'start':>10}"


def row(store, name, change):
    """A row of the table; everything of it is timed now, but the changes before."""
    before = store.archive()
    undo = [store.run("undo")[1] for _ in range(STEPS)]
    redo = [store.run("redo")[1] for _ in range(STEPS)]
    if store.archive() != before:
        raise Failed(f"{name}: what was undone and done again isn't what it was")
    doctor = store.run("doctor")[1]
    start = median([store.keys(":expect help\n") for _ in range(3)])
    took = "" if change is None else f"{change:.2f} ms"
    print(f"  {name:28}{store.size():7.1f} MB{took:>12}{median(undo):7.0f} ms{median(redo):7.0f} ms{doctor:7.0f} ms{start:7.0f} ms",
          flush=True)


def changes(binary, folder, most):
    """Very many small changes: one key each, more important and less important."""
    store = begun(binary, folder, "I said that I look for a larger team.")
    store.keys("<enter>\n1\n" + "+\n-\n" * STEPS)
    print(f"{most:,} changes of a weakness, one key each\n{HEAD}", flush=True)
    row(store, "at first", None)
    done, total = 0, 0.0
    for stage in stages(most):
        since, total = done, 0.0
        while done < stage:
            count = min(BATCH, stage - done) // 2 * 2 or 2
            empty = store.keys("<enter>\n1\n")
            total += store.keys("<enter>\n1\n" + "+\n-\n" * (count // 2)) - empty
            done += count
        row(store, f"after {done:,}", total / max(1, done - since))
        weight = store.archive()["finding"][0]["weight"]
        if weight != 2:
            raise Failed(f"after as many + as -, the importance is {weight}")
    last = store.run("undo", "--list")[0].decode().split()[0]
    if int(last) < done:
        raise Failed(f"{done} changes were made, and the last one has the number {last}")


def edits(binary, folder, most, size):
    """A long text, edited again and again in an editor; each version is compared with what the editor wrote."""
    store = begun(binary, folder, words(size))
    store.keys("<enter>\n4\n" + "E <ctrl+s>\n" * STEPS)
    print(f"{most:,} edits of a text of {size / 1e6:.1f} MB\n{HEAD}", flush=True)
    row(store, "at first", None)

    def written():
        with open(f"{folder}/versions") as file:
            return file.read().split()

    def found():
        return hashlib.sha256(store.archive()["turn"][0]["answer"].strip().encode()).hexdigest()

    done = 0
    for stage in stages(most):
        since, total = done, 0.0
        while done < stage:
            count = min(50, stage - done)
            empty = store.keys("<enter>\n4\n")
            total += store.keys("<enter>\n4\n" + "E <ctrl+s>\n" * count) - empty
            done += count
        alone = editor(store)
        row(store, f"after {done:,}", total / max(1, done - since) - alone)
        if len(written()) != done + STEPS or found() != written()[-1]:
            raise Failed(f"after {done} edits, the text isn't what the editor wrote")
    # Back by as many as the journal has, and forth again.
    back = min(done + STEPS, 100)
    for _ in range(back):
        store.run("undo")
    if back < len(written()) and found() != written()[-1 - back]:
        raise Failed(f"{back} edits were undone, and the text isn't what it was then")
    for _ in range(back):
        store.run("redo")
    if found() != written()[-1]:
        raise Failed(f"{back} edits were done again, and the text isn't what it was")


def editor(store):
    """The milliseconds of the editor itself."""
    path = f"{store.folder}/alone"
    with open(path, "w", encoding="utf-8") as file:
        file.write(store.archive()["turn"][0]["answer"])
    shutil.copy(f"{store.folder}/versions", f"{store.folder}/kept")
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([f"{store.folder}/editor", path], env=store.env, check=True)
        times.append((time.perf_counter() - start) * 1000)
    shutil.move(f"{store.folder}/kept", f"{store.folder}/versions")
    return median(times)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("--changes", type=int, default=100_000)
    parser.add_argument("--edits", type=int, default=1_000)
    parser.add_argument("--size", type=int, default=1_000_000, help="of the long text, in bytes")
    parser.add_argument("--folder", help="where the files are; a disk of the kind that is measured")
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="debrief-journal-", dir=options.folder)
    try:
        if options.changes:
            changes(os.path.abspath(options.binary), f"{folder}/changes", options.changes)
        if options.edits:
            edits(os.path.abspath(options.binary), f"{folder}/edits", options.edits, options.size)
    except Failed as failed:
        sys.exit(f"journal.py: {failed}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
