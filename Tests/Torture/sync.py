"""Three computers that sync through git, and SIGKILL at random moments: of the program alone, and together with its git."""
import os
import re
import shutil
import signal
import subprocess
import time

from rig import Home, Lost, Skipped

# Each has a clock of its own, so that each draws ids of its own.
CLOCKS = ["2026-03-20T10:00:00Z", "2026-03-20T11:00:01Z", "2026-03-20T12:00:02Z"]
WORD = re.compile(rb"zq[0-9]+x")


def rounds(home, random, quick):
    for number in range(8 if quick else 200):
        yield f"computers {number}", computers(16 if quick else 30)


def git(*arguments):
    subprocess.run(["git", *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def words(computer):
    return set(WORD.findall(computer.must("export").out))


def computers(steps):
    def round(home, random):
        if not shutil.which("git"):
            raise Skipped("there is no git")
        home.clear()
        remote = home.path("remote.git")
        git("init", "--quiet", "--bare", "-b", "main", remote)
        all = []
        for number, clock in enumerate(CLOCKS):
            one = Home(home.path(f"computer{number}"), home.binary, home.slow)
            one.env["DEBRIEF_NOW"] = clock
            git("clone", "--quiet", remote, one.path("folder"))
            all.append(one)
        written, dropped = set(), set()
        number = random.randrange(10**6) * 1000
        # How long a sync takes, so that a kill falls anywhere in it.
        all[0].must("add", "Acme", "Editor")
        began = time.monotonic()
        sync(all[0])
        usual = time.monotonic() - began
        for other in all[1:]:
            sync(other)
        for step in range(steps):
            one = random.choice(all)
            kind = random.randrange(10)
            number += 1
            word = f"zq{number}x"
            if kind < 5:
                arguments = random.choice([
                    ["add", f"Company {word}", "Engineer"], ["quick", word], ["quick", f"Acme: {word}", "--weakness"],
                    ["feedback", "Acme", f"They said {word}."]])
                if one.run(*arguments).code == 0:
                    written.add(word.encode())
            elif kind == 5:
                before = words(one)
                told = one.run("undo")
                if told.code == 0 and told.out.strip() != b"undone: sync":
                    dropped |= before - words(one)
            elif kind == 6:
                sync(one)
            else:
                child = one.start("sync", "folder", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                time.sleep(usual * random.uniform(0, 1.1))
                if random.randrange(2):
                    child.kill()
                else:
                    try:
                        os.killpg(child.pid, signal.SIGKILL)
                    except ProcessLookupError:
                        pass
                child.communicate(timeout=20)
                home.tally += 1
                one.sound(False)
        for _ in range(2):
            for one in all:
                sync(one)
        exports = [one.export() for one in all]
        if exports[1:] != exports[:-1]:
            raise Lost("the computers ended with different notes")
        lost = written - dropped - words(all[0])
        if lost:
            raise Lost(f"words are gone: {sorted(lost)[:5]}")
        for one in all:
            one.sound(True)
            found = subprocess.run(["git", "-C", one.path("folder"), "fsck", "--no-dangling"], capture_output=True)
            if found.returncode:
                raise Lost(f"git fsck: {found.stderr[:300]}")
            if one.strays():
                raise Lost(f"left behind: {one.strays()[:3]}")
    return round


def sync(computer):
    run = computer.run("sync", "folder")
    if run.code:
        raise Lost(f"sync: {run}")
