#!/bin/sh
# Reads the completions with their own shells, and asks those of bash and fish what they offer.
# usage: completions.sh PATH-TO-DEBRIEF
set -eu
cd "$(dirname "$0")/.."
folder=$PWD/Resources/completions
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
LC_ALL=C.UTF-8
export LC_ALL
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir "$home/bin"
ln -s "$program" "$home/bin/debrief"
PATH=$home/bin:$PATH
HOME=$home
export PATH HOME
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME DEBRIEF_DATABASE || true

bash -n "$folder/debrief.bash"
zsh -n "$folder/_debrief"
fish --no-config -n "$folder/debrief.fish"

failed=0
# The words of a command line, the last of which is to be completed, and what must be among the offers;
# after an exclamation mark, what must not.
try() {
  wanted=$1
  shift
  case $wanted in !*) not=1 wanted=${wanted#!} ;; *) not="" ;; esac
  inBash=$(bash --norc -c '
    source "$0"
    compopt() { :; }
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*"
    _debrief
    printf "%s\n" "${COMPREPLY[@]}"' "$folder/debrief.bash" debrief "$@" | tr -d '\134' | sed 's/ $//')
  line=debrief
  for word; do line="$line $word"; done
  inFish=$(fish --no-config -c "source '$folder/debrief.fish'; complete -C '$line'" | cut -f 1)
  for offers in "bash:$inBash" "fish:$inFish"; do
    if printf '%s\n' "${offers#*:}" | grep -qxF -- "$wanted"; then met=1; else met=""; fi
    if [ "$met" = "$not" ]; then
      echo "completions of ${offers%%:*}: \"$line\" must ${not:+not }offer $wanted, and offers: ${offers#*:}" >&2
      failed=1
    fi
  done
}

for command in $(debrief help | sed -n '/^SUBCOMMANDS/,$ s/^  \([a-z]\{1,\}\) .*/\1/p'); do
  try "$command" ""
  for option in $(debrief help "$command" | grep -oE '^  (-[a-z], )?--?[a-z-]+' | grep -oE -- '--?[a-z-]+$'); do
    case $option in --*) typed=$option ;; *) typed=- ;; esac
    try "$option" "$command" "$typed"
  done
done
try Nordlicht --demo show ""
try "Café Übermut & Söhne" show --demo Caf
try '!Acme' --demo show nor
try 0zwdyt9m737xkwtm show --demo 0z
try '!Nordlicht' search --demo ""
try '!Nordlicht' show ""
try rejected outcome --demo Acme ""
try '!rejected' outcome --demo Acme rejected ""
try in-person feedback Acme --channel in
try "Bip Coyoté" letter --demo Acme thank-you --to ""
try markdown report --demo Acme --format ""
try '!offer' report --demo Acme ""
try restore help re
try never --color n
DEBRIEF_DATABASE=$home/notes.db
export DEBRIEF_DATABASE
debrief add Testwerk Tester >"$home/id"
try Testwerk show test
try "$(cat "$home/id")" show "$(cut -c 1-4 "$home/id")"
debrief backup 2>/dev/null
try "$(debrief backup --list --json | sed -n 's/^ *"name": "\(.*-asked\)".*/\1/p')" restore ""
[ ! -e "$home/.local/share/debrief" ] || {
  echo "completions: asking made a file of notes" >&2
  failed=1
}
exit "$failed"
