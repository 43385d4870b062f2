"""Writes the list of functions that keys run, and then those of the start: the linker lays them side by side.

frequent.py BINARY FILE: needs valgrind; BINARY must have its symbols. What the list names and the program no longer has
is passed over by the linker, so an old list does no harm; it only helps less."""
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios

# What is pressed to get somewhere, and what is then pressed again and again there.
STAGES = [("", "jjjjjkkkkk"), ("\r", "jjkk"), ("\t", "jjkk"), ("\t", "jjkk"), ("a", "xyz\x7f"), ("\x1b\x1b", "jk"), ("\x06", "test\x7f"),
          ("\x1b/", "ab\x7f"), ("\x1bgp", "jjkk"), ("p", "jk")]



def drain(descriptor, quiet):
    """What comes until nothing has come for `quiet` seconds."""
    got = b""
    while select.select([descriptor], [], [], quiet)[0]:
        try:
            piece = os.read(descriptor, 65536)
        except OSError:
            return got
        if not piece:
            return got
        got += piece
    return got


def record(binary, folder):
    """Runs the program under callgrind; returns a record of each stage, and of the start."""
    environment = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", TZ="UTC", HOME=folder, TMPDIR=folder)
    environment["DEBRIEF_DATABASE"] = os.path.join(folder, "sample.db")
    sample = subprocess.run([binary, "--demo", "export"], check=True, capture_output=True, env=environment)
    subprocess.run([binary, "import", "-"], check=True, input=sample.stdout, capture_output=True, env=environment)
    out = os.path.join(folder, "calls")
    process, terminal = pty.fork()
    if process == 0:
        os.execvpe("valgrind", ["valgrind", "--tool=callgrind", "--demangle=no", f"--callgrind-out-file={out}", f"--log-file={folder}/log",
                                binary], environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def control(*arguments):
        subprocess.run(["callgrind_control", *arguments, str(process)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        drain(terminal, 1)

    seen = b""
    for _ in range(30):
        seen += drain(terminal, 4)
        if b"help" in seen:
            break
    else:
        sys.exit(f"the screen did not come; see {folder}/log")

    def dump():
        control("-i", "off")
        there = set(os.listdir(folder))
        control("-d")
        return [os.path.join(folder, name) for name in os.listdir(folder) if name not in there]

    start, records = dump(), []
    for before, again in STAGES:
        for key in before:
            os.write(terminal, key.encode())
            drain(terminal, 1)
        control("-i", "on")
        for key in again:
            os.write(terminal, key.encode())
            drain(terminal, .4)
        records += dump()
    os.write(terminal, b"Q")
    drain(terminal, 5)
    os.waitpid(process, 0)
    return records + start


def functions(path, binary):
    """The functions of the program that a record names as run, in its order."""
    names, objects, current, found = {}, {}, None, []
    with open(path) as file:
        for line in file:
            match = re.match(r"(c?)(ob|fn)=\((\d+)\)(?: (.*))?$", line.rstrip("\n"))
            if not match:
                continue
            called, kind, number, name = match.groups()
            known = objects if kind == "ob" else names
            if name:
                known[number] = name
            if kind == "ob" and not called:
                current = known[number]
            elif kind == "fn" and not called and current == binary:
                found.append(known[number].split("'")[0])
    return found


def main(binary, target):
    with tempfile.TemporaryDirectory() as folder:
        bare = os.path.join(folder, "debrief")
        subprocess.run(["strip", "-g", "-o", bare, binary], check=True)
        found = [name for path in record(bare, folder) for name in functions(path, bare)]
    if len(found) < 100:
        sys.exit(f"only {len(found)} functions were seen: does {binary} have its symbols?")
    with open(target, "w") as file:
        file.writelines(name + "\n" for name in dict.fromkeys(found) if re.fullmatch(r"[\w$]+", name))


main(*sys.argv[1:])
