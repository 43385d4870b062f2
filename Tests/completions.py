"""Writes the completions for bash, zsh, and fish from what the program says of its commands.

usage: completions.py write|check PATH-TO-DEBRIEF
What is to be offered for a value follows from its name in help: see `KINDS`.
"""

import json
import os
import re
import subprocess
import sys

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../Resources/completions")
# What each named value is; anything else is text, for which nothing can be offered.
KINDS = {
    "reference": "reference",
    "company": "company",
    "person": "person",
    "file": "file",
    "script": "file",
    "new": "file",
    "backup": "backup",
    "folder": "folder",
    "base": "file",
    "ours": "file",
    "theirs": "file",
    "subcommands": "command",
}
# Choices that only a sentence of the help names.
CHOICES = {("patterns", "--months"): ["3", "6", "12"]}


class Value:
    """An option with a value, or an argument."""

    def __init__(self, command, entry, name):
        self.name = entry.get("valueName") or ""
        self.help = sentence(entry.get("abstract"))
        self.repeats = bool(entry.get("isRepeating"))
        self.choices = entry.get("allValues") or CHOICES.get((command, name)) or []
        self.kind = "choice" if self.choices else KINDS.get(self.name, "text")


class Command:
    """A command, or the program itself under an empty name."""

    def __init__(self, entry):
        self.name = "" if entry["commandName"] == "debrief" else entry["commandName"]
        self.help = sentence(entry.get("abstract"))
        self.places, self.valued, self.flags = [], {}, {}
        for it in entry.get("arguments", []):
            if it["kind"] == "positional":
                self.places.append(Value(self.name, it, ""))
                continue
            for name in sorted({("-" if n["kind"] == "short" else "--") + n["name"] for n in it["names"]}):
                if it["kind"] == "option":
                    self.valued[name] = Value(self.name, it, name)
                else:
                    self.flags[name] = sentence(it.get("abstract"))


def sentence(text):
    """The first sentence of a help text, without its full stop."""
    first = re.split(r"(?<=[.;:]) ", text or "", maxsplit=1)[0]
    return first.rstrip(".;: ")


def commands(program):
    """The program and its commands, in the order of help."""
    told = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True)
    root = json.loads(told.stdout)["command"]
    rest = [Command(it) for it in root["subcommands"]]
    for it in rest:
        if it.name == "help":
            it.help = "Show help for a command"
            it.flags.pop("-help", None)
            it.flags.update({name: it.flags[name] or "Show help information" for name in it.flags})
    return Command(root), rest


def quoted(text):
    """A text between single quotes, as every shell of the three reads it."""
    return text.replace("'", "’")


def bash(root, rest):
    def row(command):
        valued = " ".join(f"{name}:{kind(it)}" for name, it in command.valued.items())
        places = " ".join(kind(it) + ("+" if it.repeats else "") for it in command.places)
        return (f"  {command.name or chr(39) * 2})\n    flags='{' '.join(command.flags)}'\n"
                f"    valued='{valued}'\n    places='{places}'\n    ;;\n")

    def kind(it):
        return ",".join(it.choices) + "," if it.choices else it.kind

    table = row(root) + "".join(row(it) for it in rest)
    names = " ".join(it.name for it in rest)
    return template("bash").replace("@TABLE@\n", table).replace("@COMMANDS@", names)


def zsh(root, rest):
    def escaped(text):
        return quoted(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:")

    def action(it):
        if it.choices:
            return f"({' '.join(it.choices)})"
        return {"file": "_files", "folder": "_files -/", "reference": "_debrief_references",
                "company": "_debrief_companies", "person": "_debrief_people",
                "backup": "_debrief_backups", "command": "_debrief_commands", "text": " "}[it.kind]

    def specs(command):
        lines = [f"'{name}[{escaped(text)}]'" for name, text in command.flags.items()]
        for name, it in command.valued.items():
            equals = "=" if name.startswith("--") else ""
            lines.append(f"'{name}{equals}[{escaped(it.help)}]:{it.name}:{action(it)}'")
        for number, it in enumerate(command.places, 1):
            lines.append(f"'{'*' if it.repeats else number}:{it.name}:{action(it)}'")
        return " \\\n".join("        " + line for line in lines)

    names = "\n".join(f"    '{it.name}:{escaped(it.help)}'" for it in rest)
    cases = "".join(f"    {it.name})\n      _arguments -s \\\n{specs(it)}\n      ;;\n" for it in rest)
    return (template("zsh").replace("@COMMANDS@", names).replace("@CASES@\n", cases)
            .replace("@ROOT@", specs(root).replace("        ", "    ")))


def fish(root, rest):
    lines = []

    def values(it):
        if it.choices:
            return f"-x -a '{' '.join(it.choices)}'"
        return {"file": "-r -F", "folder": "-x -a '(__fish_complete_directories)'",
                "reference": "-x -a '(__debrief_references)'",
                "company": "-x -a '(__debrief_companies)'", "person": "-x -a '(__debrief_people)'",
                "backup": "-r -F -a '(__debrief_backups)'",
                "command": "-x -a '(__debrief_commands)'", "text": "-x"}[it.kind]

    def option(name):
        return f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"

    for command in [root] + rest:
        where = f"-n '__debrief_in {command.name}'" if command.name else "-n '__debrief_in'"
        for name, text in command.flags.items():
            lines.append(f"complete -c debrief {where} {option(name)} -d '{quoted(text)}'")
        for name, it in command.valued.items():
            lines.append(f"complete -c debrief {where} {option(name)} {values(it)} -d '{quoted(it.help)}'")
        for number, it in enumerate(command.places):
            at = f"{number}{'+' if it.repeats else ''}"
            if it.kind != "text":
                how = values(it).replace("-x ", "").replace("-r ", "")
                lines.append(f"complete -c debrief -n '__debrief_in {command.name} {at}' {how}")
    for it in rest:
        lines.append(f"complete -c debrief -n '__debrief_in' -a {it.name} -d '{quoted(it.help)}'")
    names = " ".join(it.name for it in rest)
    valued = " ".join(sorted({name for it in [root] + rest for name in it.valued}))
    return (template("fish").replace("@TABLE@\n", "\n".join(lines) + "\n")
            .replace("@COMMANDS@", names).replace("@VALUED@", valued))


def template(shell):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), f"completions.{shell}")) as file:
        return file.read()


def main():
    mode, program = sys.argv[1:]
    root, rest = commands(program)
    status = 0
    for name, text in [("debrief.bash", bash(root, rest)), ("_debrief", zsh(root, rest)),
                       ("debrief.fish", fish(root, rest))]:
        path = os.path.join(FOLDER, name)
        if mode == "write":
            os.makedirs(FOLDER, exist_ok=True)
            with open(path, "w") as file:
                file.write(text)
        elif not os.path.exists(path) or open(path).read() != text:
            print(f"Resources/completions/{name} is out of date; run make docs.", file=sys.stderr)
            status = 1
    sys.exit(status)


main()
