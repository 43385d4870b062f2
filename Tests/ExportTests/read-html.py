"""Reads HTML as a browser does: html5lib, with every fault it finds.

stdin: a JSON list of documents. stdout: a JSON list of what was read.
"""

import base64
import hashlib
import json
import sys

import html5lib

HTML = "{http://www.w3.org/1999/xhtml}"


def name(tag):
    return tag.rsplit("}", 1)[-1]


def read(text):
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
    root = parser.parse(text)
    elements = [e for e in root.iter() if isinstance(e.tag, str)]
    policy = ""
    for e in elements:
        if e.get("http-equiv") == "Content-Security-Policy":
            policy = e.get("content")
    body = root.find(HTML + "body")
    digests = {}
    for kind in ("style", "script"):
        for e in elements:
            if name(e.tag) == kind:
                digest = hashlib.sha256((e.text or "").encode()).digest()
                digests[kind] = "'sha256-%s'" % base64.b64encode(digest).decode()
    words = []
    for e in body.iter():
        if isinstance(e.tag, str) and name(e.tag) in ("script", "style"):
            words.append(e.tail or "")
        else:
            words += [e.text or "", e.tail or ""]
    return {
        "errors": [[str(at), code] for at, code, _ in parser.errors],
        "lang": root.get("lang") or "",
        "title": root.find(HTML + "head").find(HTML + "title").text or "",
        "tags": [name(e.tag) for e in elements],
        "attributes": sorted({a for e in elements for a in e.attrib}),
        "addresses": [
            value for e in elements for a, value in e.attrib.items()
            if a in ("href", "src", "action", "srcset", "data") or a.endswith("href")
        ],
        "words": " ".join(words),
        "policy": policy,
        "digests": digests,
    }


print(json.dumps([read(text) for text in json.load(sys.stdin)]))
