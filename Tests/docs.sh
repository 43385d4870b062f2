#!/bin/sh
# Writes (or checks) what is generated: the table of keys in the manual, and the completions.
# Checking also compares the manual with the program and with what the README says is in it, and tries the
# completions.
# usage: docs.sh write|check PATH-TO-DEBRIEF
set -eu
cd "$(dirname "$0")/.."
mode=$1
program=$2

python3 -B Tests/pages.py "$mode" "$program"
python3 -B Tests/completions.py "$mode" "$program"
[ "$mode" = check ] || exit 0

# A page refers to others, which need not be installed here.
if mandoc -T lint -W style Resources/man/*.[15] 2>/dev/null | grep -v 'referenced manual not found'; then exit 1; fi
sh Tests/completions.sh "$program"
