"""SIGKILL at random moments: of commands, and of the screen while something is typed or saved."""
import json
import os
import shutil
import subprocess
import time

import commands as writing
from rig import Lost, difference, drafts, plain
from terminal import ENTER, ESCAPE, SAVE, TAB, Terminal

# What an earlier round left half typed is taken out of its field.
EMPTY = "\x05\x15"
LETTERS = "abcdefghijklmnopqrstuvwxyz     éß漢"


# ---- commands ----
def commands(home, random, quick):
    for number in range(6 if quick else 60):
        yield f"life {number}", life


def life(home, random):
    """A store that is written to by commands that are killed, again and again."""
    home.become("notes", writing.notes)
    began = time.monotonic()
    home.must("quick", "how long does it take")
    usual = time.monotonic() - began
    before = plain(home.export())
    for step in range(12):
        word = f"word{step}x{random.randrange(10**9)}"
        arguments = random.choice([
            ["add", word, "Engineer"], ["quick", word], ["quick", f"Acme: {word}"], ["feedback", "Acme", word],
            ["outcome", "Nordlicht", random.choice(["rejected", "silent", "offer", "reopened"]), "--words", word],
            ["undo"], ["redo"], ["import", "sample.json"], ["purge", "--now", "--yes"], ["backup"]])
        after = elsewhere(home, arguments)
        child = home.start(*arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(usual * random.uniform(.1, 1.3))
        child.kill()
        out, err = child.communicate(timeout=20)
        home.tally += 1
        said = child.returncode == 0 or (arguments[0] == "add" and out.strip())
        found = plain(home.export())
        if found != after and (said or found != before):
            raise Lost(f"step {step}, {arguments[0]}: told {bool(said)}: {difference(after if said else before, found)}")
        before = found
        home.sound(step % 6 == 5)


def elsewhere(home, arguments):
    """What the command would do, tried on a copy."""
    folder = home.path("aside")
    os.makedirs(folder, exist_ok=True)
    for ending in ("", "-journal"):
        if os.path.exists(home.database + ending):
            shutil.copy(home.database + ending, f"{folder}/debrief.db{ending}")
    home.run(*arguments, env={"DEBRIEF_DATABASE": f"{folder}/debrief.db", "XDG_STATE_HOME": folder})
    after = plain(home.export("--database", f"{folder}/debrief.db"))
    shutil.rmtree(folder)
    return after


# ---- the screen ----
def screen(home, random, quick):
    for number in range(4 if quick else 60):
        yield f"evening {number}", evening(2 if quick else 6)


def begun(home):
    """A debrief at its first question that asks for text."""
    home.must("add", "Nordlicht", "Engineer", "--applied", "2 mar", "--interview", "10 mar 14:00")
    home.must("outcome", "Nordlicht", "rejected", "--on", "15 mar")
    with Terminal(home) as run:
        run.wait("Nordlicht")
        run.then(ENTER, "go through it together")
        run.then(ENTER, "How much time do you have?")
        run.then("3", "What did they write or say?")
        run.quit()


def evening(steps):
    def body(home, random):
        home.become("begun", begun)
        saved = []
        for step in range(steps):
            with Terminal(home) as run:
                run.wait("Nordlicht")
                run.wait("help")
                for _ in range(random.randrange(3)):
                    saved.append(random.choice([note, application])(run, random, f"kept{step}x{random.randrange(10**9)}"))
                last = random.choice([half, half, during, question])(run, random, f"last{step}x{random.randrange(10**9)}")
                home.tally += 1
            check(home, saved, last, step)
    return body


def note(run, random, text):
    run.type("c")
    run.wait("Write it down now")
    run.type(EMPTY)
    type_slowly(run, random, text)
    run.then(SAVE, "Saved")
    run.look(.1)
    while "Write it down now" in run.text():
        run.look(.05)
    return text


def application(run, random, text):
    run.then("a", "Add an application")
    run.type(EMPTY + text)
    run.wait(text)
    run.type(TAB + "Engineer" + SAVE)
    run.wait(f"Saved: {text} added.")
    return text


def half(run, random, text):
    """Killed while somebody types: returns what must be in a draft, and all that was typed."""
    where = random.choice(["note", "form", "question"])
    if where == "note":
        run.then("c", "Write it down now")
    elif where == "form":
        run.then("a", "Add an application")
    else:
        into_question(run, random)
    run.type(EMPTY)
    run.look(.1)
    return typed_until_killed(run, random, text)


def question(run, random, text):
    """A question of the debrief is answered and the next one seen, then it is killed: the answer is there."""
    into_question(run, random)
    run.type(text)
    run.wait(text)
    before = head(run)
    run.type(ENTER)
    deadline = time.monotonic() + 30
    while head(run) == before or "What did they write or say?" in run.text():
        run.look(.02)
        if time.monotonic() > deadline:
            raise Lost(f"the next question was not shown:\n{run.text()}")
    run.look(random.uniform(0, .02))
    run.kill()
    return {"saved": text}


def into_question(run, random):
    """The debrief, at the question for their words, in its empty field."""
    run.then("/", "search:")
    run.type("Nordlicht" + ENTER)
    run.look(.2)
    run.then(ENTER, "minutes left")
    run.look(.2)
    # Letters are text in a field, until it is left.
    if "new line" in run.text().split("\n")[-1]:
        run.then(ESCAPE, "left the text")
    run.then("g", "Go deeper, or jump to a question")
    run.type("What did they write")
    run.wait("What did they write")
    run.type(ENTER)
    run.wait("What did they write or say?")
    while "Go deeper, or jump" in run.text():
        run.look(.02)
    run.look(.2)
    if "new line" not in run.text().split("\n")[-1]:
        run.type(ENTER)
        run.look(.2)
    run.type(EMPTY)
    run.look(.1)


def head(run):
    return run.text().split("\n")[2:6]


def during(run, random, text):
    """Killed in the middle of saving: it is there once, or not at all."""
    run.then("c", "Write it down now")
    run.type(EMPTY + text)
    run.wait(text)
    run.type(SAVE)
    run.look(random.uniform(0, .03))
    run.kill()
    return {"perhaps": text}


def type_slowly(run, random, text):
    for character in text:
        run.type(character)
    run.wait(text[-20:])


def typed_until_killed(run, random, text):
    """Types for a while; each letter is known to have arrived when it is seen."""
    seen, whole = [], ""
    text += "".join(random.choice(LETTERS) for _ in range(60)).rstrip()
    until = time.monotonic() + random.uniform(.3, 3.5)
    for character in text:
        run.type(character)
        whole += character
        deadline = time.monotonic() + 20
        while squeezed(whole) not in squeezed(run.text()):
            run.look(.005)
            if time.monotonic() > deadline:
                raise Lost(f"what is typed isn't shown: {whole!r}\n{run.text()}")
        seen.append(time.monotonic())
        if time.monotonic() > until:
            break
        run.look(random.choice([0, .01, .08, .4]))
    run.look(random.choice([0, 0, .5, 1.7]))
    killed = time.monotonic()
    run.kill()
    # The promise is about what is older than a second; a busy machine gets half a second more.
    old = sum(1 for moment in seen if moment < killed - 1.5)
    return {"draft": whole, "least": old}


def squeezed(text):
    """A text without blanks and line ends: a field wraps."""
    return "".join(text.replace("│", "").split())


def check(home, saved, last, step):
    archive = json.dumps(home.export(), ensure_ascii=False)
    home.sound(step % 6 == 5)
    for text in saved:
        if archive.count(f'"{text}"') != 1:
            raise Lost(f"step {step}: '{text}' was said to be saved and is there {archive.count(text)} times")
    if "saved" in last and last["saved"] not in archive:
        raise Lost(f"step {step}: the answer '{last['saved']}' isn't there")
    if archive.count(f'"{last.get("perhaps", "-")}"') > 1:
        raise Lost(f"step {step}: '{last['perhaps']}' is there twice")
    if "draft" in last:
        values = [value for fields in drafts(home.database) for value in texts(json.loads(fields))]
        kept = max((len(value) for value in values if last["draft"].startswith(value)), default=0)
        if kept < last["least"]:
            raise Lost(f"step {step}: of {last['draft']!r} {last['least']} letters were old enough, {kept} are kept: {values}")


def texts(value):
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts(inner)]
    return [value] if isinstance(value, str) else []
