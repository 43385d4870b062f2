#!/bin/sh
# Writes resources.c: a table of every file below Resources/, sorted by name, each taken in with
# #embed. What is installed next to the program (man, completions, linux) isn't in it. Run it after adding, renaming or removing a file (make resources); a changed file needs
# nothing. A test compares the table with the folder.
set -eu
LC_ALL=C
export LC_ALL
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../Resources" && pwd)
out=$here/resources.c
new=$out.new
trap 'rm -f "$new"' EXIT

names=$(cd "$root" && find . \( -path ./man -o -path ./completions -o -path ./linux \) -prune \
  -o -type f ! -name '.*' ! -name '*~' ! -name '*.swp' -print | sed 's|^\./||' | sort)
{
  echo '/* Written by generate.sh: edit Resources/ instead. */'
  echo '#include "table.h"'
  number=0
  for name in $names; do
    case $name in
    *[!A-Za-z0-9._/-]*)
      echo "generate.sh: $name: use letters, digits, dots, dashes and underscores" >&2
      exit 1
      ;;
    esac
    test -f "$root/$name" || {
      echo "generate.sh: a name below Resources/ has a space in it: near $name" >&2
      exit 1
    }
    printf '\nstatic const unsigned char r%d[] = {\n' "$number"
    printf '#embed "../../Resources/%s" suffix(, 0) if_empty(0)\n};\n' "$name"
    number=$((number + 1))
  done
  printf '\nconst cres_entry cres_table[] = {\n'
  number=0
  for name in $names; do
    printf '  {"%s", r%d, sizeof r%d - 1},\n' "$name" "$number" "$number"
    number=$((number + 1))
  done
  printf '};\n\nconst size_t cres_table_count = %d;\n' "$number"
} >"$new"
if ! cmp -s "$new" "$out"; then mv "$new" "$out"; fi
