"""SIGKILL at every system call that writes, of every command that writes. Without --seccomp-bpf, with which strace sends
no signals."""
import commands
from rig import Lost, Skipped


def rounds(home, random, quick):
    if not commands.can_trace():
        raise Skipped("strace isn't installed, or may not trace here")
    for command in random.sample(commands.ALL, 4) if quick else commands.ALL:
        command.ready(home)
        counts = commands.calls(home, command, commands.WRITES + commands.SYNCS + commands.NAMES, home.folder)
        for call, count in sorted(counts.items()):
            for number in range(1, count + 1):
                yield f"{command.name}: {call} {number} of {count}", one(command, call, number)


def one(command, call, number):
    def body(home, random):
        before, after = command.ready(home)
        run = home.run(*command.arguments, prefix=["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                                                   f"inject={call}:signal=SIGKILL:when={number}"])
        # A thread that only waits may have had one call more when the calls were counted.
        if run.code not in (-9, 137) and not (run.code == 0 and call == "write"):
            raise Lost(f"not killed: {run}")
        command.check(home, run, before, after, random.random() < .2)
    return body
