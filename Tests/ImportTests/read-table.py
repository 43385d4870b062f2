"""Reads a table the way Python does, and prints its rows as JSON.

usage: read-table.py FILE ENCODING DELIMITER
"""

import csv
import json
import sys

csv.field_size_limit(1 << 30)
path, encoding, delimiter = sys.argv[1:]
with open(path, encoding=encoding, errors="replace", newline="") as file:
    rows = [row for row in csv.reader(file, delimiter=delimiter) if row]
json.dump(rows, sys.stdout)
