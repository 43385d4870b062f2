#!/usr/bin/env python3
"""Counts which words speak for which reading, and writes Resources/refusal-words.txt, mail-words.txt, and
letters/tone-words.txt.

Logistic regression on the words, pairs of words, and denied words of the texts below; the weights that matter are
kept as small whole numbers. It only needs Python, takes about a minute, and writes the same files every time:

    python3 Tests/ModelTests/Refusals/train.py

WordModel.swift takes texts apart in the same way as `features`; a test holds the two against each other. Texts in
`unseen.txt`, `fresh.txt`, and `Letters/tone-unseen.txt` must never be read here: by them it's measured.
"""
import collections
import math
import os
import random
import re
import statistics

HERE = os.path.dirname(os.path.abspath(__file__))
MAILS = os.path.join(HERE, "..", "..", "ImportTests", "Kinds")
LETTERS = os.path.join(HERE, "..", "Letters")
RESOURCES = os.path.join(HERE, "..", "..", "..", "Resources")

# What stands for "none of these": courtesies, a plain no, praise.
NOTHING = "-"

# ---- Words ----------------------------------------------------------------------------------------------------

ENDINGS = (("'m", "am"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"))
WITH_IS = set("it that what there here he she who how where this nobody everyone everybody one".split())
WHOLE = {"cannot": "can not", "can't": "can not", "won't": "will not", "shan't": "shall not"}
DENIALS = set("not no never nobody nothing none without neither nor hardly barely lack".split())
# How many words a denial reaches.
REACH = 4
SUFFIXES = (
    ("ies", "y"), ("sses", "ss"), ("ements", "e"), ("ement", "e"), ("ations", "at"), ("ation", "at"),
    ("ingly", ""), ("edly", ""), ("ness", ""), ("ings", ""), ("ing", ""), ("ied", "y"), ("ed", ""),
    ("ers", "er"), ("est", ""), ("ly", ""), ("es", "e"), ("s", ""),
)


def full(key):
    """Short forms in full, as ShortForms.words has them."""
    if key in WHOLE:
        return WHOLE[key].split()
    if key.endswith("n't"):
        return [key[:-3], "not"]
    for ending, word in ENDINGS:
        if key.endswith(ending):
            return [key[: -len(ending)], word]
    if key.endswith("'s"):
        return [key[:-2], "is"] if key[:-2] in WITH_IS else [key[:-2]]
    return [key]


def stem(word):
    """What words of one family share; as WordModel.stem."""
    if word.isascii() and word.isdigit():
        return "#"
    if len(word) <= 3 or not word.isascii():
        return word
    for suffix, rest in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            if suffix == "s" and word[-2] in "sui":
                continue
            word = word[: -len(suffix)] + rest
            break
    if len(word) > 3 and word[-1] == "e":
        word = word[:-1]
    if len(word) > 4 and word[-1] == word[-2] and word[-1] in "bdgmnprt":
        word = word[:-1]
    if len(word) > 3 and word[-1] == "y":
        word = word[:-1] + "i"
    return word


def features(text, apart=False):
    """The words of a text, the pairs of neighbors, and what is denied, each once; `apart`, also the pairs that
    one word stands between."""
    text = "\n".join("" if line.startswith(">") else line for line in text.split("\n"))
    text = text.lower().replace("\u2019", "'")
    found = set()
    before, last, denied, end = None, None, 0, 0
    for match in re.finditer(r"[^\W_]+(?:'[^\W_]+)*", text):
        between = text[end : match.start()]
        end = match.end()
        if any(sign in ",.;:!?\n()\"-" or ord(sign) > 127 for sign in between):
            before, last, denied = None, None, 0
        for word in full(match.group()):
            stemmed = stem(word)
            found.add(stemmed)
            if denied:
                found.add("!" + stemmed)
            if before:
                found.add(before + "_" + stemmed)
            if apart and last:
                found.add(last + "_*_" + stemmed)
            last, before = before, stemmed
            denied = REACH if word in DENIALS else max(0, denied - 1)
    return found


# ---- Texts ----------------------------------------------------------------------------------------------------


def parts(path):
    """The head and the text of each example behind "== "."""
    with open(path, encoding="utf-8") as file:
        for part in ("\n" + file.read()).split("\n== ")[1:]:
            head, _, body = part.partition("\n")
            lines = [line for line in body.split("\n") if not line.startswith("#")]
            yield head, "\n".join(lines).strip()


def cues(path):
    """Single words and short phrases, by what they stand for."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                label, _, rest = line.partition(": ")
                for phrase in rest.strip().split(", "):
                    yield label, phrase


def refusals():
    """Labels with texts and how much each counts: a reason, a kind that is one by itself, or nothing."""
    for name in ("refusals.txt", "more.txt"):
        for head, text in parts(os.path.join(HERE, name)):
            _, kind, reason = head.split()
            if kind == "closed":
                reason = "R-CIRC"
            label = kind if kind in ("not-yours", "undecided") else reason
            yield label, text, 1.0
            # What gives no reason gives none in any of its sentences, and those are asked one by one.
            sentences = re.split(r"(?<=[.!?])\s+|\n+", text)
            if label == NOTHING and len(sentences) > 1:
                for sentence in sentences:
                    yield label, sentence, 1.0
    for label, phrase in cues(os.path.join(HERE, "cues.txt")):
        yield label, phrase, 1.0


def mails():
    """Kinds with emails. Of the many rejections each counts for little."""
    for name in ("mails.txt", "more.txt"):
        for head, text in parts(os.path.join(MAILS, name)):
            _, kind, subject = head.split(" ", 2)
            yield kind, subject + "\n" + text, 1.0
    for label, phrase in cues(os.path.join(MAILS, "cues.txt")):
        yield label, phrase, 1.0
    for number, (head, text) in enumerate(parts(os.path.join(HERE, "refusals.txt"))):
        kind = head.split()[1]
        if number % 10 == 0 and kind != "undecided":
            yield "refusal", text, 0.3


def tones():
    """Sentences of letters: reproaches and demands, and harmless ones."""
    with open(os.path.join(LETTERS, "tone.txt"), encoding="utf-8") as file:
        label = NOTHING
        for line in file:
            line = line.strip()
            if line.startswith("== "):
                label = "reproach" if line.endswith(" reproach") else NOTHING
            elif line and not line.startswith("#"):
                yield label, line, 1.0
    for label, phrase in cues(os.path.join(LETTERS, "tone-cues.txt")):
        yield label, phrase, 1.0
    # Letters that are fine, and the shipped ones, whose tags stand for words.
    clean = [os.path.join(LETTERS, "Clean", name) for name in os.listdir(os.path.join(LETTERS, "Clean"))]
    folder = os.path.join(RESOURCES, "letters")
    shipped = [os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".yaml")]
    skipped = ("lint.yaml", "desk.yaml")
    for path in sorted(clean + [it for it in shipped if os.path.basename(it) not in skipped]):
        with open(path, encoding="utf-8") as file:
            lines = [line for line in file.read().split("\n") if not line.startswith("#")]
        text = re.sub(r"\{\{[^}]*\}\}", " ", "\n".join(lines))
        for sentence in re.split(r"(?<=[.!?])\s+|\n+", text):
            if sentence.strip():
                yield NOTHING, sentence, 2.0


# ---- Weights --------------------------------------------------------------------------------------------------


def learned(examples, rounds, apart=False, decay=2e-4):
    """The weights of each feature for each label."""
    rows = [(features(text, apart), label, weight) for label, text, weight in examples]
    labels = sorted({label for _, label, _ in rows})
    count = collections.Counter(it for known, _, _ in rows for it in known)
    short = {it for known, _, _ in rows if len(known) < 12 for it in known}
    kept = {it for it in count if count[it] > 1 or it in short and it[0] != "!" and "*" not in it}
    rows = [
        (sorted(known & kept), labels.index(label), weight)
        for known, label, weight in rows
    ]
    size = range(len(labels))
    weights = {it: [0.0] * len(labels) for it in kept}
    steps = {it: [1e-8] * len(labels) for it in kept}
    chance = random.Random(1)
    for _ in range(rounds):
        chance.shuffle(rows)
        for known, right, counts in rows:
            if not known:
                continue
            norm = 1 / math.sqrt(len(known))
            sums = [sum(each) * norm for each in zip(*(weights[it] for it in known))]
            most = max(sums)
            shares = [math.exp(each - most) for each in sums]
            whole = sum(shares)
            errors = [each / whole for each in shares]
            errors[right] -= 1
            moved = [it for it in size if abs(errors[it]) > 0.002]
            for it in known:
                own, step = weights[it], steps[it]
                for at in moved:
                    slope = errors[at] * norm * counts + decay * own[at]
                    step[at] += slope * slope
                    own[at] -= 0.3 * slope / math.sqrt(step[at])
    return labels, weights


# Weights are written in halves. What all labels share says nothing, and neither does what is little.
UNIT = 2


def written(labels, weights, least, least_pair, unit):
    """The lines of the file."""
    lines = []
    for it in sorted(weights):
        middle = statistics.median(weights[it])
        limit = least_pair if "_" in it or it[0] == "!" else least
        text = ""
        for at, weight in enumerate(weights[it]):
            # Of two labels the one says all: it gets what sets both apart.
            if len(weights[it]) == 2:
                if at == 0:
                    continue
                middle = weights[it][0]
            number = max(-127, min(127, round((weight - middle) * unit)))
            if abs(weight - middle) >= limit and number:
                text += letter(at) + str(number)
        if text:
            lines.append(it + " " + text)
    return lines


def letter(at):
    return "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"[at]


def write(name, title, examples, least, least_pair, rounds=8, unit=UNIT, apart=False, decay=2e-4):
    labels, weights = learned(list(examples), rounds, apart, decay)
    lines = [
        "# " + title,
        "# Made by Tests/ModelTests/Refusals/train.py: change the texts it learns from, and run it.",
        "# A word's family, a pair, or what is denied (!), and how much it speaks for each label, or against it.",
        "labels " + " ".join(labels),
        "unit %d" % unit,
    ]
    lines += written(labels, weights, least, least_pair, unit)
    with open(os.path.join(RESOURCES, name), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    print(name, len(lines), "lines", os.path.getsize(os.path.join(RESOURCES, name)), "bytes")


if __name__ == "__main__":
    write("refusal-words.txt", "Which words of a rejection speak for which reason.", refusals(), 1.52, 2.04)
    write("mail-words.txt", "Which words of an email speak for which kind.", mails(), 1.2, 1.6)
    write(
        "letters/tone-words.txt", "Which words of a letter speak for a reproach.", tones(), 0.15, 0.15,
        rounds=12, unit=10, apart=True, decay=5e-3)
