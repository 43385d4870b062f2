#!/bin/sh
# Writes (or checks) the generated parts of the README: the table of keys.
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
