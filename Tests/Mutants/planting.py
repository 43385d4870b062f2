"""The faults to plant: how they're written down, where they go, and a copy of the sources with all of them.

The faults are in the .txt files next to this one. Blank lines end an entry, and # begins a comment:

  file DebriefModel/Rules/Warmth.swift      where the faults below it are, under Sources
  see ^ModelTests\\.                         the tests that should see them: a filter for swift-testing

  fault the last fresh day isn't fresh      what goes wrong
  after var level                           optional: the place is the first one after this text
  - days <= 30                              the place: text that occurs once in the file; several lines are several -
  + days < 30                               an expression instead; nothing behind the sign: the statement isn't run
  = if PLANTED { x } else { y }             or, instead of +, any text, with PLANTED where the switch is
  same nothing is ever 30 days old          only for a fault that changes nothing: why no test can see it
"""

import collections
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SWITCH = '''// Written by Tests/Mutants/planting.py; only in the copy with the planted faults.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

private let plantedNumber: Int = getenv("DEBRIEF_PLANTED").flatMap { Int(String(cString: $0)) } ?? 0

/// Which faults were reached is written to a file, each once; in two threads at once maybe twice.
private nonisolated(unsafe) let reached: (file: Int32, flags: UnsafeMutablePointer<Bool>)? =
  getenv("DEBRIEF_REACHED").map {
    let flags = UnsafeMutablePointer<Bool>.allocate(capacity: 10_000)
    flags.initialize(repeating: false, count: 10_000)
    return (open($0, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600), flags)
  }

/// Whether the fault with this number is turned on.
@usableFromInline func planted(_ number: Int) -> Bool {
  if let reached, !reached.flags[number] {
    reached.flags[number] = true
    let line = Array("\\(number)\\n".utf8)
    _ = write(reached.file, line, line.count)
  }
  return number == plantedNumber
}
'''


class Fault:
    """One fault: where it is, what it does, and which tests should see it."""

    def __init__(self, name, file, see, line):
        self.name, self.file, self.see, self.line = name, file, see, line
        self.after, self.old, self.new, self.form, self.same = "", [], [], "", ""
        self.number = 0

    @property
    def module(self):
        return self.file.split("/")[0]


def read(path):
    """The faults of one file. Every mistake in it is an error with its line."""
    faults, file, see, fault = [], None, None, None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        where = f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}:{number}"
        word, _, rest = line.partition(" ")
        if not line.strip():
            fault = None
        elif line.startswith("#"):
            continue
        elif word == "file":
            file = rest.strip()
        elif word == "see":
            see = rest.strip()
        elif word == "fault":
            if not file or not see:
                sys.exit(f"{where}: a fault needs a file and a see above it")
            fault = Fault(rest.strip(), file, see, where)
            faults.append(fault)
        elif fault is None:
            sys.exit(f"{where}: {word} belongs to no fault")
        elif word == "after":
            fault.after = rest
        elif word == "-":
            fault.old.append(rest)
        elif word in "+=":
            fault.form = word if rest.strip() or fault.new else ""
            fault.new.append(rest)
        elif word == "same":
            fault.same = rest.strip()
        else:
            sys.exit(f"{where}: {word} isn't a word of this file")
    return faults


def place(fault, text):
    """Where a fault's text is in its file; a sentence instead when that can't be said."""
    old = "\n".join(fault.old)
    start = 0
    if not old:
        return f"{fault.line}: “{fault.name}” has no text to change"
    if fault.after:
        if text.count(fault.after) != 1:
            return f"{fault.line}: “{fault.after}” occurs {text.count(fault.after)} times in {fault.file}"
        start = text.index(fault.after) + len(fault.after)
        if old not in text[start:]:
            return f"{fault.line}: “{old}” doesn't occur after “{fault.after}” in {fault.file}"
    elif text.count(old) != 1:
        return f"{fault.line}: “{old}” occurs {text.count(old)} times in {fault.file}"
    begin = text.index(old, start)
    return begin, begin + len(old)


# What binds how tightly, the loosest first.
TIGHTNESS = [("||",), ("&&",), ("<", "<=", ">", ">=", "==", "!="), ("??",), ("..<", "..."), ("+", "-"), ("*", "/", "%")]
OPERATOR = r"(\|\||&&|<=|>=|==|!=|<|>|\?\?|\.\.<|\.\.\.|[-+*/%])"


def tightness(operator):
    """How tightly an operator binds, from 0 on."""
    return next(level for level, group in enumerate(TIGHTNESS) if operator in group)


def is_torn(old, before, after):
    """Whether what stands next to a place takes only a part of it: in brackets it would say something else."""
    # What is in brackets, or in a text, nothing can tear.
    flat, count = old, 1
    while count:
        flat, count = re.subn(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|\"[^\"]*\"", "x", flat)
    inside = [tightness(it) for it in re.findall(rf"\s{OPERATOR}\s", flat)]
    if re.search(r"\s\?\s", flat):
        inside.append(-1)
    if not inside:
        return False
    left, right = re.search(rf"\s{OPERATOR}\s+$", before), re.match(rf"\s+{OPERATOR}\s", after)
    return (
        bool(right) and tightness(right[1]) > min(inside)
        or bool(left) and (tightness(left[1]) > min(inside) or left[1] in "-/%" and tightness(left[1]) == min(inside))
        or before.endswith("!") or re.match(r"[.\[(?!]", after) is not None)


def rewritten(text, faults):
    """A file with all its faults behind their switches; the mistakes that kept it from being that."""
    spots, wrong = collections.defaultdict(list), []
    for fault in faults:
        spot = place(fault, text)
        if isinstance(spot, str):
            wrong.append(spot)
        else:
            spots[spot].append(fault)
    end = None
    for (start, stop), here in sorted(spots.items(), reverse=True):
        if end is not None and stop > end:
            wrong.append(f"{here[0].line}: “{here[0].name}” overlaps the fault after it")
            continue
        end = start
        old = text[start:stop]
        if any(it.form == "+" for it in here) and is_torn(old, text[:start][-40:], text[stop:][:40]):
            wrong.append(f"{here[0].line}: “{here[0].name}” tears an expression: take in what stands next to it, too")
            continue
        if any(not it.form for it in here) and len(here) > 1 or any(it.form == "=" for it in here) and len(here) > 1:
            wrong.append(f"{here[0].line}: only expressions can have several faults in one place")
            continue
        first = here[0]
        if first.form == "=" and not any("PLANTED" in line for line in first.new):
            # Without a switch it is always on, and every test that sees it fails without any fault.
            wrong.append(f"{first.line}: “{first.name}” says nowhere when it is PLANTED")
            continue
        if first.form == "=":
            new = "\n".join(first.new).replace("PLANTED", f"planted({first.number})")
        elif not first.form:
            new = f"if !planted({first.number}) {{ {old}\n}}"
        else:
            new = "(" + "".join(f"planted({it.number}) ? ({chr(10).join(it.new)}) : " for it in here) + f"({old}))"
        text = text[:start] + new + text[stop:]
    return text, wrong


def put(path, text):
    """Writes a file only if it says something else: what isn't newer isn't built again."""
    data = text if isinstance(text, bytes) else text.encode()
    if path.exists() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def copy(tree, faults):
    """The sources with all the faults in `tree`, and nothing there that isn't in the sources any more."""
    by_file = collections.defaultdict(list)
    for fault in faults:
        by_file[fault.file].append(fault)
    wrong, wanted = [], set()
    for top in ("Sources", "Tests", "Resources"):
        for path in sorted((ROOT / top).rglob("*")):
            if not path.is_file() or path.is_symlink():
                continue
            name = path.relative_to(ROOT)
            wanted.add(tree / name)
            data = path.read_bytes()
            mine = by_file.pop(str(path.relative_to(ROOT / "Sources")), []) if top == "Sources" else []
            if mine:
                data, more = rewritten(data.decode(), mine)
                wrong += more
            put(tree / name, data)
    wrong += [f"{its[0].line}: there is no file Sources/{file}" for file, its in by_file.items()]
    for module in {it.module for it in faults}:
        put(tree / "Sources" / module / "Planted.swift", SWITCH)
        wanted.add(tree / "Sources" / module / "Planted.swift")
    for name in ("Package.swift", "Package.resolved", "Makefile", "README.md", "CHANGELOG.md", "LICENSE"):
        if (ROOT / name).exists():
            put(tree / name, (ROOT / name).read_bytes())
    for top in ("Sources", "Tests", "Resources"):
        for path in (tree / top).rglob("*"):
            # What the build makes for itself stays.
            if path.is_file() and path not in wanted and (path.suffix == ".swift" or top != "Sources"):
                path.unlink()
    return wrong
