"""Reads mails as a program that is not ours does: Python's own parser.

stdin: a JSON list of mails, each a text. stdout: a JSON list of what was read.
"""

import email
import email.policy
import email.utils
import json
import re
import sys
from email.header import decode_header, make_header


def unfolded(value):
    return re.sub(r"\r?\n(?=[ \t])", "", value)


def decoded(value):
    return str(make_header(decode_header(unfolded(value))))


def read(text):
    raw = text.encode("utf-8")
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    plain = email.message_from_bytes(raw, policy=email.policy.compat32)
    defects = [repr(d) for d in mail.defects]
    for name in mail.keys():
        defects += [name + ": " + repr(d) for d in getattr(mail[name], "defects", [])]
    body = mail.get_payload(decode=True)
    read = {
        "names": list(mail.keys()),
        "subject": str(mail["Subject"]) if "Subject" in mail else None,
        # The older parser of the same library shares no code with the newer one.
        "subjectAgain": decoded(plain["Subject"]) if "Subject" in plain else None,
        "date": mail["Date"].datetime.isoformat(),
        "id": str(mail["Message-ID"]),
        "type": mail.get_content_type(),
        "charset": mail.get_content_charset(),
        "encoding": str(mail["Content-Transfer-Encoding"]),
        "isMultipart": mail.is_multipart(),
        "body": body.decode("utf-8").replace("\r\n", "\n"),
        "hasBareReturn": "\r" in body.decode("utf-8").replace("\r\n", ""),
        "defects": defects,
    }
    for name in ("From", "To"):
        addresses = mail[name].addresses if name in mail else []
        read[name.lower()] = [[a.display_name, a.addr_spec] for a in addresses]
        again = email.utils.getaddresses(map(unfolded, plain.get_all(name, [])))
        read[name.lower() + "Again"] = [[decoded(n) if n else "", a] for n, a in again]
        # Python 3.11's newer parser puts a blank between the encoded words of a name, against RFC
        # 2047 (section 6.2); the older one does not. A name in one word is the same for both.
        if plain.get(name, "").count("=?utf-8?") > 1:
            read[name.lower()] = [
                [n[0], a[1]] for n, a in zip(read[name.lower() + "Again"], read[name.lower()])
            ]
    return read


json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
