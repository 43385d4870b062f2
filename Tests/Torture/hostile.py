"""Archives and files of the user's that no person would write: refused in a sentence and in time, and nothing is changed."""
import json
import os

from rig import Lost, plain

ID = "0123456789abcdef"
DONE, BAD = (0,), (65,)
EITHER = (0, 65)


def application(**more):
    return {"id": ID, "company": "Acme", "role": "Editor", "channelAsked": "", "channelUsed": "", "link": "", "payAsked": "", "payOffered": "",
            "resume": "", "notes": "", "created": "2026-03-01T10:00:00Z", **more}


KINDS = ("person interview event turn finding feedback debrief response improvement letter forecast note preparation profile resume mark "
         "review").split()


def archive(*rows, **more):
    return json.dumps({"version": 1, "application": list(rows), **{kind: [] for kind in KINDS}, **more})


def note(**more):
    return {"id": "0123456789abcdeg", "kind": "note", "text": "x", "recorded": "2026-03-01T10:00:00Z", **more}


MEGABYTE = 1_048_576
# What is brought in, and how that may end.
ARCHIVES = {
    "an honest one": (archive(application()), DONE),
    "nothing": ("", BAD),
    "no JSON": ("hello", BAD),
    "a list": ("[]", BAD),
    "null": ("null", BAD),
    "lists, 1,000,000 deep": ("[" * 1_000_000, BAD),
    "lists, 100,000 deep and closed": ("[" * 100_000 + "]" * 100_000, BAD),
    "objects, 200,000 deep": ('{"a":' * 200_000 + "1" + "}" * 200_000, BAD),
    "depth within a field": (archive(application()).replace('"notes": ""', '"notes": ' + "[" * 50_000 + "]" * 50_000), BAD),
    "depth in what is not known": (archive(application(), zzz=[]).replace('"zzz": []', '"zzz": ' + "[" * 50_000 + "]" * 50_000), BAD),
    "no end": (archive(application())[:-1], BAD),
    "two ends": (archive(application()) + "}", BAD),
    "a number of 100,000 digits": (archive(application()).replace('"version": 1', '"version": ' + "9" * 100_000), BAD),
    "a version of 10^400": (archive(application()).replace('"version": 1', '"version": 1e400'), BAD),
    "a version below zero": (archive(application()).replace('"version": 1', '"version": -1'), BAD),
    "a later version": (archive(application()).replace('"version": 1', '"version": 999'), BAD),
    "numbers out of range": (archive(application(finalists=10**30)), BAD),
    "a fraction": (archive(application(finalists=1.5)), BAD),
    "-0 and 1e0": (archive(application()).replace('"notes"', '"finalists": 1e0, "notes"'), EITHER),
    "NaN": (archive(application(finalists=float("nan"))), BAD),
    "one id twice": (archive(application(), application(company="Other")), BAD),
    "one key twice": (archive(application()).replace('"notes"', '"company": "Twice", "notes"'), EITHER),
    "an empty id": (archive(application(id="")), BAD),
    "a long id": (archive(application(id="x" * 100_000)), EITHER),
    "an id that is a path": (archive(application(id="../../etc/x")), EITHER),
    "an id with NUL": (archive(application(id="a\0b")), EITHER),
    "a lone surrogate, high": (archive(application()).replace("Acme", "\\ud800"), EITHER),
    "a lone surrogate, low": (archive(application()).replace("Acme", "\\udc00x"), EITHER),
    "surrogates the wrong way": (archive(application()).replace("Acme", "\\udc00\\ud800"), EITHER),
    "a surrogate in raw bytes": (archive(application(company="\ud800")).replace("\\ud800", "\ud800"), EITHER),
    "bytes that are no UTF-8": (archive(application()).encode().replace(b"Acme", b"\xff\xfe\xc0\x80"), EITHER),
    "NUL in a text": (archive(application(company="a\0b")), EITHER),
    "NUL as a byte": (archive(application()).replace("Acme", "a\0b"), BAD),
    "UTF-16": (archive(application()).encode("utf-16"), EITHER),
    "a mark of order before it": ("\ufeff" + archive(application()), EITHER),
    "1 MiB and one": (archive(application(notes="x" * (MEGABYTE + 1))), BAD),
    "1 MiB": (archive(application(notes="x" * 1_000_000)), DONE),
    "a company of 1 MiB": (archive(application(company="x" * 1_000_000)), EITHER),
    "4 MiB in one text": (archive(application(notes="é" * 2_000_000)), BAD),
    "a million escapes": (archive(application()).replace("Acme", "\\u0041" * 500_000), EITHER),
    "200,000 rows of nothing": (archive(*[{}] * 200_000), BAD),
    "200,000 numbers": (archive(*[1] * 200_000), BAD),
    "20,000 notes": (archive(application(), note=[note(id=f"{i:016d}") for i in range(20_000)]), DONE),
    "a row of another": (archive(application(), note=[note(application="nobody0000000000")]), BAD),
    "a date of no calendar": (archive(application(created="2026-02-30T10:00:00Z")), BAD),
    "year 10^9": (archive(application(created="1000000000-01-01T00:00:00Z")), BAD),
    "a date of 1 MB": (archive(application(created="2" * 1_000_000)), BAD),
    "a date below zero": (archive(application(created="-0001-01-01T00:00:00Z")), BAD),
    "a company of blanks": (archive(application(company=" \t\n")), EITHER),
    "a company of marks": (archive(application(company="a" + "\u0301" * 100_000)), EITHER),
    "a type in place of another": (archive(application(company=["Acme"])), BAD),
    "rows in an object": (archive(application()).replace('"person": []', '"person": {"a": {}}'), BAD),
    "remarks": ("/* x */" + archive(application()), BAD),
    "100,000 keys": (archive(application(), **{f"k{i}": [] for i in range(100_000)}), EITHER),
    "parts without end": (archive(application(), turn=[{"id": "0123456789abcdeh", "application": ID, "parts": ["x"] * 500_000}]), BAD),
}


def times(count, text):
    return text * count


HEAD = "branch: ghosted\ntitle: Mine\nsteps:\n  - id: S0\n    title: One\n    why: x\n"
CHECKLIST, LETTER = "checklists/ghosted.yaml", "letters/thank-you.yaml"


def when(text):
    return f"{HEAD}    items:\n      - {{id: one, ask: x, kind: line, why: x, when: '{text}'}}\n"


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
# A file of the user's, and whether it must be named as wrong.
FILES = {
    "20,000 conditions": (CHECKLIST, when("@interviewed" + times(20_000, " and @video")), True),
    "20,000 parentheses": (CHECKLIST, when(times(19_000, "(") + "@video"), True),
    "20,000 nots": (CHECKLIST, when(times(20_000, "not ") + "@video"), True),
    "a checklist 3,000 deep": (CHECKLIST, times(3_000, "- ") + "x", True),
    "indented 3,000 deep": (CHECKLIST, "".join(times(n, " ") + "a:\n" for n in range(3_000)), True),
    "braces 20,000 deep": (CHECKLIST, times(20_000, "{a: "), True),
    "brackets over lines": (CHECKLIST, "a:\n" + times(3_000, "[\n"), True),
    "questions 3,000 deep": (CHECKLIST, times(3_000, "? ") + "x", True),
    "an alias bomb": (CHECKLIST, BOMB, True),
    "an alias of itself": (CHECKLIST, "a: &a [*a]\n", True),
    "merge keys": (CHECKLIST, "a: &a {b: 1}\n" + "".join(f"c{i}: {{<<: *a}}\n" for i in range(5_000)), True),
    "40,000 items": (CHECKLIST, HEAD + "    items:\n" + "".join(f"      - {{id: i{n}, ask: x, kind: line, why: x}}\n" for n in range(40_000)), True),
    "one id in all items": (CHECKLIST, HEAD + "    items:\n" + times(50, "      - {id: one, ask: x, kind: line, why: x}\n"), True),
    "200,000 colons": (CHECKLIST, times(200_000, "x: "), True),
    "a tag of 30,000 signs": (CHECKLIST, times(30_000, "!!"), True),
    "NUL": (CHECKLIST, "branch: gh\0sted\n", True),
    "no UTF-8": (CHECKLIST, b"branch: \xff\xfe\n", True),
    "20 MB": (CHECKLIST, times(20_000_000, "x"), True),
    "a letter of 2,000 sections": (LETTER, "letter: L1\nsubject: x\ntext: |\n  " + times(2_000, "{{#talk}}") + "\n", True),
    "a letter of 9,000 braces": (LETTER, "letter: L1\nsubject: x\ntext: |\n  " + times(9_000, "{") + "\n", True),
    "reasons 9,000 deep": ("reasons.yaml", times(9_000, "[ "), True),
    "letter checks 9,000 deep": ("letters/lint.yaml", times(9_000, "{ "), True),
    "questions 9,000 deep, dashes": ("questions.yaml", times(9_000, "- "), True),
    "a help of 1 MB": ("help.md", times(200_000, "words "), True),
    "settings 20,000 deep": ("config.toml", "a = " + times(20_000, "["), True),
    "settings, a path of 20,000": ("config.toml", "a" + times(20_000, ".a") + " = 1", True),
    "settings, 60,000 sections": ("config.toml", "".join(f"[a{i}]\n" for i in range(60_000)), True),
    "settings, 200,000 lines": ("config.toml", times(200_000, "x\n"), True),
    "settings, a number of 100,000 digits": ("config.toml", "[silence]\ndays = " + times(100_000, "9") + "\n", True),
    "settings, 100,000 keys": ("config.toml", "[keys]\nundo = [" + times(100_000, '"x",') + "]\n", True),
}
LIMIT = 20


def rounds(home, random, quick):
    for name, (content, codes) in ARCHIVES.items():
        yield f"archive: {name}", brought(content, codes)
    for name, (path, content, wrong) in FILES.items():
        yield f"file: {name}", read(path, content, wrong)
    for number in range(6 if quick else 120):
        yield f"archive spoiled {number}", spoiled


def begun(home):
    home.must("add", "Nordlicht", "Engineer")
    home.must("outcome", "Nordlicht", "silent")
    return plain(home.export())


def sentence(run, what):
    """One sentence, without a trace of what is inside."""
    words = run.words
    if not words.startswith("debrief: ") or len(words.split("\n")) > 1 or len(words) > 700:
        raise Lost(f"{what}: not said in one sentence: {run}")
    if "Fatal" in words or "DecodingError" in words or "0x" in words:
        raise Lost(f"{what}: not said in plain words: {run}")
    if any(ord(c) < 32 or 127 <= ord(c) < 160 for c in words):
        raise Lost(f"{what}: control characters in what is said: {words[:200]!r}")


def brought(content, codes):
    def body(home, random):
        before = home.become("begun", begun)
        file = home.write("archive.json", content)
        for arguments in (["--dry-run"], []):
            run = home.run("import", file, *arguments, limit=LIMIT)
            if run.code not in codes:
                raise Lost(f"import {' '.join(arguments)}: {run}")
            if run.code:
                sentence(run, "import")
            if (run.code or arguments) and plain(home.export()) != before:
                raise Lost("refused, and something was changed")
        home.sound(False)
        if run.code == 0:
            for command in (["list"], ["show", "Acme"], ["export"], ["report", "Acme"]):
                told = home.run(*command, limit=LIMIT)
                if told.code not in (0, 64, 66):
                    raise Lost(f"after it, {' '.join(command)}: {told}")
            home.must("undo")
            if plain(home.export()) != before:
                raise Lost("one undo doesn't take it back")
    return body


def read(path, content, wrong):
    def body(home, random):
        before = home.become("begun", begun)
        home.write(f"config/debrief/{path}", content)
        for arguments in (["list"], ["letter", "--lint", "-"], ["config"]):
            run = home.run(*arguments, given=b"Dear all,\n", limit=LIMIT)
            if run.code not in (0, 1):
                raise Lost(f"{' '.join(arguments)}: {run}")
        told = home.run("doctor", limit=LIMIT)
        if wrong and (told.code != 1 or os.path.basename(path) not in told.out.decode("utf-8", "replace").partition("Problems:")[2]):
            raise Lost(f"the doctor doesn't name it: {told} {told.out.decode('utf-8', 'replace')[-300:]}")
        if plain(home.export()) != before:
            raise Lost("something was changed")
    return body


def spoiled(home, random):
    """The sample, with some of its signs replaced or left out."""
    before = home.become("begun", begun)
    text = bytearray(home.must("export", "--demo").out)
    for _ in range(random.choice([1, 1, 3, 20])):
        place = random.randrange(len(text))
        kind = random.randrange(4)
        if kind == 0:
            text[place] = random.choice(b'{}[]",:0e-\\u\x00\xff')
        elif kind == 1:
            del text[place:place + random.randrange(1, 200)]
        elif kind == 2:
            text[place:place] = text[place - 100:place]
        else:
            text[place] ^= 1 << random.randrange(8)
    file = home.write("archive.json", bytes(text))
    run = home.run("import", file, limit=LIMIT)
    if run.code not in EITHER:
        raise Lost(f"import: {run}")
    if run.code:
        sentence(run, "import")
        if plain(home.export()) != before:
            raise Lost("refused, and something was changed")
    home.sound(random.random() < .2)
