"""The figures: each function measures one thing in turn with its floor (A B A B …) and adds rows to the report."""
import filecmp
import os
import shutil
import subprocess

import data
from rig import Failed, key_values, median, p99
from screen import Screen

FLOOR_ROWS, FLOOR_PREVIEW = 9, 4  # as home has them at 80×24 with four things due
WALK = [("j", "j", 10), ("pgdn", r"\e[6~", 5), ("G", "G", 1), ("k", "k", 5), ("pgup", r"\e[5~", 3), ("g", "g", 1), ("/", "/", 1),
        ("filter", "w", 1), ("filter", "i", 1), ("filter", "l", 1), ("filter", r"\x7f", 1)]
REVIEW = [("enter", r"\r", 1), ("tab", r"\t", 3), ("j", "j", 3), ("zoom", "z", 2), ("page", "p", 1), ("j", "j", 3), ("pgdn", r"\e[6~", 1),
          ("page", "p", 1), ("help", "?", 1), ("j", "j", 3), ("q", "q", 1)]
TYPED = ["story", "kubernetes", "night"]


def keys(walk):
    return [("key", label, bytes, count) for label, bytes, count in walk]


def read(path):
    with open(path, "rb") as file:
        return file.read()


def start(bench):
    """Start to the first frame, to rest, and to the answer of a key typed at the first frame; runs of their own."""
    rig, found = bench.rig, {}
    for _ in bench.turns(20, 6):
        for size in bench.sizes:
            here = found.setdefault(size, {"ours": [], "floor": [], "ready": []})
            here["ours"].append(rig.debrief(bench.database[size], ("settle",)))
            here["floor"].append(rig.pty([rig.tool("floor_dblist"), bench.floor[size]], ("start", "READY"), ("settle",), ("quit", "q")))
            here["ready"].append(rig.debrief(bench.database[size], ("ready", "j")))
    for size, here in found.items():
        first, floor = (median(r["start_ms"] for r in here[who]) for who in ("ours", "floor"))
        ratio = median(a["start_ms"] / b["start_ms"] for a, b in zip(here["ours"], here["floor"]))
        bench.size(size, start_ms=first, start_floor_ms=floor, start_ratio=ratio,
                   start_cpu_ms=median(r["start_cpu_ms"] for r in here["ours"]),
                   start_floor_cpu_ms=median(r["start_cpu_ms"] for r in here["floor"]),
                   settled_cpu_ms=median(r["settled_cpu_ms"] for r in here["ours"]),
                   ready_ms=median(r["ready_ms"] for r in here["ready"]))
    small, large = bench.sizes[0], bench.sizes[-1]
    of = bench.by_size[large]
    bench.row(f"start to first frame ({large:,} applications)", "ms", of["start_ms"], of["start_floor_ms"], of["start_ratio"], 3.0, 1.5,
              floor_is="C+SQLite list", note=f"CPU {of['start_cpu_ms']:.1f} against {of['start_floor_cpu_ms']:.1f} ms")
    bench.row("  until a key typed then is answered", "ms", of["ready_ms"], None, None, None, None,
              note=f"CPU until at rest {of['settled_cpu_ms']:.1f} ms: it reads checklists and help after the first frame")
    ratio = median(a["start_ms"] / b["start_ms"] for a, b in zip(found[large]["ours"], found[small]["ours"]))
    bench.row(f"  {large:,} ÷ {small} applications", "ms", of["start_ms"], bench.by_size[small]["start_ms"], ratio, 1.3, 1.1,
              floor_is=f"with {small}")


def moving(bench):
    """Moving the bar in a list, without scrolling."""
    rig = bench.rig
    steps = [("settle",)] + [("key", "j", "j", 5), ("key", "k", "k", 5)] * bench.rounds(4, 2)
    plain, same = [], []
    for size in bench.sizes:
        ours, floor = [], []
        for _ in bench.turns(5, 2):
            ours.append(rig.debrief(bench.database[size], *steps))
            floor.append(rig.pty([rig.tool("floor_dblist"), bench.floor[size]], ("start", "READY"), *steps, ("quit", "q")))
            if size == bench.sizes[-1]:
                plain.append(rig.pty([rig.tool("floor_list"), str(size)], ("start", "READY"), *steps, ("quit", "q")))
                same.append(rig.pty([rig.tool("floor_list"), str(size), str(FLOOR_ROWS), str(FLOOR_PREVIEW)], ("start", "READY"), *steps,
                                    ("quit", "q")))
        ratio = median(median(key_values([a])) / median(key_values([b])) for a, b in zip(ours, floor))
        bench.size(size, key_ms=median(key_values(ours)), key_floor_ms=median(key_values(floor)), key_ratio=ratio,
                   key_cpu_ms=median(key_values(ours, "cpu_ms")), key_floor_cpu_ms=median(key_values(floor, "cpu_ms")),
                   key_bytes=median(key_values(ours, "bytes")))
    of = bench.by_size[bench.sizes[-1]]
    bench.row("key to frame, moving in the list", "ms", of["key_ms"], of["key_floor_ms"], of["key_ratio"], 1.5, 1.1, floor_is="C+SQLite list",
              note=f"CPU {of['key_cpu_ms']:.2f} against {of['key_floor_cpu_ms']:.2f} ms; ours also redraws a preview")
    bytes_same, bytes_plain = (median(key_values(runs, "bytes")) for runs in (same, plain))
    bench.row("bytes per key, moving in the list", "B", of["key_bytes"], bytes_same, of["key_bytes"] / bytes_same, 1.5, 1.0,
              floor_is="C list with a preview", note=f"{of['key_bytes'] / bytes_plain:.1f}× the {bytes_plain:.0f} B of a C list without one")
    slow, slow_same = median(key_values(ours)), median(key_values(same))
    bench.row("  key to frame ÷ C list with a preview", "ms", slow, slow_same, slow / slow_same, None, None, floor_is="C list with a preview")


def each_key(runs):
    """(label, median over the runs) of each key of a walk: a pause of the machine hits a key once, a slow key is slow in every run."""
    return [(presses[0]["k"], median(press["ms"] for press in presses))
            for presses in zip(*(run["keys"] for run in runs)) if all(press["ms"] >= 0 for press in presses)]


def walk(bench):
    """Every key that does not write; then idle; then the peak of memory."""
    rig, size = bench.rig, bench.sizes[-1]
    steps = [("settle",), *keys(WALK), ("mark", "filtered"), ("send", r"\e", ""), *keys(REVIEW[:2]), ("mark", "review"), *keys(REVIEW[2:5]),
             ("mark", "page"), *keys(REVIEW[5:9]), ("mark", "help"), *keys(REVIEW[9:]), ("key", "back", "q", 1), ("mark", "home"),
             ("send", r"\x06", ""), ("key", "search", "t", 1), ("key", "search", "e", 1), ("mark", "search"), ("send", r"\e", "")]
    checks = [("filtered", "search:"), ("review", "Strengths"), ("page", "Timeline"), ("help", "Help"), ("home", "Debriefs"),
              ("search", "Search everything")]
    ours, floor = [], []
    for _ in bench.turns(6, 2):
        ours.append(rig.debrief(bench.database[size], *steps, checks=checks))
        floor.append(rig.pty([rig.tool("floor_dblist"), bench.floor[size]], ("start", "READY"), ("settle",), *keys(WALK[:4]), *keys(WALK[:4]),
                             *keys(WALK[:4]), ("quit", "q")))
    each, least = each_key(ours), each_key(floor)
    slowest = sorted(((ms, label) for label, ms in each), reverse=True)
    times = key_values(ours)
    bench.row(f"key to frame, p99 of {len(each)} that do not write", "ms", p99([ms for _, ms in each]), p99([ms for _, ms in least]), None, 5, 2,
              absolute=True, floor_is="C+SQLite list",
              note="slowest: " + ", ".join(f"{label} {ms:.1f}" for ms, label in slowest[:4])
                   + f"; of all {len(times)} times, the machine's own pauses among them, p99 {p99(times):.1f} against "
                     f"{p99(key_values(floor)):.1f} ms, and {p99(key_values(ours, 'cpu_ms')):.1f} ms of CPU")
    idle = rig.debrief(bench.database[size], ("settle",), ("key", "j", "j", 3), ("idle", bench.rounds(5000, 2000)))
    bench.row(f"wakeups, {bench.rounds(5, 2)} s idle", "", idle["idle_wakeups"], 0, None, 0, 0, absolute=True)
    bench.row("CPU meanwhile", "ms", idle["idle_cpu_ms"], 0, None, 0, 0, absolute=True, note=f"{idle['threads']} thread(s)")
    for at in bench.sizes[:-1]:
        bench.size(at, peak_mb=rig.debrief(bench.database[at], *steps)["peak_kb"] / 1024)
    peak = max(r["peak_kb"] for r in ours) / 1024
    bench.size(size, peak_mb=peak)
    bench.row(f"peak memory after the walk ({size:,})", "MB", peak, median(r["peak_kb"] for r in floor) / 1024, None, 40, 20, absolute=True,
              floor_is="C+SQLite list")


def write(bench):
    """A weight changed in the review, against one durable commit of as many pages."""
    rig = bench.rig
    findings = [("settle",), ("send", r"\r", ""), ("send", r"\e1", ""), ("mark", "findings")]
    checks = [("findings", "+ more")]
    copy = bench.copy(bench.sizes[min(1, len(bench.sizes) - 1)], "write")
    rig.debrief(copy, *findings, checks=checks)
    before = read(copy)
    rig.debrief(copy, *findings, ("key", "+", "+", 1))
    after = read(copy)
    page = 4096
    pages = sum(before[i:i + page] != after[i:i + page] for i in range(0, max(len(before), len(after)), page))
    if pages < 2:
        raise Failed("the key + wrote nothing")
    size = bench.sizes[-1]
    ours, floor = [], []
    for _ in bench.turns(6, 3):
        ours.append(rig.debrief(bench.database[size], *findings, *[("key", "+", "+", 1), ("key", "-", "-", 1)] * 6, checks=checks))
        floor.append([float(line) for line in rig.lines([rig.tool("floor_commit"), f"{bench.folder}/commit.db", str(pages), "12"])])
    measured, least = median(key_values(ours)), median(t for run in floor for t in run)
    ratio = median(median(key_values([a])) / median(b) for a, b in zip(ours, floor))
    bench.row("a write, key to the changed frame", "ms", measured, least, ratio, 2, 1.3, floor_is=f"a commit of {pages} pages",
              note=f"CPU {median(key_values(ours, 'cpu_ms')):.2f} ms; p99 {p99(key_values(ours)):.1f} against {p99([t for r in floor for t in r]):.1f} ms")


def search(bench):
    """Search as you type, a query a key."""
    rig, size = bench.rig, bench.sizes[-1]
    steps = [("settle",), ("send", r"\x06", ""), ("mark", "search")]
    beginnings = []
    for word in TYPED:
        for i in range(1, len(word) + 1):
            beginnings.append(word[:i])
            steps.append(("key", word[:i], word[i - 1], 1))
        steps.append(("send", r"\x15", ""))
    ours, floor = [], []
    for _ in bench.turns(5, 2):
        ours.append(rig.debrief(bench.database[size], *steps, ("send", r"\e", ""), checks=[("search", "Search everything")]))
        floor.append([line.split() for line in rig.lines([rig.tool("floor_search"), bench.database[size], "3", *beginnings])])
    least = {word: median(float(ms) for run in floor for w, ms in run if w == word) for word in beginnings}
    each = {word: median(key_values(ours, labels=[word])) for word in beginnings if key_values(ours, labels=[word])}
    if len(each) < len(beginnings) / 2:
        raise Failed("typing into the search changes nothing")
    worst = max(each, key=each.get)
    bench.row("search as you type, a key", "ms", median(each.values()), median(least.values()),
              median(each[word] / least[word] for word in each), 3, 1.5, floor_is="one FTS5 query",
              note=f"slowest '{worst}': {each[worst]:.1f} against {least[worst]:.1f} ms; includes painting the hits")


def paste(bench):
    """A megabyte into the field of a note, each time in a fresh store."""
    rig, runs = bench.rig, []
    for _ in bench.turns(4, 2):
        copy = bench.copy(bench.sizes[0], "paste")
        run = rig.debrief(copy, ("settle",), ("send", "c", ""), ("paste", 1_000_000, "zuletzt"), ("mark", "pasted"), ("key", "x", "x", 5),
                          ("send", r"\e", ""), checks=[("pasted", "zuletzt")])
        runs.append(run)
    bench.row("paste of 1 MB into a field, to settled", "ms", median(r["paste_ms"] for r in runs), None, None, 300, 100, absolute=True,
              note=f"read in {median(r['paste_taken_ms'] for r in runs):.0f} ms, peak {max(r['peak_kb'] for r in runs) / 1024:.0f} MB; "
                   f"a key after it {median(key_values(runs)):.1f} ms")


def flood(bench):
    """Many keys at once."""
    rig, size = bench.rig, bench.sizes[-1]
    ours, floor = [], []
    for _ in bench.turns(5, 2):
        ours.append(rig.debrief(bench.database[size], ("settle",), ("flood", "j", 500)))
        floor.append(rig.pty([rig.tool("floor_list"), str(size)], ("start", "READY"), ("settle",), ("flood", "j", 500), ("quit", "q")))
    ratio = median(a["flood_cpu_ms"] / b["flood_cpu_ms"] for a, b in zip(ours, floor))
    bench.row("500 keys at once, CPU", "ms", median(r["flood_cpu_ms"] for r in ours), median(r["flood_cpu_ms"] for r in floor), ratio, 1.3, .25,
              floor_is="C list", note=f"{median(r['flood_bytes'] for r in ours):,.0f} B against {median(r['flood_bytes'] for r in floor):,.0f}")


def escape(bench):
    """A lone Esc that closes the help."""
    runs = [bench.rig.debrief(bench.database[bench.sizes[0]], ("settle",), *[("send", "?", ""), ("key", "esc", r"\e", 1)] * 6)
            for _ in bench.turns(3, 1)]
    bench.row("lone Esc to frame", "ms", median(key_values(runs)), None, None, 30, 26, absolute=True, note="25 ms of it are the escape delay")


def resize(bench):
    """A hundred sizes in a tenth of a second, back at the first one in the end."""
    rig, size = bench.rig, bench.sizes[-1]
    ours, floor, same = [], [], 0
    for _ in bench.turns(4, 2):
        run = rig.debrief(bench.database[size], ("settle",), ("mark", "before"), ("resize", 100, 1000), ("mark", "after"), stream=True)
        before = Screen().feed(run["stream"][:run["mark_before"]]).text()
        after = Screen(filling="?").feed(run["stream"][run["resize_last"]:run["mark_after"]]).text()
        same += before == after
        ours.append(run)
        floor.append(rig.pty([rig.tool("floor_list"), str(size)], ("start", "READY"), ("settle",), ("resize", 100, 1000), ("quit", "q")))
    ratio = median(a["resize_cpu_ms"] / b["resize_cpu_ms"] for a, b in zip(ours, floor))
    bench.row("100 sizes in 0.1 s, CPU", "ms", median(r["resize_cpu_ms"] for r in ours), median(r["resize_cpu_ms"] for r in floor), ratio, 3, 1.5,
              floor_is="C list", holds=None if same == len(ours) else False,
              note=f"same screen afterwards: {same} of {len(ours)}; settles in {median(r['resize_settle_ms'] for r in ours):.0f} ms")


def commands(bench):
    """`list` and `search` against calcurse with as many entries: `-Q` prints what is on a day, `-G` prints all."""
    rig, size = bench.rig, bench.cli_size
    database = bench.database[size]
    calcurse = bench.calcurse(size)
    pattern = ["--filter-pattern", "night"]
    for ours, all_of_it in (["list"], ["-G"]), (["search", "night"], ["-G", *pattern]):
        a, b, c = [], [], []
        rig.wall([rig.binary, *ours], database)
        for _ in bench.turns(10, 4):
            a.append(rig.wall([rig.binary, *ours], database))
            if calcurse:
                b.append(rig.wall([*calcurse, "-Q", *pattern]))
                c.append(rig.wall([*calcurse, *all_of_it]))
        note = f"{median(a) / median(c):.2f}× its -G, which prints as much: {median(c):.0f} ms" if calcurse else "calcurse is not installed"
        stated = size >= 10_000  # with fewer, two programs that start are compared
        bench.row(f"debrief {ours[0]} ({size:,} applications)", "ms", median(a), median(b), median(x / y for x, y in zip(a, b)),
                  .5 if stated else None, .2 if stated else None, floor_is="calcurse -Q", note=note)


def whole(bench):
    """What goes over everything: export, import, its undo and the doctor, beside the same for a tenth. What is exported must come
    out of another store as it was, to the byte."""
    rig = bench.rig
    size = 1_000 if bench.quick else 20_000
    goals = {"export": (1.5, .75), "import": (6, 3), "undo": (6, 3), "doctor": (3, 1.5),
             # No bound: the whole file is written anew, so that nothing of what was deleted is left in it.
             "purge": (None, None)}
    found = {}
    for count in (size // 10, size):
        archive, copy = f"{bench.folder}/whole.json", f"{bench.folder}/whole.db"
        data.write(archive, count)
        for _ in bench.turns(2, 1):
            for file in (copy, copy + "-journal"):
                if os.path.exists(file):
                    os.unlink(file)
            for name, command in (("import", ["import", archive]), ("export", ["export"]), ("doctor", ["doctor"])):
                found.setdefault((name, count), []).append(rig.cost([rig.binary, *command], copy))
            stored = os.path.getsize(copy) / os.path.getsize(archive)
            # One change that was undone is reason enough.
            for command in (["quick", "a thought"], ["undo"]):
                rig.cost([rig.binary, *command], copy)
            found.setdefault(("purge", count), []).append(rig.cost([rig.binary, "purge", "--now", "--yes"], copy))
            found.setdefault(("undo", count), []).append(rig.cost([rig.binary, "undo"], copy))
        for file in (copy, copy + "-journal"):
            os.unlink(file)
        trip(bench, archive, copy)
    for name, (first, goal) in goals.items():
        small, large = (found[name, count] for count in (size // 10, size))
        growth = median(ms for ms, _ in large) / median(ms for ms, _ in small)
        note = f"{growth:.1f}× of a tenth as many; {max(mb for _, mb in large):.0f} MB (goal 60)"
        if name == "import":
            note += f"; the store is {stored:.2f}× the document"
        stated = not bench.quick
        bench.row(f"debrief {name} ({size:,} applications)", "s", median(ms for ms, _ in large) / 1000, None, None,
                  first if stated else None, goal if stated else None, absolute=True, note=note)


def trip(bench, archive, copy):
    """Export, import and export again: the two exports are the same bytes."""
    rig, exports = bench.rig, [f"{bench.folder}/trip{leg}.json" for leg in (1, 2)]
    for document, export in zip((archive, exports[0]), exports):
        rig.cost([rig.binary, "import", document], copy)
        rig.cost([rig.binary, "export", "-o", export], copy)
        for file in (copy, copy + "-journal"):
            os.unlink(file)
    if not filecmp.cmp(*exports, shallow=False):
        raise Failed("an export that was imported is exported as something else")
    for export in exports:
        os.unlink(export)


def months(bench):
    """The figures over months. Nothing of them is kept: they are counted anew each time, one application in memory after another."""
    rig, size, few = bench.rig, bench.sizes[-1], bench.sizes[-2]
    stated = not bench.quick
    runs = [rig.debrief(bench.database[size], ("settle",), ("key", "months", "Y", 1), ("mark", "months"), ("send", r"\e", ""),
                        checks=[("months", "Months")]) for _ in bench.turns(6, 2)]
    bench.row(f"months, first frame ({size:,} applications)", "ms", median(key_values(runs)), None, None, 60 if stated else None,
              20 if stated else None, absolute=True, note="the frame is there before anything is counted")
    for name, command in (("patterns", ["patterns"]), ("patterns --json", ["patterns", "--json"]), ("drill --list", ["drill", "--list"])):
        large, small = [], []
        for _ in bench.turns(6, 2):
            large.append(rig.cost([rig.binary, *command], bench.database[size]))
            small.append(rig.cost([rig.binary, *command], bench.database[few]))
        bench.row(f"debrief {name} ({size:,} applications)", "s", median(ms for ms, _ in large) / 1000, None, None,
                  .5 if stated else None, .25 if stated else None, absolute=True,
                  note=f"{median(ms for ms, _ in small) / 1000:.2f} s with {few:,}")
        most, least = max(mb for _, mb in large), max(mb for _, mb in small)
        bench.row("  peak memory", "MB", most, least, most / least, 1.5, 1.1, floor_is=f"with {few:,}")


def long_text(bench):
    """A search in one text of a megabyte that holds the word two hundred thousand times."""
    rig, database, text = bench.rig, f"{bench.folder}/long.db", f"{bench.folder}/long.txt"
    with open(text, "w") as file:
        file.write("word " * 200_000)
    rig.cost([rig.binary, "add", "Acme", "Engineer"], database)
    rig.cost([rig.binary, "feedback", "Acme", "-"], database, given=text)
    took = [rig.wall([rig.binary, "search", "word"], database) for _ in bench.turns(10, 4)]
    bare = [rig.wall([rig.binary, "search", "Acme"], database) for _ in bench.turns(10, 4)]
    bench.row("search in one text of 1 MB, 200,000 hits", "ms", median(took), None, None, 50, 10, absolute=True,
              note=f"{median(bare):.1f} ms for a word that is there once")


def binary(bench):
    """The size of the program as it is installed."""
    copy = f"{bench.folder}/stripped"
    shutil.copy(bench.rig.binary, copy)
    subprocess.run(["strip", copy], check=True)
    bench.row("stripped binary", "MB", os.path.getsize(copy) / 1e6, None, None, 70, 15, absolute=True)
    os.unlink(copy)


def peers(bench):
    """Start and key of programs people use beside it, with a thousand entries, where they are installed."""
    rig, folder = bench.rig, bench.folder
    lines = f"{folder}/lines.txt"
    with open(lines, "w") as file:
        file.writelines(f"line {i} of a text about an interview and what came of it\n" for i in range(1, 1001))
    mails = f"{folder}/mails"
    with open(mails, "w") as file:
        file.writelines(f"From a@b.c Thu Jan  1 00:00:00 2026\nFrom: a@b.c\nSubject: interview {i}\nDate: Thu, 01 Jan 2026 00:00:00 +0000\n\nhello\n\n"
                        for i in range(1000))
    here = os.path.dirname(os.path.abspath(__file__))
    known = {"less": (["less", lines], "line 23", "q", None), "nano": (["nano", "-I", lines], "Exit", r"\x18", None),
             "mutt": (["mutt", "-n", "-F", "/dev/null", "-R", "-f", mails], "Mutt", "x", None),
             "tig": (["tig"], "main", "Q", here), "calcurse": ([*(bench.calcurse(1000) or ["calcurse"])], "Help", "qy", None),
             "htop": (["htop"], "Quit", "q", None)}
    for name, (command, text, leave, cwd) in known.items():
        if not shutil.which(name):
            bench.peer(name, note="not installed")
            continue
        key = r"\e[B" if name in ("nano", "htop") else "j"
        try:
            runs = [rig.pty(command, ("start", text), ("settle",), ("key", "j", key, 10), ("quit", leave), cwd=cwd, limit=15)
                    for _ in bench.turns(5, 2)]
            bench.peer(name, start_ms=median(r["start_ms"] for r in runs), key_ms=median(key_values(runs)),
                       key_bytes=median(key_values(runs, "bytes")), peak_mb=median(r["peak_kb"] for r in runs) / 1024)
        except Failed as failure:
            bench.peer(name, note=f"could not be measured: {str(failure).splitlines()[0][:80]}")


ALL = [start, moving, walk, write, search, paste, flood, escape, resize, commands, whole, months, long_text, binary, peers]
