#!/usr/bin/env python3
"""Real faults on real files: kills, failing disks, crash states, damage, hostile input. Prints fault → rounds → lost.

torture.py BINARY [--quick] [--seed N] [--fault NAME] [--round TEXT] [--jobs N]. Every round draws from the seed, its fault
and its own name, so that one round alone does the same as it did among all others."""
import argparse
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import threading
import time
import traceback

import crashes
import damage
import disk
import hostile
import kills
import promises
import replay
import screens
import signs
import sync
import syscalls
import zones
from rig import Home, Lost, Skipped

# The name of each fault, what makes its rounds, and its seconds: all of them, and in quick mode.
FAULTS = [
    ("killed at random, commands", kills.commands, 60, 6),
    ("killed at random, screen", kills.screen, 80, 8),
    ("killed at each system call", syscalls.rounds, 170, 6),
    ("faults of its own", crashes.rounds, 20, 4),
    ("crash states, power loss", replay.rounds, 100, 6),
    ("failing disk", disk.rounds, 170, 6),
    ("damaged files and journals", damage.rounds, 120, 7),
    ("hostile archives and files", hostile.rounds, 70, 8),
    ("all scalars to a terminal", signs.rounds, 120, 7),
    ("zones", zones.rounds, 40, 3),
    ("screens at once, undo of all", screens.rounds, 80, 6),
    ("syncs in any order", sync.orders, 85, 6),
    ("killed at random, syncs", sync.rounds, 85, 6),
]


class Row:
    """What became of one fault."""

    def __init__(self, name):
        self.name, self.rounds, self.lost, self.note, self.seconds = name, 0, [], "", 0.0


def attempt(fault, name, body, home, options):
    """One round; returns what was lost in it."""
    try:
        body(home, random.Random(f"{options.seed}/{fault}/{name}"))
    except Lost as lost:
        return [str(lost)]
    except Skipped:
        raise
    except Exception:  # A round that cannot be made counts as lost: nothing passes by being broken.
        return [traceback.format_exc().strip()]
    return []


def torture(fault, make, seconds, homes, options):
    row = Row(fault)
    began = time.monotonic()
    try:
        rounds = list(make(homes[0], random.Random(f"{options.seed}/{fault}"), options.quick))
    except Skipped as skipped:
        row.note = f"skipped: {skipped}"
        return row
    except Lost as lost:
        row.lost.append(("preparation", str(lost)))
        return row
    if options.round:
        rounds = [r for r in rounds if options.round == r[0]] or [r for r in rounds if options.round in r[0]]
    else:
        # Where the time is up before the rounds are, the seed says which had their turn.
        random.Random(f"{options.seed}/{fault}/sample").shuffle(rounds)
    if not rounds and not options.round:
        row.lost.append(("preparation", "there is no round"))
    todo, lock = iter(rounds), threading.Lock()
    for home in homes:
        home.tally = 0

    def work(home):
        while True:
            with lock:
                one = next(todo, None)
            if one is None or (not options.round and row.rounds >= len(homes) and time.monotonic() - began > seconds):
                if one is not None:
                    row.note = f"of {len(rounds)}"
                return
            name, body = one
            try:
                lost = attempt(fault, name, body, home, options)
            except Skipped as skipped:
                row.note = f"partly skipped: {skipped}"
                continue
            with lock:
                row.rounds += 1
                row.lost += [(name, words) for words in lost]

    workers = [threading.Thread(target=work, args=(home,), daemon=True) for home in homes]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    checks = sum(home.tally for home in homes)
    row.rounds = max(checks, row.rounds)
    row.seconds = time.monotonic() - began
    return row


def report(row, options):
    """A line of the table, and below it what was lost, each kind of it once."""
    print(f"  {row.name:30} {row.rounds:7,} rounds {len(row.lost):4} lost {row.seconds:5.0f} s  {row.note}", flush=True)
    kinds = {}
    for where, words in row.lost:
        kinds.setdefault(re.sub(r"[0-9]+|/\S+", "#", words)[:150], []).append((where, words))
    for lost in kinds.values():
        where, words = lost[0]
        print(f"      {len(lost)} times, such as {where}: {words}", flush=True)
        print(f"      again: make torture{' TORTURE=quick' if options.quick else ''} SEED={options.seed} FAULT='{row.name}' ROUND='{where}'", flush=True)
        for where, words in lost[1:]:
            if options.log:
                print(f"{row.name}: {where}: {words}", file=options.log, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seed", default="")
    parser.add_argument("--fault", default="", help="only those whose name holds this")
    parser.add_argument("--round", default="", help="only rounds whose name holds this")
    parser.add_argument("--jobs", type=int, default=min(8, os.cpu_count() or 1))
    parser.add_argument("--minutes", type=float, help="how long all of it may take, where that isn't as usual")
    parser.add_argument("--log", help="a file for all that is lost beyond the first of its kind")
    options = parser.parse_args()
    options.seed = options.seed or str(random.SystemRandom().randrange(10**6))
    binary = os.path.abspath(options.binary)
    if not os.access(binary, os.X_OK):
        sys.exit(f"torture: there is no program {binary}")
    print(f"Torture{', quick' if options.quick else ''}: SEED={options.seed}", flush=True)
    options.log = open(options.log, "w") if options.log else None
    # In memory where there is room: no fault here needs a slow disk, and every round syncs.
    memory = "/dev/shm"
    roomy = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 1 << 30
    folder = tempfile.mkdtemp(prefix="debrief-torture-", dir=os.environ.get("TMPDIR") or (memory if roomy else None))
    # Ended from outside, it takes its files along.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    rows, began = [], time.monotonic()
    usual = sum(quick if options.quick else full for _, _, full, quick in FAULTS)
    share = options.minutes * 60 / usual if options.minutes else 1
    try:
        for name, make, full, quick in FAULTS:
            if options.fault in name:
                homes = [Home(f"{folder}/{len(rows)}.{number}", binary) for number in range(options.jobs)]
                row = torture(name, make, (quick if options.quick else full) * share, homes, options)
                rows.append(row)
                report(row, options)
                for home in homes:
                    shutil.rmtree(home.folder, ignore_errors=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    lost = sum(len(row.lost) for row in rows)
    print(f"  {'all':30} {sum(row.rounds for row in rows):7,} rounds {lost:4} lost {time.monotonic() - began:5.0f} s", flush=True)
    if len(rows) == len(FAULTS) and not options.quick:
        # What of all that each promise had to stand.
        print("\n".join(promises.told({row.name: (row.rounds, len(row.lost)) for row in rows})), flush=True)
    if not any(row.rounds or row.note for row in rows):
        sys.exit("torture: there is no such round")
    sys.exit(1 if lost else 0)


main()
