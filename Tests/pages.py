"""Checks that the manual says everything there is to say, and nothing else.

usage: pages.py write|check PATH-TO-DEBRIEF
Commands, options, and choices are those of the program; settings are what `debrief config` shows; what an
export holds is read in the sources. `write` also writes the table of keys anew.
"""

import glob
import json
import os
import re
import subprocess
import sys
import textwrap

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
# Options that the page describes once, for all commands.
COMMON = {"--database", "--demo", "--no-pager", "--version", "--help", "-h"}
faults = []


def read(path):
    with open(os.path.join(ROOT, path)) as file:
        return file.read()


def told(program, *arguments):
    # The shipped settings, whatever this user has set.
    given = {k: v for k, v in os.environ.items() if k not in ("HOME", "XDG_CONFIG_HOME")}
    return json.loads(subprocess.run([program, *arguments], check=True, capture_output=True, env=given).stdout)


def plain(line):
    """A line of mdoc without what only keeps a word from being taken for something else."""
    return line.replace("\\&", "").replace("\\(dq", '"').replace("\\e", "\\")


def compare(page, what, said, wanted):
    """Notes what is missing in a page, and what it has that there is not."""
    for name in sorted(wanted - said):
        faults.append(f"{page}: {what} {name} is missing")
    for name in sorted(said - wanted):
        faults.append(f"{page}: there is no {what} {name}")


def parts(text, start, end):
    """The lines between two headings, cut before each line that matches `start`."""
    cut, current = {}, None
    for line in text.split("\n"):
        met = re.match(start, line)
        if met:
            current = cut.setdefault(met[1], [])
        elif re.match(end, line):
            current = None
        if current is not None:
            current.append(line)
    return cut


def options(lines):
    """The options of `.It Fl -applied Ar date` and `.It Fl h , -help`."""
    found = set()
    for line in lines:
        if line.startswith(".It Fl "):
            found |= {"-" + word for word in line[7:].split(" Ar ")[0].split() if word != ","}
    return found


def names(argument):
    """An option's names with their dashes."""
    return {("-" if it["kind"] == "short" else "--") + it["name"] for it in argument.get("names", [])}


def chosen(page, command, arguments, lines):
    """Looks for each choice of each argument."""
    words = {line.split()[1] for line in lines if re.match(r"\.(Cm|Ql) \S", line)}
    for it in arguments:
        for choice in it.get("allValues") or []:
            if choice not in words:
                faults.append(f"{page}: {command}: the choice {choice} is missing")


def commands(program):
    page = "debrief.1"
    text = read("Resources/man/" + page)
    root = told(program, "--experimental-dump-help")["command"]
    sections = parts(text, r"\.Sh (.*)", r"$^")
    first = [it for it in root["arguments"] if it["kind"] != "positional"]
    compare(page, "option", options(sections["OPTIONS"]), set().union(*map(names, first)))
    chosen(page, "debrief", first, sections["OPTIONS"])
    said = parts("\n".join(sections["COMMANDS"]), r"\.It Ic ([a-z-]+)", r"\.Sh ")
    compare(page, "command", set(said), {it["commandName"] for it in root["subcommands"]})
    for command in root["subcommands"]:
        name = command["commandName"]
        lines = said.get(name, [])
        head = next((line for line in lines if line.startswith(".It Ic " + name)), "")
        wanted = set()
        for it in command.get("arguments", []):
            if it["kind"] == "positional":
                shown = "command" if it["valueName"] == "subcommands" else it["valueName"]
                if f"Ar {shown}" not in head:
                    faults.append(f"{page}: debrief {name} takes {shown}, which its heading lacks")
            elif not names(it) <= COMMON | {"-help"}:
                wanted |= names(it)
        chosen(page, f"debrief {name}", command.get("arguments", []), lines)
        compare(page, f"option of debrief {name}", options(lines), wanted)


def surroundings():
    page = "debrief.1"
    sections = parts(read("Resources/man/" + page), r"\.Sh (.*)", r"$^")
    said = {word for line in sections["ENVIRONMENT"] if line.startswith(".It Ev ")
            for word in line[7:].replace(",", " ").split()}
    session = read("Sources/DebriefRunner/Session.swift")
    asked = set(re.findall(r'"([A-Z_]+)"', session[session.index("for name in ["):]))
    for path in glob.glob(os.path.join(ROOT, "Sources/**/*.swift"), recursive=True):
        asked |= set(re.findall(r'(?:environment[\[(]|getenv\()"([A-Z_]+)"', read(path)))
    asked |= set(re.findall(r'"(L[A-Z_]+)"', read("Sources/CTerminal/terminal.c").split("locale_name")[1][:200]))
    compare(page, "variable", said - {"TZ"}, asked)
    codes = re.findall(r"static let \w+: Int32 = (\d+)", read("Sources/DebriefRunner/Failure.swift"))
    said = {line[4:] for line in sections["EXIT STATUS"] if line.startswith(".It ")}
    compare(page, "exit status", said, {"0", "128+n", *codes})


def settings(program):
    page = "debrief-config.5"
    text = read("Resources/man/" + page)
    shown = told(program, "config", "--json")
    shown = {key: value for key, value in shown.items() if key not in ("exists", "faults", "path", "version")}
    known = set(re.findall(r'"(\w+)"', re.search(r"known = \[(.*?)\]", read(
        "Sources/DebriefContent/ConfigFile.swift"), re.S)[1]))
    compare("debrief config --json", "setting", set(shown), known)
    del shown["keys"]
    wanted = set()
    for key, value in shown.items():
        inner = value.items() if isinstance(value, dict) else [(key, value)]
        if isinstance(value, dict) and f".Cm [{key}] :" not in text:
            faults.append(f"{page}: the section [{key}] is missing")
        wanted |= {(name, it if isinstance(it, str) else json.dumps(it)) for name, it in inner}
    said = re.findall(r"^\.It Cm (\w+) No = (?:Qq )?(\S.*?)$", text, re.M)
    compare(page, "setting with its default", {" = ".join(it) for it in said}, {" = ".join(it) for it in wanted})
    themes = {os.path.basename(it)[:-5] for it in glob.glob(os.path.join(ROOT, "Resources/themes/*.toml"))}
    section = parts(text, r"\.Sh (.*)", r"$^")["THEMES"]
    first = section[: section.index(".El")]
    compare(page, "theme", {line[7:] for line in first if line.startswith(".It Cm ")}, themes)
    roles = re.search(r"static let roles = \[(.*?)\]", read("Sources/DebriefContent/ThemeFile.swift"), re.S)
    wanted = set(re.findall(r'"([a-z_]+)"', roles[1])) if roles else {"(no list in the sources)"}
    inside = section[section.index(".It Cm [roles]"): section.index(".It Cm [selected]")]
    compare(page, "role", {line.split()[1] for line in inside if line.startswith(".Cm ")}, wanted)


def keys(program):
    """The table of keys, as the page has it."""
    lines, scope = [], None
    titles = {}
    for line in subprocess.run([program, "keys", "--format", "markdown"], check=True, capture_output=True,
                               text=True, env={"PATH": os.environ["PATH"]}).stdout.split("\n"):
        if line.startswith("### "):
            titles[len(titles)] = line[4:]
    order = []
    for it in told(program, "keys", "--format", "json")["commands"]:
        if it["scope"] != scope:
            scope = it["scope"]
            title = titles[len(order)]
            # What isn't ASCII at the end of a heading looks like a delimiter.
            title += "" if title.isascii() else "\\&"
            lines += ([".El"] if order else []) + [f".Ss {title}", ".Bl -tag -width Ds"]
            order.append(scope)
        shown = ", ".join("\\(dq" + key.replace("\\", "\\e") + "\\(dq" for key in it["keys"])
        lines.append(f'.It Cm "\\(dq{it["action"]}\\(dq = [{shown}]"')
        lines.append(it["title"])
    # Keys that are always these, whatever the settings say.
    lines += [".El", ".Ss Moving and typing", ".Bl -tag -width Ds"]
    for it in told(program, "keys", "--format", "json")["fixed"]:
        lines.append(".It Cm \"" + it["keys"].replace("\\", "\\e") + "\"")
        # A new sentence begins on a new line, and none is longer than a page takes.
        for sentence in it["text"].replace("\\", "\\e").replace(". ", ".\n").split("\n"):
            lines += textwrap.wrap(sentence, 78)
    return "\n".join(lines + [".El"])


def nouns():
    page = "debrief-data.5"
    text = read("Resources/man/" + page)
    lists = parts(text[text.index(".Sh LISTS"):], r"\.Ss (\w+)", r"\.Sh ")
    found = {}
    for path in sorted(glob.glob(os.path.join(ROOT, "Sources/DebriefModel/Nouns/*.swift"))):
        source = read(path)
        kind = re.search(r"kind = Entity\.Kind\.(\w+)", source)
        if kind:
            found[kind[1]] = source
    compare(page, "list", set(lists), set(found))
    for name, source in found.items():
        lines = lists.get(name, [])
        heads = [re.match(r"\.It Cm (\w+) Pq (.*)", line) for line in lines if line.startswith(".It ")]
        said = {it[1]: it[2].endswith("optional") for it in heads if it}
        shape = source[source.index("static let shape"):]
        fields = set(re.findall(r'(?:\bField|\.date)\(\s*"(\w+)"', shape))
        fields |= {"id"} | ({"application"} if ".owner(" in shape else set())
        compare(page, f"{name}:", set(said), fields)
        for field in sorted(fields & set(said)):
            declared = re.search(rf"^  (?:private|public(?: internal\(set\))?) var {field}(?:: ([^=\n{{]+?))?(?: =.*)?$", source, re.M)
            isOptional = bool(declared and (declared[1] or "").endswith("?"))
            if said[field] != isOptional:
                faults.append(f"{page}: {name}: {field} must {'' if isOptional else 'not '}be marked optional")
        words = {line.split()[1] for line in map(plain, lines) if re.match(r"\.Cm \(? ?\S", line)}
        words |= {line.split()[2] for line in map(plain, lines) if line.startswith(".Cm ( ")}
        for names in re.findall(r"enum \w+: String,[^{]*FieldChoice[^{]*\{([^}]*)", source):
            for cases in re.findall(r"\bcase ([^/]*?)(?=\n\s*(?:case|///|private|$)|$)", names):
                for word in re.split(r",\s*", cases.strip()):
                    word = re.sub(r'^\w+ = "(.*)"$', r"\1", word)
                    if word not in words and not shared(word, lists):
                        faults.append(f"{page}: {name}: the value {word} is missing")


def readme():
    """What the README leaves to a page is in it, and it stays as short as a newcomer reads."""
    page = "README.md"
    text = read(page)
    found = re.findall(r"`man (debrief[a-z-]*)`(?:, under ([A-Z ]*[A-Z]))?", text)
    if not {name for name, _ in found} >= {"debrief", "debrief-config", "debrief-data"}:
        faults.append(f"{page}: it doesn't name all pages of the manual")
    for name, section in found:
        path = f"Resources/man/{name}.{1 if name == 'debrief' else 5}"
        if section and f"\n.Sh {section}\n" not in read(path):
            faults.append(f"{page}: {path} has no section {section}")
    for section in ("LIMITS", "EXPORT"):
        if ("debrief-data", section) not in found:
            faults.append(f"{page}: it doesn't say where to find {section}")
    if text.count("\n") > 250:
        faults.append(f"{page}: it has {text.count(chr(10))} lines; what is reference belongs into Resources/man")


def release(program):
    """The version that a software center shows is the program's."""
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    path = "Resources/linux/local.debrief.debrief.metainfo.xml"
    compare(path, "newest release", set(re.findall(r'<release version="([^"]*)"', read(path))[:1]), {version})


def shared(word, lists):
    """Whether a choice that several lists have is told at one of them."""
    return any(f".Cm {word}" in line for lines in lists.values() for line in lines)


def main():
    mode, program = sys.argv[1:]
    path = os.path.join(ROOT, "Resources/man/debrief-config.5")
    old = read("Resources/man/debrief-config.5")
    head, rest = old.split('.\\" keys: begin\n')
    tail = rest.split('.\\" keys: end\n')[1]
    new = head + '.\\" keys: begin\n' + keys(program) + '\n.\\" keys: end\n' + tail
    if mode == "write":
        with open(path, "w") as file:
            file.write(new)
    elif new != old:
        faults.append("debrief-config.5: the table of keys is out of date; run make docs")
    commands(program)
    surroundings()
    settings(program)
    nouns()
    readme()
    release(program)
    for it in faults:
        print(it, file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
