#compdef debrief
# Zsh completion for debrief. Made by Tests/completions.py: after a change, run make docs.

# What the notes that the command line names say; nothing is asked for longer than three seconds.
_debrief_asks() {
  local -a limit
  (( $+commands[timeout] )) && limit=(timeout 3)
  $limit $_debrief_program $1 $_debrief_store "${@[2,-1]}" 2>/dev/null </dev/null
}

# Names and what stands behind them, from a JSON document that has each value on a line of its own.
_debrief_pairs() {
  command awk -v blanks="$1" -v part="$4" -v name="$2" -v about="$3" '
    function value(key,    start, text) {
      start = sprintf("%*s\"%s\": \"", blanks, "", key)
      if (index($0, start) != 1) return ""
      text = substr($0, length(start) + 1)
      sub(/",?$/, "", text)
      if (text ~ /\\[^"\\\/]/) return ""
      gsub(/\\"/, "\"", text); gsub(/\\\//, "/", text); gsub(/\\\\/, "\\", text)
      return text
    }
    part != "" && /^  "/ { inside = index($0, "  \"" part "\": ") == 1 }
    part != "" && !inside { next }
    (text = value(name)) != "" { found = text }
    about != "" && (text = value(about)) != "" && found != "" {
      print found "\t" text
      found = ""
    }
    about == "" && found != "" { print found; found = "" }'
}

_debrief_offer() {
  local -a names shown
  local line
  while IFS= read -r line; do
    names+=("${line%%$'\t'*}")
    shown+=("${line/$'\t'/  -- }")
  done
  (( $#names )) || return 1
  _wanted $1 expl $1 compadd -M 'm:{[:lower:]}={[:upper:]}' -l -d shown -a names
}

_debrief_companies() { _debrief_asks list --json | _debrief_pairs 8 company role | _debrief_offer company; }

_debrief_references() {
  _debrief_companies && return
  _debrief_asks list --json | _debrief_pairs 8 id role | _debrief_offer id
}

_debrief_people() {
  local -a given=("${(@Q)words[2,-1]}")
  local first=${given[(r)[^-]*]}
  [[ -n $first ]] || return 1
  _debrief_asks show --json -- $first | _debrief_pairs 6 name '' person | _debrief_offer person
}

_debrief_backups() {
  _debrief_asks backup --list --json | _debrief_pairs 6 name '' '' | _debrief_offer backup
  _files
}

_debrief_commands() {
  local -a list
  list=(
@COMMANDS@
  )
  _describe command list
}

_debrief() {
  local curcontext=$curcontext context state line expl ret=1
  typeset -A opt_args
  local _debrief_program=$words[1]
  local -a _debrief_store
  local at=${words[(i)--database*]}
  if [[ $words[at] == --database=* ]]; then
    _debrief_store=(--database "${${(Q)words[at]#*=}/#\~\//$HOME/}")
  elif (( at < CURRENT - 1 )); then
    _debrief_store=(--database "${${(Q)words[at + 1]}/#\~\//$HOME/}")
  elif (( $words[(I)--demo] )); then
    _debrief_store=(--demo)
  fi

  _arguments -C -A '-*' \
@ROOT@ \
    '1:command:_debrief_commands' \
    '*::argument:->rest' && ret=0
  [[ $state == rest ]] || return ret

  curcontext=${curcontext%:*:*}:debrief-$words[1]:
  case $words[1] in
@CASES@
    *) return ret ;;
  esac
}

_debrief "$@"
