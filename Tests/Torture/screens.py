"""Two screens and commands on one store at once; random keys, pastes and sizes; and all of it undone to the beginning."""
import json

from rig import Lost, plain
from terminal import ENTER, ESCAPE, SAVE, TAB, Terminal

# Without those that take something away for good or take it back: what is left must never lose a word. Commands by name (`:`)
# and the history could do both.
SAFE = list("acegijklmnopqrstvwzAEGIJKLNOPSTVYZ0123456789+-=/?[]}.' é漢😀") + [
    ENTER, ENTER, TAB, "\x1b[Z", ESCAPE, "\x7f", "\x1bOA", "\x1bOB", "\x1bOC", "\x1bOD", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~", SAVE, SAVE,
    "\x06", "\x1b1", "\x1b2", "\x1b4", "\x1b6", "\x07", "\x0c", "\x1bb", "\x1ba", "\x03", "\x15"]
# Those that do.
WILD = SAFE + list("dduuXxHB>m:DRFU") + ["\x12", "\x18", "\x10", "\x1b[3~", "\x14", "y", "n"]
PASTES = ["two\nlines", "\x1b[31mred\u202e", "", "漢字かな交じり文", "x" * 3000, "y\n" * 400, "q\nQ\n:quit\n"]


def rounds(home, random, quick):
    for number in range(3 if quick else 40):
        yield f"two at once {number}", two(250 if quick else 600)
        yield f"wild keys {number}", wild(400 if quick else 1500)


def begun(home):
    empty = plain(home.export("--database", home.write("empty.db", "")))
    home.must("add", "Nordlicht", "Engineer", "--applied", "2 mar", "--interview", "10 mar 14:00")
    home.must("outcome", "Nordlicht", "rejected", "--on", "15 mar")
    home.must("add", "Acme", "Editor", "--interview", "18 mar 14:00")
    return empty


def press(run, random, keys):
    """One thing that a hand does to a terminal. Leaving by `q` on the first screen begins anew."""
    kind = random.randrange(100)
    if kind == 0:
        run.type("\x1b[200~" + random.choice(PASTES) + "\x1b[201~")
    elif kind == 1:
        run.resize(random.randint(1, 160), random.randint(1, 50))
    elif kind < 6:
        run.look(random.choice([.01, .05, .3]))
    else:
        run.type(random.choice(keys))
    run.look(0)


def alive(home, run, random, columns=100):
    """The screen, or a new one where a key has left it as one should."""
    if run and run.child.poll() is None:
        return run
    if run:
        if run.child.returncode:
            raise Lost(f"left with {run.child.returncode}: {bytes(run.sent[-400:])!r}")
        run.close()
    made = Terminal(home, columns=columns, draws=False)
    made.look(.3)
    return made


def tried(body):
    """Types on a screen that a key may just have left."""
    try:
        body()
    except Lost as lost:
        if "ended by itself: exit 0" not in str(lost):
            raise


def two(count):
    def body(home, random):
        empty = home.become("begun", begun)
        # By its id: keys may give it another name.
        acme = next(row["id"] for row in home.export()["application"] if row["company"] == "Acme")
        said, rival = [], None
        with Terminal(home, columns=110, rows=30) as careful:
            careful.wait("Nordlicht")
            careful.wait("help")
            try:
                for step in range(count):
                    rival = alive(home, rival, random)
                    home.tally += 1
                    tried(lambda: press(rival, random, SAFE))
                    if step % 25 == 7:
                        said.append(f"cmd{step}x{random.randrange(10**9)}")
                        home.must(*random.choice([["quick", said[-1]], ["feedback", acme, said[-1]], ["add", said[-1], "Engineer"]]))
                    if step % 40 == 11:
                        said.append(f"scr{step}x{random.randrange(10**9)}")
                        careful.then("c", "Write it down now")
                        careful.type("\x05\x15" + said[-1])
                        careful.wait(said[-1])
                        careful.then(SAVE, "Saved")
                        while "Write it down now" in careful.text():
                            careful.look(.02)
                careful.quit()
                if rival.child.poll() is None:
                    rival.look(.2)
                    leave(rival)
            finally:
                if rival:
                    rival.close()
        gone = missing(home, said)
        # A key may have opened it and typed over it: then undo brings it back.
        steps = 0
        while gone and home.run("undo", "--force").code == 0:
            steps += 1
            gone = missing(home, gone)
        if gone:
            raise Lost(f"said to be saved, and neither there nor to be brought back: {gone}")
        for _ in range(steps):
            home.must("redo")
        home.sound(True)
        undone(home, empty)
    return body


def missing(home, texts):
    everything = json.dumps(home.export(), ensure_ascii=False)
    return [text for text in texts if text not in everything]


def wild(count):
    def body(home, random):
        empty = home.become("begun", begun)
        runs = [None, None]
        try:
            for _ in range(count):
                home.tally += 1
                which = random.randrange(2)
                runs[which] = alive(home, runs[which], random)
                tried(lambda: press(runs[which], random, WILD))
            for run in runs:
                if run and run.child.poll() is None:
                    leave(run)
        finally:
            for run in runs:
                if run:
                    run.close()
        home.sound(True)
        undone(home, empty)
    return body


def leave(run):
    """Out of whatever is open: a terminal that goes away ends it, and keeps what is typed."""
    run.close_terminal()


def undone(home, empty):
    """All changes are taken back, and the store says what an empty one says; redo brings them again."""
    whole = plain(home.export())
    changes = json.loads(home.must("undo", "--list", "--json", "--limit", "100000").out)["changes"]
    # The list has those, too, that a key has undone before.
    changes = [change for change in changes if not change.get("undone")]
    if not changes:
        if whole != empty:
            raise Lost("there is something, and nothing to undo")
        return
    home.must("undo", "--to", str(min(change["number"] for change in changes)), "--yes", "--force")
    found = plain(home.export())
    if found != empty:
        raise Lost(f"undone to the beginning, and there is still {[(k, v[:1]) for k, v in found.items() if v]}")
    home.sound(False)
    # What the keys had undone before could be redone, too: only as many as were taken back now.
    for _ in changes:
        home.must("redo")
    if plain(home.export()) != whole:
        raise Lost("redone, and it isn't what it was")
