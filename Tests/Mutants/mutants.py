#!/usr/bin/env python3
"""Plants faults in a copy of the sources, one at a time, and tells which of them the tests see.

All faults are built at once, each behind a switch: `a < b` becomes `(planted(17) ? (a <= b) : (a < b))`, and
DEBRIEF_PLANTED=17 in the environment turns it on. A run of every suite without any fault comes first: it must
pass, and tells which suites come past which faults. Each fault is then tried with those alone, the quickest
first, and only with those it names that take no more than a moment, so that a rule is proved by tests of rules and not by golden screens.

How the faults are written down, and how to write one, is in planting.py.
"""

import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

from planting import HERE, ROOT, copy, read, rewritten

# How a fault ends that no test sees.
UNSEEN = ("passed", "never reached")
# Suites that take longer than so many seconds aren't tried: a rule has a quick test of its own.
SLOW = 50


def build(tree, jobs):
    """One build of everything, with what was downloaded before."""
    for name in ("checkouts", "repositories", "workspace-state.json"):
        old, new = ROOT / ".build" / name, tree / ".build" / name
        if old.exists() and not new.exists():
            new.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(old, new, symlinks=True) if old.is_dir() else shutil.copy2(old, new)
    subprocess.run(["sh", "Sources/CResources/generate.sh"], cwd=tree, check=True)
    log = tree / "build.log"
    with log.open("wb") as out:
        done = subprocess.run(
            ["swift", "build", "--build-tests", "-j", str(jobs), "--no-color-diagnostics"],
            cwd=tree, stdout=out, stderr=subprocess.STDOUT)
    if done.returncode:
        lines = log.read_text(errors="replace").split("\n")
        print("\n".join(sorted({it for it in lines if "error:" in it})[:60]))
        sys.exit("The copy with the planted faults doesn't build.")


def start(tree, arguments, environment, limit):
    """Runs the tests' program: how that ended, what it printed, and the seconds it took."""
    environment = {
        **os.environ, "TZ": "UTC", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no", "NO_COLOR": "1", **environment}
    environment.pop("RECORD_SCREENS", None)
    binary = tree / ".build" / "debug" / "debriefPackageTests.xctest"
    begun = time.monotonic()
    child = subprocess.Popen(
        [str(binary), "--testing-library", "swift-testing", *arguments], cwd=tree, env=environment,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
    try:
        output = child.communicate(timeout=limit)[0].decode(errors="replace")
        ending = "passed" if child.returncode == 0 else "failed" if child.returncode == 1 else "crashed"
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        output = child.communicate()[0].decode(errors="replace")
        ending = "time"
    return ending, output, time.monotonic() - begun


def run(tree, suites, number, limit, reached=None):
    """Runs some suites with one fault: how that ended, the tests that failed, and the seconds it took."""
    arguments = []
    for suite in suites:
        arguments += ["--filter", "^" + re.escape(suite) + "(/|$)"]
    environment = {"DEBRIEF_PLANTED": str(number)}
    if reached:
        environment["DEBRIEF_REACHED"] = str(reached)
    ending, output, seconds = start(tree, arguments, environment, limit)
    count = re.findall(r"Test run with (\d+) tests?", output)
    if ending == "passed" and (not count or count[-1] == "0"):
        ending = "none"
    # A test that takes too long ends the run by itself (TestSupport/Timed.swift).
    if ending == "failed" and "Out of time, so the run ends here" in output:
        ending = "time"
    failed = list(dict.fromkeys(re.findall(r"Test \"?([^\n\"]+?)\"? (?:failed after|recorded an issue)", output)))
    return ending, failed, seconds


def suites(tree):
    """The suites of the tests' program, and tests without one."""
    output = start(tree, ["--list-tests"], {}, 120)[1]
    return sorted({it.split("/")[0] for it in output.split("\n") if re.match(r"^\w+Tests\.", it)})


def reach(tree, pool, wanted):
    """For each suite, how long it takes without a fault, and the faults it comes past; all must pass."""
    memory = tree / "reach.json"
    binary = tree / ".build" / "debug" / "debriefPackageTests.xctest"
    known = json.loads(memory.read_text()) if memory.exists() else {}
    if known.get("binary") != binary.stat().st_mtime:
        known = {"binary": binary.stat().st_mtime, "suites": {}}

    def look(suite):
        file = tree / f"reached.{abs(hash(suite))}"
        file.unlink(missing_ok=True)
        ending, failed, seconds = run(tree, [suite], 0, 900, file)
        numbers = sorted({int(it) for it in file.read_text().split()}) if file.exists() else []
        file.unlink(missing_ok=True)
        return suite, ending, failed, seconds, numbers

    broken = []
    for suite, ending, failed, seconds, numbers in pool.map(look, [it for it in wanted if it not in known["suites"]]):
        if ending == "time":
            # The switches slow it down: it is one of the slow ones, and they aren't tried.
            print(f"{suite} takes too long here, and isn't tried", flush=True)
            seconds = max(seconds, SLOW + 1)
        elif ending != "passed":
            broken.append(f"Without any fault, {suite} {ending}: {', '.join(failed[:5])}")
            continue
        known["suites"][suite] = [seconds, numbers]
    memory.write_text(json.dumps(known))
    if broken:
        print("\n".join(broken))
    return known["suites"], broken


def main():
    """Reads, plants, builds, runs, and says what was seen."""
    parser = argparse.ArgumentParser(description="Plants faults and tells which of them the tests see.")
    parser.add_argument("--check", action="store_true", help="only whether each fault still has its place")
    parser.add_argument("--tree", type=pathlib.Path, default=ROOT / ".build-mutants", help="where the copy is")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2, help="how many run at a time")
    parser.add_argument("--only", default="", help="only faults whose file or name has this in it (a pattern)")
    parser.add_argument("--left", action="store_true", help="only faults that weren't seen the last time")
    parser.add_argument("--no-build", action="store_true", help="with what was built before")
    parser.add_argument("--copy-only", action="store_true", help="plant, and build and run nothing")
    options = parser.parse_args()

    faults = [it for path in sorted(HERE.glob("*.txt")) for it in read(path)]
    for number, fault in enumerate(faults, 1):
        fault.number = number
    twice = [name for name, count in collections.Counter(it.name for it in faults).items() if count > 1]
    wrong = [f"Two faults are called “{name}”." for name in twice]
    if options.check and next(ROOT.glob("Sources/*/Planted.swift"), None):
        # In the copy they are in their places already, which the texts of the sources no longer show.
        print(f"{len(faults)} faults still have their place, and are planted here")
        return
    if options.check:
        by_file = collections.defaultdict(list)
        for fault in faults:
            by_file[fault.file].append(fault)
        for file, mine in by_file.items():
            path = ROOT / "Sources" / file
            wrong += rewritten(path.read_text(encoding="utf-8"), mine)[1] if path.exists() else [
                f"{mine[0].line}: there is no file Sources/{file}"]
        print("\n".join(wrong) if wrong else f"{len(faults)} faults still have their place")
        sys.exit(1 if wrong else 0)

    tree = options.tree.resolve()
    if not options.no_build:
        wrong += copy(tree, faults)
        if wrong:
            print("\n".join(wrong))
            sys.exit("Some faults no longer have a place in the sources.")
        if options.copy_only:
            return
        print(f"Building {len(faults)} planted faults", flush=True)
        build(tree, options.jobs)

    memory = tree / "planted.json"
    known = json.loads(memory.read_text()) if memory.exists() else {}
    pattern = re.compile(options.only)
    chosen = [
        it for it in faults
        if pattern.search(f"{it.file} {it.name}") and not (options.left and known.get(it.name) in ("seen",))]
    every = suites(tree)

    def fits(see, suite):
        wanted, _, unwanted = see.partition(" but ")
        return re.search(wanted, suite) and not (unwanted and re.search(unwanted, suite))

    results = {}
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        wanted = [it for it in every if any(fits(fault.see, it) for fault in chosen)]
        print(f"Running {len(wanted)} suites without a fault", flush=True)
        times, broken = reach(tree, pool, wanted)

        def tried(fault):
            mine = sorted(
                (seconds, it) for it, (seconds, numbers) in times.items()
                if fault.number in numbers and seconds <= SLOW and fits(fault.see, it))
            ending, failed, total = "passed" if mine else "never reached", [], 0
            # The quick ones together; a slow one alone, and only if nothing has seen it so far.
            groups, together = [[]], 0
            for seconds, it in mine:
                if groups[-1] and together + seconds > 4:
                    groups.append([])
                    together = 0
                groups[-1].append(it)
                together += seconds
            for group in groups if mine else []:
                limit = max(20, 6 * sum(times[it][0] for it in group))
                ending, failed, seconds = run(tree, group, fault.number, limit)
                total += seconds
                if ending != "passed":
                    break
            return fault, ending, failed, total

        for fault, ending, failed, seconds in pool.map(tried, chosen):
            results[fault] = ending
            known[fault.name] = "unseen" if ending in UNSEEN else "seen"
            memory.write_text(json.dumps(known, indent=1))
            how = {"passed": "UNSEEN", "failed": "seen", "crashed": "crashed", "time": "ran out of time"}.get(ending, ending)
            print(f"{how}: {fault.file}: {fault.name} ({seconds:.1f} s) {', '.join(failed[:3])}", flush=True)

    rows = collections.defaultdict(collections.Counter)
    for fault, ending in results.items():
        row = rows[fault.module]
        row["planted"] += 1
        row["same" if fault.same else "unseen" if ending in UNSEEN else "seen"] += 1
    rows["all"] = sum(rows.values(), collections.Counter())
    print(f"\n{'module':<18}{'planted':>9}{'seen':>7}{'unseen':>8}{'change nothing':>17}")
    for module, row in rows.items():
        print(f"{module:<18}{row['planted']:>9}{row['seen']:>7}{row['unseen']:>8}{row['same']:>17}")
    left = [it for it, ending in results.items() if ending in UNSEEN and not it.same]
    after_all = [it for it, ending in results.items() if ending not in UNSEEN and it.same]
    for fault in results:
        if fault.same and fault not in after_all:
            print(f"changes nothing: {fault.name}: {fault.same}")
    if broken and left:
        print("Some suites fail without any fault, and weren't tried: they may see some of these.")
    for fault in left:
        print(f"unseen: {fault.line}: {fault.file}: {fault.name}")
    for fault in after_all:
        print(f"seen after all: {fault.line}: {fault.name}")
    sys.exit(1 if left or after_all or broken else 0)


if __name__ == "__main__":
    main()
