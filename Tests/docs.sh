#!/bin/sh
# Writes (or checks) what is generated: the table of keys in the README and in the manual, and the completions.
# Checking also compares the manual with the program, and tries the completions.
# usage: docs.sh write|check PATH-TO-DEBRIEF
set -eu
cd "$(dirname "$0")/.."
mode=$1
program=$2
new=$(mktemp)
trap 'rm -f "$new"' EXIT
# The shipped keys, whatever this user has set.
keys=$(env -u HOME -u XDG_CONFIG_HOME "$program" keys --format markdown)
KEYS=$keys awk '
  /<!-- keys: begin -->/ { print; print ""; print ENVIRON["KEYS"]; print ""; skip = 1; next }
  /<!-- keys: end -->/ { skip = 0 }
  !skip { print }
' README.md > "$new"
if [ "$mode" = write ]; then
  cat "$new" > README.md
elif ! cmp -s "$new" README.md; then
  echo "README.md: the table of keys is out of date; run make docs." >&2
  diff README.md "$new" >&2 || true
  exit 1
fi

python3 -B Tests/pages.py "$mode" "$program"
python3 -B Tests/completions.py "$mode" "$program"
[ "$mode" = check ] || exit 0

# A page refers to others, which need not be installed here.
if mandoc -T lint -W style Resources/man/*.[15] 2>/dev/null | grep -v 'referenced manual not found'; then exit 1; fi
sh Tests/completions.sh "$program"
