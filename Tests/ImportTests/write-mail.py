"""Writes a mail with Python's own library.

usage: write-mail.py SEED FILE
"""

import email.message
import email.utils
import random
import sys

seed, path = int(sys.argv[1]), sys.argv[2]
random.seed(seed)
NAMES = ["Zoë Groß", "Ada Quill", "Łukasz Żak", "山田 太郎", "O'Neil, Pat", 'The "Team"']
WORDS = ["Grüße", "thank", "you", "für", "日本", "—", "we", "’", "decided", "€", "to", "x" * 90]
mail = email.message.EmailMessage()
mail["From"] = email.utils.formataddr((random.choice(NAMES), "person%d@acme.example" % seed))
mail["To"] = "me@example.org"
mail["Subject"] = " ".join(random.choices(WORDS, k=random.randint(1, 14)))
mail["Date"] = email.utils.formatdate(1772442000 + seed * 3607)
mail["Message-ID"] = "<%d@acme.example>" % seed
lines = [" ".join(random.choices(WORDS, k=random.randint(1, 12))) for _ in range(random.randint(1, 9))]
mail.set_content(
    "\n".join(lines) + "\n", cte=random.choice(["base64", "quoted-printable", "8bit"]))
if random.random() < 0.6:
    mail.add_alternative("<p>%s</p>" % "<br>".join(lines), subtype="html")
for n in range(random.randint(0, 2)):
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf",
                        filename=random.choice(["offer.pdf", "résumé.pdf", "日本.pdf"]))
with open(path, "wb") as file:
    file.write(bytes(mail))
