"""States after a power loss: every write, truncation, sync and rename of the store is recorded by strace, and each prefix of
them is rebuilt: whole, with its last write torn, and with any of what was not synced yet missing."""
import os
import re
import shutil

import commands
from rig import Lost, Skipped

LINE = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\d+)")
FD = re.compile(r"\d+<([^>]*)>")
NAMES = "?rename,?renameat,renameat2,?link,linkat,?unlink,unlinkat"
SEQUENCE = [
    ["add", "Nordlicht", "Engineer", "--applied", "2 mar"],
    ["add", "Acme", "Editor", "--interview", "18 mar 14:00"],
    ["outcome", "Nordlicht", "rejected", "--on", "15 mar", "--words", "We chose somebody else."],
    ["feedback", "Nordlicht", "Too quiet.", "--on", "16 mar"],
    ["backup"],
    ["quick", "a thought"],
    ["import", "sample.json"],
    ["undo"],
    ["redo"],
    ["restore", "2026-03-20-1000-asked", "--yes"],
    ["undo"],
    ["purge", "--now", "--yes"],
]


def unhex(text):
    return bytes.fromhex(text.replace("\\x", "").strip('"'))


def operations(trace, folder):
    """What a command did to the files of a folder."""
    halves = {}
    for line in trace.splitlines():
        if line.endswith("<unfinished ...>"):
            process, rest = line.split(None, 1)
            halves[process] = f"{process} {rest[:-len('<unfinished ...>')].rstrip()}"
            continue
        found = re.match(r"(\d+) +<\.\.\. \w+ resumed>(.*)", line)
        if found:
            line = halves.pop(found[1]) + found[2]
        found = LINE.match(line)
        if not found or int(found[4]) < 0:
            continue
        call, arguments = found[2], found[3]
        descriptor = FD.match(arguments)
        path = unhex(descriptor[1]).decode("utf-8", "replace") if descriptor and descriptor[1].startswith("\\x") else ""
        texts = [unhex(t) for t in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', arguments)]
        if call in ("rename", "renameat", "renameat2", "link", "linkat"):
            names = [t.decode() for t in texts[-2:]]
            if any(name.startswith(folder) for name in names):
                yield ("rename" if call.startswith("rename") else "link", *names)
        elif call in ("unlink", "unlinkat") and texts[-1].decode().startswith(folder):
            yield "unlink", texts[-1].decode()
        elif call == "openat":
            name = texts[-1].decode("utf-8", "replace")
            if name.startswith(folder) and "O_CREAT" in arguments:
                yield "create", name
            if name.startswith(folder) and "O_TRUNC" in arguments:
                yield "truncate", name, 0
        elif path.startswith(folder):
            if call == "pwrite64":
                yield "write", path, int(arguments.rsplit(", ", 1)[1]), texts[-1][:int(found[4])]
            elif call == "ftruncate":
                yield "truncate", path, int(arguments.rsplit(", ", 1)[1])
            elif call in ("fsync", "fdatasync"):
                yield "sync", path
            elif call == "write":
                raise Lost(f"{os.path.basename(path)} is written in a way that is not replayed")


class Recording:
    """One command: the files before it, what it did to them, and what they said before and after."""

    def __init__(self, arguments, files, steps, before, after):
        self.arguments, self.files, self.steps, self.before, self.after = arguments, files, steps, before, after

    def state(self, count, torn, missing, random):
        """The files after `count` steps."""
        names = {path: path for path in self.files}  # A name to the file that it is of, by its first name.
        files = {path: bytearray(content) for path, content in self.files.items()}
        owner, synced = [], {}
        for number, step in enumerate(self.steps[:count]):
            if step[0] == "create" and step[1] not in names:
                names[step[1]] = f"{step[1]} {number}"
                files[names[step[1]]] = bytearray()
            file = names.get(step[1])
            owner.append(file)
            if step[0] == "sync" and file:
                synced[file] = number
            elif step[0] == "rename":
                names[step[2]] = names.pop(step[1])
            elif step[0] == "link":
                names[step[2]] = file
            elif step[0] == "unlink":
                names.pop(step[1], None)
        for number, step in enumerate(self.steps[:count]):
            file = owner[number]
            if step[0] not in ("write", "truncate") or file is None:
                continue
            if missing and number > synced.get(file, -1) and random.random() < .5:
                continue
            content = files[file]
            if step[0] == "truncate":
                content[step[2]:] = b"\0" * max(0, step[2] - len(content))
                continue
            data = step[3]
            if torn and number == count - 1:
                data = data[:random.choice([random.randrange(len(data)), random.randrange(len(data)) // 512 * 512])]
            if len(content) < step[2]:
                content.extend(b"\0" * (step[2] - len(content)))
            content[step[2]:step[2] + len(data)] = data
        return {name: bytes(files[file]) for name, file in names.items()}


def record(home, arguments, before):
    folder = home.path("notes")
    files = {path: open(path, "rb").read() for path in (os.path.join(folder, name) for name in os.listdir(folder))}
    trace = home.folder + ".trace"
    run = home.must(*arguments, prefix=["strace", "-f", "--seccomp-bpf", "-qq", "-y", "-xx", "-s", "1000000", "-o", trace, "-e", "signal=none", "-e",
                                        "trace=openat,pwrite64,write,ftruncate,fsync,fdatasync," + NAMES])
    with open(trace) as file:
        steps = list(operations(file.read(), folder + "/"))
    os.unlink(trace)
    found = Recording(arguments, files, steps, before, home.export())
    # The replay is true to what happened, or it says nothing.
    replayed = found.state(len(steps), False, False, None)
    for path, content in replayed.items():
        if open(path, "rb").read() != content:
            raise Lost(f"{' '.join(arguments)}: {os.path.basename(path)} isn't as replayed")
    return found


def rounds(home, random, quick):
    if not commands.can_trace():
        raise Skipped("strace isn't installed, or may not trace here")
    home.become("notes", commands.notes)
    sample = open(home.path("sample.json"), "rb").read()
    home.clear()
    home.write("sample.json", sample)
    recordings, before = [], None
    for arguments in SEQUENCE[:3] if quick else SEQUENCE:
        recordings.append(record(home, arguments, before))
        before = recordings[-1].after
    if not quick:
        for number in (1, 4, 5):
            home.clear()
            shutil.copy(os.path.join(commands.FILES, f"schema-{number}.db"), home.database)
            made = record(home, ["list"], None)
            made.before = made.after
            recordings.append(made)
    made = []
    for place, recording in enumerate(recordings):
        for count in range(len(recording.steps) + 1):
            last = recording.steps[count - 1][0] if count else ""
            for kind in ("whole", *(["torn"] if last == "write" else []), *(["missing"] if last != "sync" else [])):
                name = f"{place} {' '.join(recording.arguments)[:30]}: {count} of {len(recording.steps)} {kind}"
                made.append((name, crash(recording, count, kind)))
    random.shuffle(made)
    return made


def crash(recording, count, kind):
    def body(home, random):
        home.clear()
        for path, content in recording.state(count, kind == "torn", kind == "missing", random).items():
            # A state may have been recorded in another home than it is tried in.
            home.write("notes/" + os.path.basename(path), content)
        if not os.path.exists(home.database) and recording.before is None:
            return
        found = home.export()
        acknowledged = count == len(recording.steps)
        # Nothing was there before the first command; what an empty store exports has no rows.
        if recording.before is None and not acknowledged and not any(rows for rows in found.values() if isinstance(rows, list)):
            pass
        elif found != recording.after and (acknowledged or found != recording.before):
            facts = sum(len(rows) for rows in found.values() if isinstance(rows, list))
            raise Lost(f"what is there is neither what was nor what was said to be saved ({facts} facts)")
        home.sound(random.random() < .1)
        if random.random() < .2:
            home.must("quick", "afterwards")
            if not any(note["text"] == "afterwards" for note in home.export()["note"]):
                raise Lost("what was saved afterwards isn't there")
    return body
