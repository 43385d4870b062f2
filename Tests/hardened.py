#!/usr/bin/env python3
"""Whether a program that was built is on its guard: read from the program itself, not from what a compiler was told.

hardened.py BINARY [--release]. What must be there: other addresses at each start (PIE), a stack that can't be run,
tables of addresses that are looked up at the start and then only read (RELRO, BIND_NOW), no code that is written to,
and, in each file of C of our own that hands on the address of a variable, a function that looks after its stack. In a
release, functions of C also check what they copy (_FORTIFY_SOURCE). A program that was stripped has no names to find them by: it's read before. Prints what is missing
and ends with 1."""
import argparse
import pathlib
import re
import subprocess
import sys

SOURCES = pathlib.Path(__file__).resolve().parent.parent / "Sources"
# Functions as they are written here: the name begins on a line that isn't moved in, and a body follows.
FUNCTION = re.compile(r"^(?!static const|typedef|enum|#)[a-z][\w \t*]*?[ *](\w+)\([^;{]*\)\s*\{", re.M)
# The address of a variable that is handed on: its function has something on the stack that can be written past.
# A copy of its own size is a store, and a variable of the file isn't on the stack.
HANDED_ON = re.compile(r"[(,]\s*&(\w+)(?!\w|\s*,\s*sizeof\b)")
# Two functions that are so many bytes apart are read in one go: each go reads all names of the program first.
NEAR = 1 << 16


def said(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def linked(binary):
    """What is missing of what the linker does."""
    if not re.search(r"^\s*Type:\s+DYN\b", said("readelf", "-hW", binary), re.M):
        yield "it lies at the same addresses each time (no PIE)"
    segments, entries = said("readelf", "-lW", binary), said("readelf", "-dW", binary)
    if not re.search(r"^\s*GNU_RELRO\s", segments, re.M):
        yield "the addresses of functions can be written to (no GNU_RELRO)"
    if not re.search(r"\(BIND_NOW\)|\(FLAGS\).*BIND_NOW|\(FLAGS_1\).*\bNOW\b", entries):
        yield "the addresses of functions are looked up late, so that they stay writable (no BIND_NOW)"
    if not re.search(r"^\s*GNU_STACK\s.*\sRW\s", segments, re.M):
        yield "the stack can be run (GNU_STACK)"
    if "TEXTREL" in entries:
        yield "code is written to at the start (TEXTREL)"


def own():
    """The files of C of our own that need a guard, each with its functions."""
    for path in sorted(SOURCES.glob("C*/*.c")):
        text = path.read_text(encoding="utf-8")
        if any(not re.search(rf"^static [^;()]*\b{name}\b", text, re.M) for name in HANDED_ON.findall(text)):
            yield f"{path.parent.name}/{path.name}", set(FUNCTION.findall(text))


def calls(binary, names):
    """What each of these functions calls by name, as far as the program has them."""
    spots = []
    for line in said("nm", "-S", "--defined-only", binary).split("\n"):
        parts = line.split()
        if len(parts) == 4 and parts[2] in "tT" and parts[3] in names:
            spots.append((int(parts[0], 16), int(parts[1], 16), parts[3]))
    goes = []
    for start, size, _ in sorted(spots):
        if goes and start - goes[-1][1] < NEAR:
            goes[-1][1] = max(goes[-1][1], start + size)
        else:
            goes.append([start, start + size])
    found = {name: set() for _, _, name in spots}
    for start, stop in goes:
        function = None
        for line in said("objdump", "-d", "--no-show-raw-insn", f"--start-address={start}", f"--stop-address={stop}",
                         binary).split("\n"):
            if head := re.match(r"[0-9a-f]+ <(\w+)>:$", line):
                function = found.get(head[1])
            elif function is not None and (call := re.search(r"\b(?:call|bl?|jmp)q?\s.*<(\w+)(?:@plt)?>", line)):
                function.add(call[1])
    return found


def compiled(binary, is_release):
    """What is missing of what the compiler does for C of our own."""
    files = dict(own())
    found = calls(binary, set().union(*files.values()))
    if not found:
        yield "there is no function of ours in it (was it stripped?)"
        return
    for file, names in files.items():
        here = {name: found[name] for name in names if name in found}
        if here and not any("__stack_chk_fail" in its for its in here.values()):
            yield f"no function of {file} looks after its stack (-fstack-protector-strong)"
    checks = {call for its in found.values() for call in its if re.fullmatch(r"__\w+_chk", call)}
    if is_release and not checks:
        yield "no function of ours checks what it copies (_FORTIFY_SOURCE)"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("--release", action="store_true")
    options = parser.parse_args()
    missing = [*linked(options.binary), *compiled(options.binary, options.release)]
    for words in missing:
        print(f"{options.binary}: {words}")
    sys.exit(1 if missing else 0)


main()
