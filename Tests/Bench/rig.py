"""Runs programs: in a pty through ptybench, or a command to its end; and the statistics over what came of it."""
import json
import os
import shutil
import subprocess
import sys
import time

from screen import Screen


# Runs a command with a file on its stdin; prints how it ended, its milliseconds and its peak in KB.
COST = """
import os, sys, time
source, nowhere = os.open(sys.argv[1], os.O_RDONLY), os.open(os.devnull, os.O_WRONLY)
start = time.perf_counter()
process = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ,
                         file_actions=[(os.POSIX_SPAWN_DUP2, file, place) for place, file in enumerate((source, nowhere, nowhere))])
_, status, usage = os.wait4(process, 0)
print(status, (time.perf_counter() - start) * 1000, usage.ru_maxrss)
"""


class Failed(Exception):
    """A run that could not be made."""


class Rig:
    def __init__(self, tools, binary, folder):
        self.tools, self.binary, self.folder = tools, binary, folder
        keep = {k: v for k, v in os.environ.items() if k in ("PATH", "LD_LIBRARY_PATH")}
        home = f"{folder}/home"
        os.makedirs(home, exist_ok=True)
        self.env = {**keep, "HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8", "SHELL": "/bin/sh",
                    "XDG_DATA_HOME": f"{home}/data", "XDG_CONFIG_HOME": f"{home}/config", "XDG_STATE_HOME": f"{home}/state"}

    def tool(self, name):
        return f"{self.tools}/{name}"

    def pty(self, command, *steps, database=None, checks=(), quiet=25, limit=60, stream=False, cwd=None):
        """One run. `checks` are (mark, text): the screen at that mark must show that text."""
        env = dict(self.env, **({"DEBRIEF_DATABASE": database} if database else {}))
        output = f"{self.folder}/stream"
        words = [str(word) for step in steps for word in step]
        run = subprocess.run([self.tool("ptybench"), "-q", str(quiet), "-t", str(limit), "-o", output, *words, "--", *command],
                             env=env, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True)
        if run.returncode:
            raise Failed(f"{os.path.basename(command[0])}: {run.stderr.decode(errors='replace').strip()[-700:]}")
        result = json.loads(run.stdout)
        if checks or stream:
            with open(output, "rb") as file:
                result["stream"] = file.read()
        for mark, text in checks:
            shown = Screen().feed(result["stream"][:result[f"mark_{mark}"]]).text()
            if text not in shown:
                raise Failed(f"{os.path.basename(command[0])}: at '{mark}' the screen does not show '{text}':\n{shown}")
        return result

    def debrief(self, database, *steps, **more):
        return self.pty([self.binary], ("start", "help"), *steps, ("quit", "Q"), database=database, **more)

    def wall(self, command, database=None, check=True):
        """Milliseconds from the start of a command to its end, its output thrown away."""
        env = dict(self.env, **({"DEBRIEF_DATABASE": database} if database else {}))
        nowhere = os.open(os.devnull, os.O_RDWR)
        actions = [(os.POSIX_SPAWN_DUP2, nowhere, i) for i in range(3)]
        start = time.perf_counter()
        process = os.posix_spawn(shutil.which(command[0]) or command[0], command, env, file_actions=actions)
        status = os.waitpid(process, 0)[1]
        took = (time.perf_counter() - start) * 1000
        os.close(nowhere)
        if check and status:
            raise Failed(f"{' '.join(map(os.path.basename, command[:2]))} ended with {os.waitstatus_to_exitcode(status)}")
        return took

    def cost(self, command, database=None, given=None):
        """Milliseconds and peak megabytes of a command, its output thrown away; `given` is a file for its stdin."""
        env = dict(self.env, **({"DEBRIEF_DATABASE": database} if database else {}))
        # From a small process: what is started counts the peak of the one that starts it as its own.
        run = subprocess.run([sys.executable, "-SIc", COST, given or os.devnull, *command], env=env, capture_output=True,
                             stdin=subprocess.DEVNULL)
        status, took, peak = (float(word) for word in run.stdout.split())
        status = int(status)
        if status:
            raise Failed(f"{' '.join(map(os.path.basename, command[:2]))} ended with {os.waitstatus_to_exitcode(status)}")
        return took, peak / 1024

    def lines(self, command):
        run = subprocess.run(command, env=self.env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if run.returncode:
            raise Failed(f"{os.path.basename(command[0])}: {run.stderr.strip()}")
        return run.stdout.split("\n")[:-1]


def median(values):
    values = sorted(values)
    n = len(values)
    return (values[n // 2] + values[(n - 1) // 2]) / 2 if n else None


def p99(values):
    values = sorted(values)
    return values[max(0, -(-99 * len(values) // 100) - 1)] if values else None


def key_values(runs, what="ms", labels=None):
    """A figure of all keys that were answered, over runs."""
    return [k[what] for run in runs for k in run["keys"] if k["ms"] >= 0 and (labels is None or k["k"] in labels)]


def others(seconds=.5):
    """The share of this machine's cores that other programs use now."""
    def read():
        with open("/proc/stat") as file:
            values = [int(v) for v in file.readline().split()[1:9]]
        return sum(values), values[3] + values[4]
    a = read()
    time.sleep(seconds)
    b = read()
    return 1 - (b[1] - a[1]) / max(1, b[0] - a[0])
