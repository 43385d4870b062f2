"""Damaged files: flipped bytes, cut ends, pages in each other's place, wrong headers, damaged journals."""
import hashlib
import os

import commands
import replay
from rig import Lost, Skipped, integrity

PAGE = 4096
READING = (["list"], ["export"], ["show", "Nordlicht"], ["search", "index"], ["doctor"], ["agenda"], ["report", "Nordlicht"],
           ["export", "--readable"], ["undo", "--list"], ["patterns"], ["list", "--json"])


def sample(home):
    home.write("all.json", home.must("export", "--demo").out)
    home.must("import", "all.json")
    home.must("quick", "an index of thoughts")


def rounds(home, random, quick):
    home.become("sample", sample)
    kinds = list(DAMAGE)
    for number in range(40 if quick else 440):
        kind = kinds[number % len(kinds)]
        yield f"{kind} {number}", broken(kind)
    if commands.can_trace():
        home.become("notes", commands.notes)
        recording = replay.record(home, ["feedback", "Nordlicht", "Too quiet."], None)
        # From the first write to the file itself until the journal is emptied, the journal is what heals it.
        first = next(i for i, step in enumerate(recording.steps) if step[0] == "write" and step[1].endswith(".db"))
        last = max(i for i, step in enumerate(recording.steps) if step[0] == "truncate" and step[1].endswith("-journal"))
        for number in range(8 if quick else 80):
            yield f"journal {number}", journal(recording, random.randint(first + 1, last))
    else:
        yield "journals", untraced


def untraced(home, random):
    raise Skipped("strace isn't installed, or may not trace here")


# ---- what is done to a file: bytes in, bytes out ----
def flip(data, random, among=None, most=12):
    for _ in range(random.randint(1, most)):
        data[random.randrange(*(among or (0, len(data))))] ^= 1 << random.randrange(8)
    return data


def cut(data, random):
    return data[:random.choice([random.randrange(len(data)), random.randrange(len(data)) // PAGE * PAGE, random.randrange(200)])]


def swap(data, random):
    a, b = (random.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    data[a:a + PAGE], data[b:b + PAGE] = data[b:b + PAGE], data[a:a + PAGE]
    return data


def blank(data, random):
    a = random.randrange(len(data) // PAGE) * PAGE
    data[a:a + PAGE] = random.choice([bytes(PAGE), b"\xff" * PAGE, random.randbytes(PAGE)])
    return data


def header(data, random):
    for _ in range(random.randint(1, 4)):
        a = random.randrange(100)
        data[a:a + 1] = bytes([random.choice([0, 1, 0x7f, 0x80, 0xff])])
    return data


def pointers(data, random):
    """The head of a page and the list of its cells: what a reader trusts first."""
    a = random.randrange(1, len(data) // PAGE) * PAGE
    for _ in range(random.randint(1, 6)):
        data[a + random.randrange(40)] = random.randrange(256)
    return data


def longer(data, random):
    return data + random.randbytes(random.randint(1, 3 * PAGE))


def words(data, random):
    """Stored texts that are no UTF-8, no date, no JSON."""
    for word in random.sample([b"2026-03", b"rejected", b"[", b"{", b"Engineer", b"engineer"], 2):
        place = data.find(word, random.randrange(len(data)))
        if place >= 0:
            data[place:place + len(word)] = random.choice([b"\xff" * len(word), bytes(len(word)), b"\x1b" * len(word)])
    return data


DAMAGE = {"flipped": flip, "cut": cut, "swapped": swap, "blank page": blank, "header": header, "pointers": pointers,
          "longer": longer, "words": words}


# ---- what must hold ----
def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def broken(kind):
    def body(home, random):
        home.become("sample", sample)
        with open(home.database, "rb") as file:
            data = DAMAGE[kind](bytearray(file.read()), random)
        home.write("notes/debrief.db", bytes(data))
        was = digest(home.database)
        for arguments in random.sample(READING, 4):
            plainly(home.run(*arguments, limit=30), arguments)
            if digest(home.database) != was:
                raise Lost(f"{' '.join(arguments)} changed the damaged file")
        recover(home, len(data))
        if digest(home.database) != was:
            raise Lost("doctor --recover changed the damaged file")
        # Writing may work where the damage is elsewhere; said to be saved is saved.
        run = home.run("quick", "later words", limit=30)
        plainly(run, ["quick"])
        if run.code == 0 and b"later words" not in home.run("export", "--readable").out:
            raise Lost("what was said to be saved in a damaged file isn't there")
    return body


def plainly(run, arguments):
    """It did it, or said in plain words that it can't."""
    if run.code not in (0, 1, 65, 66, 74):
        raise Lost(f"{' '.join(arguments)}: {run}")
    if run.code and not run.err and not run.out:
        raise Lost(f"{' '.join(arguments)}: exit {run.code} without a word")
    if b"Fatal error" in run.err or b"Swift." in run.err:
        raise Lost(f"{' '.join(arguments)}: {run}")


def recover(home, size, least=1):
    run = home.run("doctor", "--recover", home.path("notes/new.db"), limit=60)
    plainly(run, ["doctor", "--recover"])
    # It ends with 1 when something is lost, and says what.
    if not os.path.exists(home.path("notes/new.db")):
        # Only where next to nothing is left to read.
        if size > 60 * PAGE and least:
            raise Lost(f"doctor --recover: {run}")
        return
    new = home.path("notes/new.db")
    if integrity(new) != ["ok"]:
        raise Lost(f"what was recovered isn't whole: {integrity(new)[:3]}")
    home.must("list", "--database", new)
    home.must("quick", "a new thought", "--database", new)
    told = home.run("doctor", "--database", new)
    if told.code:
        raise Lost(f"the doctor about what was recovered: {told.out.decode('utf-8', 'replace').partition('Problems:')[2][:300]}")
    for name in ("new.db", "new.db-journal"):
        if os.path.exists(home.path(f"notes/{name}")):
            os.unlink(home.path(f"notes/{name}"))


def journal(recording, count):
    """A journal that must heal the file, and is damaged itself: nobody can promise words then, but it must not crash."""
    def body(home, random):
        home.clear()
        for path, content in recording.state(count, False, False, random).items():
            content = bytearray(content)
            if path.endswith("-journal") and content:
                content = random.choice([cut, flip, blank if len(content) > PAGE else flip, lambda d, r: flip(d, r, (0, 28), 3)])(content, random)
            home.write("notes/" + os.path.basename(path), bytes(content))
        for arguments in random.sample(READING, 3):
            plainly(home.run(*arguments, limit=30), arguments)
        recover(home, os.path.getsize(home.database), least=0)
    return body
