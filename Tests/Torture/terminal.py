"""The program on a terminal of its own: it is typed at, and what it writes is read."""
import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Bench"))
from screen import Screen  # noqa: E402

from rig import Lost, end  # noqa: E402

ENTER, ESCAPE, TAB, SAVE = "\r", "\x1b", "\t", "\x13"
LEAST = 30.0


class Terminal:
    def __init__(self, home, *arguments, columns=100, rows=30, draws=True, env=None, binary=None):
        self.home, self.sent = home, bytearray()
        self.screen = Screen(columns, rows) if draws else None
        self.master, slave = os.openpty()
        size(self.master, columns, rows)
        # Its clock runs: what is half typed is kept by it.
        environment = {key: value for key, value in {**home.env, **(env or {})}.items() if key != "DEBRIEF_NOW"}
        self.child = subprocess.Popen(
            [binary or home.binary, *arguments], stdin=slave, stdout=slave, stderr=slave, env=environment, cwd=home.folder,
            preexec_fn=lead)
        os.close(slave)
        os.set_blocking(self.master, False)

    def close(self):
        """Ends it by force, if it still runs."""
        if self.child.poll() is None:
            end(self.child)
        if self.master >= 0:
            os.close(self.master)
            self.master = -1

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def look(self, seconds=0.0):
        """Reads what comes within so many seconds; False once it is at an end."""
        deadline = time.monotonic() + seconds
        while True:
            ready = select.select([self.master], [], [], max(0, deadline - time.monotonic()))[0]
            if not ready:
                return True
            try:
                piece = os.read(self.master, 1 << 16)
            except BlockingIOError:
                continue
            except OSError:
                return False
            if not piece:
                return False
            self.sent += piece
            if self.screen:
                self.screen.feed(piece)
            if time.monotonic() > deadline:
                return True

    def type(self, text):
        data = text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
        deadline = time.monotonic() + LEAST * self.home.slow
        while data:
            try:
                data = data[os.write(self.master, data[:4096]):]
            except BlockingIOError:
                pass
            except OSError:
                raise Lost(f"ended by itself: {self.ending()}") from None
            if time.monotonic() > deadline:
                raise Lost("no key is read any more")
            # A last key may be the one that leaves.
            if not self.look(0 if data else 0.001) and data:
                raise Lost(f"ended by itself: {self.ending()}")

    def wait(self, text, limit=LEAST):
        deadline = time.monotonic() + limit * self.home.slow
        while text not in self.text():
            if not self.look(.02):
                raise Lost(f"ended before it showed '{text}': {self.ending()}")
            if time.monotonic() > deadline:
                raise Lost(f"'{text}' was not shown:\n{self.text()}")

    def then(self, keys, text):
        self.type(keys)
        self.wait(text)

    def text(self):
        return self.screen.text()

    def resize(self, columns, rows):
        if self.screen:
            self.screen = Screen(columns, rows)
        size(self.master, columns, rows)
        self.child.send_signal(signal.SIGWINCH)

    def kill(self):
        self.child.kill()
        self.child.wait()
        self.look(0)
        self.close()

    def close_terminal(self, limit=LEAST):
        """As when the window is closed: it ends by that signal, and by no other."""
        os.close(self.master)
        self.master = -1
        try:
            code = self.child.wait(limit * self.home.slow)
        except subprocess.TimeoutExpired:
            raise Lost("it still runs without its terminal") from None
        if code not in (0, 129, -signal.SIGHUP):
            raise Lost(f"its window was closed, and it ended with {code}")

    def ending(self):
        try:
            return f"exit {self.child.wait(5)}, {bytes(self.sent[-300:])!r}"
        except subprocess.TimeoutExpired:
            return "its terminal is closed and it still runs"

    def quit(self, limit=LEAST):
        """Leaves by its key; the exit code must be 0."""
        for _ in range(6):
            if self.child.poll() is not None:
                break
            try:
                self.type(ESCAPE)
                self.look(.15)
            except Lost:
                break
        if self.child.poll() is None:
            self.type("Q")
        deadline = time.monotonic() + limit * self.home.slow
        while self.look(.05) and time.monotonic() < deadline and self.child.poll() is None:
            pass
        code = self.child.poll() if self.child.poll() is not None else self.child.wait(limit)
        self.close()
        if code:
            raise Lost(f"left with {code}: {bytes(self.sent[-300:])!r}")


def lead():
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def size(descriptor, columns, rows):
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
