#!/usr/bin/env python3
"""Measures debrief against floors in C and against its peers, in turn (A B A B …), and prints one table."""
import argparse
import datetime
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

import data
import figures
from rig import Failed, Rig, median, others


class Bench:
    def __init__(self, options, folder):
        self.quick, self.only, self.data = options.quick, options.only, options.data
        self.calm, self.folder = options.calm, folder
        self.rig = Rig(os.path.abspath(options.tools), os.path.abspath(options.binary), folder)
        self.sizes = [10, 1_000] if self.quick else [10, 1_000, 20_000]
        self.cli_size = 1_000 if self.quick else 10_000
        self.database, self.floor, self.by_size = {}, {}, {}
        self.rows, self.programs, self.failures = [], {}, []

    def rounds(self, full, quick):
        return quick if self.quick else full

    def turns(self, full, quick):
        """So many turns; before each it may wait until the machine is calm, for --calm seconds in all."""
        for turn in range(self.rounds(full, quick)):
            while self.calm > 0 and others(.3) > .25:
                time.sleep(.7)
                self.calm -= 1
            yield turn

    # ---- what is measured on ----
    def make(self):
        for size in sorted({*self.sizes, self.cli_size}):
            kept = f"{self.data}/debrief-{size}.db" if self.data else None
            self.database[size] = f"{self.folder}/debrief-{size}.db"
            if kept and os.path.exists(kept):
                shutil.copy(kept, self.database[size])
            else:
                self.import_archive(size)
                if kept:
                    os.makedirs(self.data, exist_ok=True)
                    shutil.copy(self.database[size], kept)
            if size in self.sizes:
                self.make_floor(size)
        os.sync()  # what is being written out would be in the way of the commits

    def import_archive(self, size):
        archive = f"{self.folder}/archive.json"
        data.write(archive, size)
        took = time.monotonic()
        run = subprocess.run([self.rig.binary, "import", archive], env=dict(self.rig.env, DEBRIEF_DATABASE=self.database[size]),
                             stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if run.returncode:
            raise Failed(f"debrief import: {run.stderr.strip()[-500:]}")
        say(f"imported {size:,} applications in {time.monotonic() - took:.1f} s")
        os.unlink(archive)

    def make_floor(self, size):
        self.floor[size] = f"{self.folder}/floor-{size}.db"
        with sqlite3.connect(self.floor[size]) as db:
            db.execute("CREATE TABLE row(created INTEGER PRIMARY KEY, company TEXT, role TEXT, reached TEXT, outcome TEXT)")
            db.executemany("INSERT INTO row VALUES (?, ?, ?, ?, ?)", (
                (i * 7, f"Company {i * 7919 % 99991}", "Platform engineer", "technical", f"rejected {i % 400} d") for i in range(size)))
        db.close()

    def copy(self, size, name):
        path = f"{self.folder}/{name}.db"
        shutil.copy(self.database[size], path)
        return path

    def calcurse(self, size):
        """The command of a calcurse with that many appointments, or None."""
        if not shutil.which("calcurse"):
            return None
        folder = f"{self.folder}/calcurse-{size}"
        if not os.path.exists(folder):
            os.makedirs(folder)
            day = datetime.date(2025, 1, 1)
            with open(f"{folder}/apts", "w") as file:
                for i in range(size):
                    on = f"{day + datetime.timedelta(days=i // 4):%m/%d/%Y}"
                    word = " by night" if i % 40 == 0 else ""
                    file.write(f"{on} @ {8 + i % 4 * 2:02d}:00 -> {on} @ {9 + i % 4 * 2:02d}:00 |Interview {i} with Company {i % 97}{word}\n")
            open(f"{folder}/todo", "w").close()
        return ["calcurse", "-D", folder]

    # ---- what was found ----
    def size(self, size, **values):
        self.by_size.setdefault(size, {}).update(values)

    def row(self, figure, unit, measured, floor, ratio, first, goal, absolute=False, floor_is="", note="", holds=None):
        """One line of the table. The goals are for the ratio, or for the figure itself when `absolute`."""
        judged = measured if absolute else ratio
        if holds is None and judged is not None and first is not None:
            holds = judged <= first
        reached = None if judged is None or goal is None or not holds else judged <= goal
        self.rows.append({"figure": figure, "unit": unit, "measured": measured, "floor": floor, "floor_is": floor_is, "ratio": ratio,
                          "first": first, "goal": goal, "absolute": absolute, "holds": holds, "reaches_goal": reached, "note": note})

    def peer(self, name, **values):
        self.programs[name] = values

    def run(self):
        for figure in figures.ALL:
            if self.only and figure.__name__ not in self.only:
                continue
            started = time.monotonic()
            try:
                figure(self)
            except Failed as failure:
                self.failures.append(f"{figure.__name__}: {failure}")
            say(f"{figure.__name__}: {time.monotonic() - started:.0f} s")

    # ---- the report ----
    def report(self):
        def number(value, unit=""):
            if value is None:
                return ""
            text = f"{value:,.0f}" if value == 0 or abs(value) >= 100 or unit == "B" else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
            return f"{text} {unit}".rstrip()

        def limit(row, which):
            value = row[which]
            return "" if value is None else f"≤ {value:g}{(' ' + row['unit']).rstrip() if row['absolute'] else '×'}" if value else "0"

        verdict = {None: "", True: "yes", False: "no"}
        lines = [("figure", "measured", "floor", "ratio", "first", "goal", "holds?")]
        for row in self.rows:
            floor = number(row["floor"], row["unit"])
            lines.append((row["figure"], number(row["measured"], row["unit"]), floor and f"{floor}  {row['floor_is']}".rstrip(),
                          row["ratio"] and f"{row['ratio']:.2f}×" or "", limit(row, "first"), limit(row, "goal"),
                          "yes, goal" if row["reaches_goal"] else verdict[row["holds"]]))
        table(lines, {1, 3, 4, 5})
        print()
        for row in self.rows:
            if row["note"]:
                print(f"  {row['figure'].strip()}: {row['note']}")
        print()
        table([("applications", "first frame", "floor", "ratio", "key answered", "key to frame", "floor", "ratio", "bytes", "peak")] + [
            (f"{size:,}", number(v.get("start_ms"), "ms"), number(v.get("start_floor_ms"), "ms"), f"{v.get('start_ratio') or 0:.2f}×",
             number(v.get("ready_ms"), "ms"), number(v.get("key_ms"), "ms"), number(v.get("key_floor_ms"), "ms"),
             f"{v.get('key_ratio') or 0:.2f}×", number(v.get("key_bytes"), "B"), number(v.get("peak_mb"), "MB"))
            for size, v in self.by_size.items()], set(range(10)))
        print()
        table([("peer, 1,000 entries", "first frame", "key to frame", "bytes", "peak", "")] + [
            (name, number(v.get("start_ms"), "ms"), number(v.get("key_ms"), "ms"), number(v.get("key_bytes"), "B"), number(v.get("peak_mb"), "MB"),
             v.get("note", "")) for name, v in self.programs.items()], {1, 2, 3, 4})
        for failure in self.failures:
            print(f"\nnot measured: {failure}")


def table(lines, right):
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    for n, line in enumerate(lines):
        print("  ".join(cell.rjust(w) if i in right else cell.ljust(w) for i, (cell, w) in enumerate(zip(line, widths))).rstrip())
        if n == 0:
            print("─" * (sum(widths) + 2 * (len(widths) - 1)))


def say(text):
    print(text, file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tools", required=True, help="the folder of ptybench and the floors")
    parser.add_argument("--binary", required=True, help="the debrief to measure")
    parser.add_argument("--quick", action="store_true", help="under a minute: fewer runs, at most 1,000 applications")
    parser.add_argument("--json", metavar="FILE", help="write all of it there too")
    parser.add_argument("--data", metavar="DIR", help="keep the databases there, and take them from there the next time")
    parser.add_argument("--only", metavar="NAME", action="append", default=[], help="this figure alone, such as start or moving; may be repeated")
    parser.add_argument("--calm", type=float, default=0, metavar="S", help="wait, S seconds in all, while others use the machine")
    options = parser.parse_args()
    started = time.monotonic()
    busy = [others()]
    with tempfile.TemporaryDirectory(prefix="debrief-bench-") as folder:
        bench = Bench(options, folder)
        try:
            bench.make()
        except Failed as failure:
            say(f"the databases could not be made: {failure}")
            return 1
        busy.append(others())
        bench.run()
    busy.append(others())
    print(f"debrief, {'quick' if bench.quick else 'full'} run of {time.monotonic() - started:.0f} s; 80×24, medians; {os.cpu_count()} cores, "
          f"others used {median(busy):.0%} of them (up to {max(busy):.0%})\n")
    bench.report()
    if options.json:
        with open(options.json, "w") as file:
            json.dump({"figures": bench.rows, "sizes": bench.by_size, "peers": bench.programs, "failures": bench.failures, "others": busy,
                       "quick": bench.quick, "when": datetime.datetime.now().isoformat(timespec="seconds")}, file, indent=1, ensure_ascii=False)
    return 1 if bench.failures else 0


if __name__ == "__main__":
    sys.exit(main())
