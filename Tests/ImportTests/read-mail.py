"""Reads mails the way Python does, and prints what it found as JSON.

usage: read-mail.py FILE...
"""

import email
import email.policy
import email.utils
import json
import sys


def read(path):
    with open(path, "rb") as file:
        mail = email.message_from_binary_file(file, policy=email.policy.default)
    name, address = email.utils.parseaddr(str(mail["from"] or ""))
    body = mail.get_body(preferencelist=("plain",))
    date = mail["date"].datetime if mail["date"] and mail["date"].datetime else None
    return {
        "name": name,
        "address": address.lower(),
        "subject": str(mail["subject"] or ""),
        "date": int(date.timestamp()) if date else None,
        "text": body.get_content() if body else "",
        "attachments": [it.get_filename() for it in mail.iter_attachments() if it.get_filename()],
    }


json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
