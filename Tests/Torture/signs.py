"""Every Unicode scalar, and sequences that terminals obey, through what is printed and through the screen: none reaches a terminal."""
import json
import re

from hostile import ID, application, archive, note
from rig import Lost
from terminal import ENTER, Terminal

# What ncurses writes for a terminal of the kind that these run on, and colors of a printed line.
OWN = re.compile(r"\x1b\[[0-9;]*[ABCDGHJKLMPSTXbdmr@`]|\x1b\[\?(?:1|3;4|4|7|12|25|1000|1002|1003|1004|1005|1006|1015|1049|2004|2026)[hl]|\x1b\[2[23];0;0t"
                 r"|\x1b\(B|\x1b[=>78M]|\x1b\[4l|\x1b\[!p")
# What the program asks the terminal, each at most once: the color behind everything, and whether frames can be held.
ASKED = "\x1b]11;?\x1b\\", "\x1b[?2026$p"
COLOR = re.compile(r"\x1b\[[0-9;]*m")
BIDI = {0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
# In colors that the program never uses; and what a terminal does, says or answers.
CORPUS = [
    "\x1b[38;5;201mX", "\x1b]0;title\x07", "\x1b]0;title\x1b\\", "\x1b]52;c;aGk=\x07", "\x1b]8;;http://x\x1b\\y\x1b]8;;\x1b\\", "\x1bPq\x1b\\",
    "\x1b_G\x1b\\", "\x1b^x\x1b\\", "\x1bXx\x1b\\", "\x1bc", "\x1b[6n", "\x1b[c", "\x1b[21t", "\x1b[?9999h", "\x1b[!p\x1b[?1049l", "\x9b31mX",
    "\x9d0;t\x9c", "\x90q\x9c", "\x84\x85\x8d", "\x07\x08\x0b\x0c\x0e\x0f", "\r\nover", "\x00x", "\x7f\x7f", "\x1b", "\x1b\x1b[2J", "[31m",
    "\u202eevil\u202c", "\u2066x\u2069", "\u200f\u061c", "a\u0300\u202e", "\u2028\u2029", "\ufeff", "\x1b[1;1H", "e\u0301" * 40,
    "\U0001f469\u200d\U0001f4bb\u200d", "\u202a\x1b]2;x\x07", "\x1b[200~", "\x1b[201~paste", "%1b[31m", "\\x1b[31m", "\x1b%G", "\x1b#8", "\x1b(0",
    "\x1b[?47h", "\x1b[5i", "\x1b]1337;File=:\x07", "\x1bN\x1bO", "\udb40", "\U000e0001\U000e0041", "\u180e\u115f\u3164",
]
CHUNK, SCREENFUL = 8192, 32768


def rounds(home, random, quick):
    chunks = list(range(0, 0x110000, CHUNK))
    # In quick mode what is known to be dangerous comes first, and some of the rest.
    for first in [0, 0x2000, *random.sample(chunks, 12)] if quick else chunks:
        yield f"printed, from U+{first:04X}", printed(first)
    pages = list(range(0, 0x110000, SCREENFUL))
    for first in [0, *random.sample(pages, 2)] if quick else pages:
        yield f"screen, from U+{first:04X}", shown(first)
    for number, text in enumerate(CORPUS):
        if not quick or number % 4 == 0:
            yield f"sequence {number}", sequence(text)


def scalars(first, count):
    return [chr(c) for c in range(first, min(first + count, 0x110000)) if not 0xD800 <= c < 0xE000]


def rows(texts):
    """An archive in which each of some texts is a name, a role, a note and more."""
    made = []
    for number, text in enumerate(texts):
        made.append(application(id=f"{number:016d}".translate(str.maketrans("oil", "xyz")), company="A" + text, role="B" + text, notes=text))
    return made


def clean(data, what, own=COLOR, screen=False):
    """Nothing in what was written is obeyed by a terminal, but what the program itself means to be."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Lost(f"{what}: not UTF-8: {error}") from None
    if "\x1b[38;5;201" in text:
        raise Lost(f"{what}: a color of a text's own")
    for question in ASKED if screen else ():
        text = text.replace(question, "", 1)
    text = own.sub("", text).replace("\r\n", "\n")
    if screen:
        # ncurses moves by them.
        text = text.replace("\r", "").replace("\b", "")
    for place, c in enumerate(text):
        if (c < " " and c not in "\n\t") or "\x7f" <= c < "\xa0" or ord(c) in BIDI:
            raise Lost(f"{what}: U+{ord(c):04X} in {text[max(0, place - 20):place + 20]!r}")


def through(home, names, given):
    """All commands that print such texts; and those that say in an error what they were given."""
    for command in (["list"], ["show", names[0]], ["report", names[0]], ["report", names[0], "--format", "markdown"], ["show", names[0], "--json"],
                    ["list", "--json"], ["undo", "--list"], ["show", names[0], "--refresher"], ["agenda"]):
        run = home.run(*command)
        clean(run.out, " ".join(command))
        clean(run.err, " ".join(command) + " on stderr")
    for text in given:
        text = text.replace("\0", "")
        for command in (["show", "Q" + text], ["search", text or "x"], ["add", "--applied", text, "x", "y"], ["restore", "Q" + text], ["quick", text],
                        ["import", "Q" + text[:40]], ["letter", names[0], "Q" + text], [text or "x"], ["--" + text]):
            run = home.run(*command)
            clean(run.out, " ".join(command))
            clean(run.err, " ".join(command) + " on stderr")


def printed(first):
    def body(home, random):
        home.clear()
        letters = scalars(first, CHUNK)
        home.tally += len(letters)
        if not letters:
            return
        pieces = ["".join(letters[i:i + 12]) for i in range(0, len(letters), 12)]
        apps = rows(pieces)
        whole = "".join(letters)
        event = [{"id": "0123456789abcdev", "application": apps[0]["id"], "kind": "refused", "on": "2026-03-15", "recorded": "2026-03-15T10:00:00Z",
                  "words": whole}]
        finding = [{"id": "0123456789abcdez", "application": apps[0]["id"], "kind": "weakness", "statement": whole, "phase": "during", "reason": "",
                    "weight": 2, "tier": 0, "recorded": "2026-03-15T10:00:00Z"}]
        apps[0]["notes"] = whole
        home.must("import", "-", given=archive(*apps, event=event, finding=finding, note=[note(text=whole, application=apps[0]["id"])])
                  .encode("utf-8", "surrogatepass"))
        if home.export()["note"][0]["text"] not in (whole, whole.strip()):
            raise Lost("a text didn't come back as it was given")
        through(home, [apps[0]["id"]], random.sample(pieces, 1))
        terminal(home, ["list"])
        terminal(home, ["show", apps[0]["id"]])
    return body


def terminal(home, command):
    with Terminal(home, *command, "--no-pager", columns=300, draws=False) as run:
        while run.look(.5) and run.child.poll() is None:
            pass
        run.look(0)
        run.child.wait(30)
        clean(bytes(run.sent), " ".join(command) + " on a terminal")
        if len(run.sent) < 100:
            raise Lost(f"{' '.join(command)} wrote nothing: {bytes(run.sent)!r}")


def shown(first):
    def body(home, random):
        home.clear()
        letters = scalars(first, SCREENFUL)
        home.tally += len(letters)
        if not letters:
            return
        whole = "".join(letters)
        written = [note(text=whole, application=ID), note(id="0123456789abcdef", text=whole[:3000])]
        home.must("import", "-", given=archive(application(notes=whole), note=written).encode("utf-8", "surrogatepass"))
        with Terminal(home, columns=300, rows=100, draws=False) as run:
            run.look(1)
            run.type(ENTER)
            run.look(.7)
            run.type("\x1ba")
            for _ in range(14):
                run.look(.25)
                run.type("\x1b[6~")
            run.look(.5)
            run.type("qq")
            run.look(.3)
            run.type("I")
            run.look(.5)
            run.quit()
            enough(run, letters)
            clean(bytes(run.sent), "the screen", OWN, True)
    return body


def enough(run, letters=()):
    """What was to be seen was seen: otherwise nothing was looked at."""
    seen = set(bytes(run.sent).decode("utf-8", "replace"))
    expected = [c for c in letters if c.isalpha()]
    if len(run.sent) < 3000 or sum(c in seen for c in expected) < .9 * len(expected):
        raise Lost(f"the screen showed too little: {len(run.sent)} bytes, {sum(c in seen for c in expected)} of {len(expected)} letters")


def sequence(given):
    def body(home, random):
        text = given
        home.clear()
        apps = rows([text])
        apps[0]["id"] = ID
        bad = json.loads(archive(*apps, note=[note(text=text)]))
        bad["event"] = [{"id": "0123456789abcdev", "application": ID, "kind": "refused", "on": "2026-03-15",
                         "recorded": "2026-03-15T10:00:00Z", "words": text}]
        if "\udb40" not in text:
            home.must("import", "-", given=json.dumps(bad).encode())
        else:
            home.must("add", "A", "B")
            text = "x"
        through(home, [ID] if home.export()["application"][0]["id"] == ID else ["A"], [text])
        # An import that is refused says which text it did not like.
        for wrong in ({"created": text}, {"id": text}, {"channelUsed": text}):
            run = home.run("import", "-", given=archive(application(**wrong)).encode())
            clean(run.err, "import, refused")
        home.write("config/debrief/config.toml", f"theme = \"{text}\"\n{text} = 1\n")
        home.write("config/debrief/checklists/ghosted.yaml", f"branch: {text}\n{text}: 1\n")
        for command in (["doctor"], ["config"], ["list"]):
            run = home.run(*command)
            clean(run.out, " ".join(command))
            clean(run.err, " ".join(command))
        with Terminal(home, columns=110, rows=40, draws=False) as run:
            run.look(.8)
            pasted = "\x1b[200~" + text.replace("\x1b[201~", "") + "\x1b[201~"
            for key in (ENTER, "\x1ba", "q", "2", "p", "p", "q", "I", "q", "c", pasted, "\x13", "\x06", "A", "\x1b"):
                run.type(key)
                run.look(.15)
            run.quit()
            enough(run)
            clean(bytes(run.sent), "the screen", OWN, True)
    return body
