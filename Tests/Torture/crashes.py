"""What a fault of the program's own leaves: the terminal as it was, words for whoever sits there, and what was typed."""
import json
import re
import signal
import termios
import time

from kills import EMPTY, texts
from rig import Lost, drafts
from terminal import Terminal

SIGNALS = ("SIGSEGV", "SIGBUS", "SIGILL", "SIGTRAP", "SIGFPE", "SIGABRT", "SIGQUIT", "SIGSYS")
# The program runs into a fault of its own at its first event: a subscript out of range, caught by the compiler's check.
SWITCH = "DEBRIEF_TEST_TRAP"
# What a terminal is told to do and to leave off again. The cursor is the other way round.
MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")


def rounds(home, random, quick):
    yield "a trap in the program's own code", trap
    for name in SIGNALS:
        yield f"{name} while somebody types", typing(getattr(signal, name))


def prepared(home):
    home.must("add", "Nordlicht", "Engineer")


def trap(home, random):
    home.become("prepared", prepared)
    with Terminal(home, columns=120, rows=100, env={SWITCH: "1"}) as run:
        modes = termios.tcgetattr(run.master)
        run.wait("Nordlicht")
        run.wait("help")
        run.type("j")
        ended(run, modes, (-signal.SIGILL, -signal.SIGTRAP))
    home.tally += 1
    home.sound(True)


def typing(number):
    def body(home, random):
        home.become("prepared", prepared)
        text = f"zqtyped{random.randrange(10**9)}"
        with Terminal(home, columns=120, rows=40) as run:
            modes = termios.tcgetattr(run.master)
            run.wait("Nordlicht")
            run.then("c", "Write it down now")
            run.type(EMPTY + text)
            run.wait(text)
            kept(home, text)
            run.child.send_signal(number)
            ended(run, modes, (-number,), text)
        kept(home, text)
        home.tally += 1
        home.sound(True)
    return body


def kept(home, text):
    """What is half typed is in the store, at the latest after a second or two."""
    deadline = time.monotonic() + 5 * home.slow
    while not any(text in value for fields in drafts(home.database) for value in texts(json.loads(fields))):
        if time.monotonic() > deadline:
            raise Lost(f"'{text}' isn't kept")
        time.sleep(.05)


def ended(run, modes, codes, secret=None):
    """It ends by that signal, gives the terminal back, and says there what to do, without a word of what was typed."""
    deadline = time.monotonic() + 20 * run.home.slow
    while run.child.poll() is None:
        run.look(.02)
        if time.monotonic() > deadline:
            raise Lost("it goes on")
    run.look(.1)
    if run.child.returncode not in codes:
        raise Lost(f"it ended with {run.child.returncode}, not with {codes}")
    # Another process gives the terminal back where this one can't any more: that takes a moment.
    while termios.tcgetattr(run.master) != modes:
        if time.monotonic() > deadline:
            raise Lost("the terminal is not as it was")
        run.look(.02)
    sent, last = bytes(run.sent), {}
    for mode in MODE.finditer(sent):
        for one in mode[1].split(b";"):
            last[one] = mode[2]
    left = sorted(one.decode() for one, on in last.items() if on != (b"h" if one in (b"25", b"7") else b"l"))
    if left:
        raise Lost(f"the terminal is still told to do {left}")
    words = sent[sent.rindex(b"\x1b[?1049l"):].decode("utf-8", "replace")
    for wanted in ("stopped because of a bug", "told to quit right away"):
        if wanted in words:
            break
    else:
        raise Lost(f"nothing says what happened: {words[-300:]!r}")
    for wanted in ("run debrief again", "`debrief doctor`"):
        if wanted not in words:
            raise Lost(f"'{wanted}' isn't said: {words[-300:]!r}")
    if secret and secret in words:
        raise Lost("what was typed is said where the shell is")
