"""A disk that fails at each write and sync in turn, once or from then on; limits of the size; a disk that is really full."""
import json
import os
import subprocess

import commands
from rig import Lost, Skipped

# What a person reads when it is this. What was saved all the same is said so; then the fault is the disk's.
WORDS = {"ENOSPC": "full", "EDQUOT": "used up your disk space", "EFBIG": "larger", "EIO": "error"}
WRITES = ("pwrite64", "ftruncate", "fsync", "fdatasync")


def rounds(home, random, quick):
    if commands.can_trace():
        for command in random.sample(commands.ALL, 3) if quick else commands.ALL:
            command.ready(home)
            counts = commands.calls(home, command, WRITES, home.folder)
            made = []
            for call, count in sorted(counts.items()):
                errors = [e for e in WORDS if call in ("pwrite64", "ftruncate") or e != "EFBIG"]
                for number in range(1, count + 1):
                    # Syncs and the first writes get every error, the many writes of a copy one each in turn.
                    every = count < 12 or number < 6
                    for error in errors if every else [errors[number % len(errors)]]:
                        for on in ("", "+") if every else random.choice([[""], ["+"]]):
                            name = f"{command.name}: {error} at {call} {number}{on} of {count}"
                            made.append((name, failing(command, call, error, f"{number}{on}")))
            random.shuffle(made)
            yield from made
    for command in commands.ALL:
        for pages in random.sample(range(0, 100), 3):
            yield f"{command.name}: files up to {pages} pages", limited(command, pages * 4096)
    yield "a full disk", full
    if not commands.can_trace():
        yield "calls that fail", untraced


def untraced(home, random):
    raise Skipped("strace isn't installed, or may not trace here")


def failing(command, call, error, when):
    def body(home, random):
        before, after = command.ready(home)
        run = home.run(*command.arguments, prefix=["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                                                   f"inject={call}:error={error}:when={when}"])
        judge(command, home, run, before, after, error, random)
    return body


def limited(command, size):
    def body(home, random):
        before, after = command.ready(home)
        run = home.run(*command.arguments, prefix=["prlimit", f"--fsize={size}"])
        judge(command, home, run, before, after, "EFBIG", random)
    return body


def judge(command, home, run, before, after, error, random):
    command.check(home, run, before, after, random.random() < .2)
    if run.code not in (0, 74):
        raise Lost(f"{run}: not 74")
    known = (WORDS[error], "disk reported an error", "failed while saving", "disk didn't confirm it")
    if run.code and not any(word in run.words for word in known):
        raise Lost(f"{run}: does not name {error}")


def full(home, random):
    """Notes until a small disk has no room, and again once it has."""
    home.clear()
    place = home.path("small")
    os.makedirs(place)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=900k", "none", place], capture_output=True).returncode:
        raise Skipped("mounting isn't allowed")
    try:
        env = {"DEBRIEF_DATABASE": f"{place}/debrief.db"}
        saved = []
        for number in range(400):
            text = f"thought {number} " + "word " * 1500
            run = home.run("quick", "-", given=text.encode(), env=env)
            if run.code == 0:
                saved.append(f"thought {number} ")
            elif run.code != 74 or "is full" not in run.words:
                raise Lost(f"{run}: the disk is full")
            else:
                break
        else:
            raise Lost("the disk never got full")
        for again in range(3):
            kept = [text for text in plain_notes(home, env)]
            if [text for text in saved if not any(k.startswith(text) for k in kept)] or len(kept) != len(saved):
                raise Lost(f"{len(saved)} were saved, {len(kept)} are there")
            if home.run("quick", "-", given=b"more " * 9000, env=env).code == 0:
                raise Lost("saved on a full disk")
        subprocess.run(["mount", "-o", "remount,size=9m", place], check=True)
        home.must("quick", "at last", env=env)
        if len(plain_notes(home, env)) != len(saved) + 1:
            raise Lost("what was said at last is not there")
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def plain_notes(home, env):
    return [note["text"] for note in json.loads(home.must("export", env=env).out)["note"]]
