#!/usr/bin/env python3
"""What the program promises when things go wrong, and what proves it: Tests/PROMISES.md, read and checked.

promises.py: fails if a row names no test, or a test or a fault that isn't there, or if no row names a fault."""
import collections
import pathlib
import re
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
Row = collections.namedtuple("Row", "fault tests torture")


def rows():
    """The rows of the table."""
    found = []
    for line in (TESTS / "PROMISES.md").read_text(encoding="utf-8").split("\n"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("| ") or cells[0] == "What goes wrong":
            continue
        fault, _, tests, torture = cells
        found.append(Row(fault, re.findall(r"`([^`]+)`", tests), [t for t in re.split(r"; *", torture) if t]))
    return found


def tests():
    """Every test there is, with the type it's in."""
    found = set()
    for path in TESTS.glob("*Tests/**/*.swift"):
        suite, is_test = None, False
        for line in path.read_text(encoding="utf-8").split("\n"):
            if head := re.match(r"(?:@Suite.*?)?(?:final )?(?:extension|struct|class|enum) (\w+)", line) or re.match(
                    r"@Suite.*\b(?:struct|class) (\w+)", line):
                suite = head[1]
            is_test = is_test or line.lstrip().startswith("@Test")
            if test := re.search(r"\bfunc (\w+)\(", line):
                if is_test:
                    found.add(f"{suite}.{test[1]}")
                is_test = False
    return found


def wrong(faults):
    """What isn't right about the table, in sentences."""
    known, table = tests(), rows()
    if len(table) < 30:
        yield f"only {len(table)} rows were read"
    for row in table:
        if not row.tests:
            yield f"no test proves: {row.fault}"
        for test in row.tests:
            if test not in known:
                yield f"there is no test {test}, for: {row.fault}"
        for fault in row.torture:
            if fault not in faults:
                yield f"there is no fault '{fault}' to torture with, for: {row.fault}"
    for fault in faults:
        if not any(fault in row.torture for row in table):
            yield f"no row names the fault '{fault}'"


def told(done):
    """The rows with what came of their faults: rounds and lost of each, by name."""
    yield f"  {'what goes wrong':100} {'rounds':>9} {'lost':>5}  tests"
    for row in rows():
        mine = [done[fault] for fault in row.torture if fault in done]
        rounds = f"{sum(rounds for rounds, _ in mine):,}" if mine else "-"
        lost = sum(lost for _, lost in mine) if mine else "-"
        yield f"  {row.fault[:100]:100} {rounds:>9} {lost:>5}  {len(row.tests)}, such as {row.tests[0]}"


def main():
    # The names of the faults, without running what torture.py imports.
    script = (TESTS / "Torture" / "torture.py").read_text(encoding="utf-8")
    faults = re.findall(r'^    \("([^"]+)", \w+\.\w+, \d+, \d+\),$', script, re.M)
    found = list(wrong(faults))
    print("\n".join(found) if found else f"{len(rows())} promises have their tests")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
