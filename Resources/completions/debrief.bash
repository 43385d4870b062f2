# Bash completion for debrief. Made by Tests/completions.py: after a change, run make docs.

# What a command takes: its flags, its options with what their value is, and what its arguments are.
_debrief_grammar() {
  flags='' valued='' places=''
  case $1 in
  '')
    flags='--plain --no-plain --mouse --no-mouse --demo --no-pager --version --help -h'
    valued='--color:auto,always,never, --database:file'
    places=''
    ;;
  add)
    flags='--json --demo --no-pager --version --help -h'
    valued='--applied:text --interview:text --resume:text --cover:text --cover-text:text --database:file'
    places='company text'
    ;;
  quick)
    flags='--strength --weakness --demo --no-pager --version --help -h'
    valued='--application:reference --database:file'
    places='text+'
    ;;
  outcome)
    flags='--demo --no-pager --version --help -h'
    valued='--on:text --by:text --words:text --database:file'
    places='reference rejected,silent,withdrew,offer,accepted,declined,reopened,'
    ;;
  feedback)
    flags='--demo --no-pager --version --help -h'
    valued='--from:text --channel:email,phone,in-person,other,adviser, --on:text --database:file'
    places='reference text'
    ;;
  correct)
    flags='--json --demo --no-pager --version --help -h'
    valued='--on:text --due:text --database:file'
    places='reference text'
    ;;
  list)
    flags='--json --demo --no-pager --version --help -h'
    valued='--database:file'
    places=''
    ;;
  agenda)
    flags='--json --ics --demo --no-pager --version --help -h'
    valued='--database:file'
    places=''
    ;;
  remind)
    flags='--notify --demo --no-pager --version --help -h'
    valued='--database:file'
    places=''
    ;;
  show)
    flags='--json --mask --refresher --demo --no-pager --version --help -h'
    valued='--as-of:text --database:file'
    places='reference'
    ;;
  search)
    flags='--json --demo --no-pager --version --help -h'
    valued='--database:file'
    places='text+'
    ;;
  report)
    flags='--ascii --mask --card --demo --no-pager --version --help -h'
    valued='--format:text,markdown,html,pdf, -o:file --database:file'
    places='reference'
    ;;
  patterns)
    flags='--json --demo --no-pager --version --help -h'
    valued='--format:text,markdown,html,pdf, -o:file --months:3,6,12, --database:file'
    places=''
    ;;
  drill)
    flags='--list --json --demo --no-pager --version --help -h'
    valued='--database:file'
    places='reference'
    ;;
  letter)
    flags='--new --json --demo --no-pager --version --help -h'
    valued='--to:person --by:text --format:text,eml, -o:file --lint:file --kind:thank-you,status-check,thank-manager,thank-hr,ask-feedback,thank-anyway,evidence,influence,stay-in-touch,withdraw,access-request, --application:reference --database:file'
    places='reference thank-you,status-check,thank-manager,thank-hr,ask-feedback,thank-anyway,evidence,influence,stay-in-touch,withdraw,access-request,'
    ;;
  export)
    flags='--bom --raw --readable --demo --no-pager --version --help -h'
    valued='--format:json,csv,markdown, -o:file --folder:folder --noun:text --database:file'
    places=''
    ;;
  bundle)
    flags='--seal --demo --no-pager --version --help -h'
    valued='--database:file'
    places='file'
    ;;
  share)
    flags='--mask --yes --demo --no-pager --version --help -h'
    valued='-o:file --format:html,text, --database:file'
    places='reference+'
    ;;
  import)
    flags='--list --dry-run --yes --demo --no-pager --version --help -h'
    valued='--format:json,csv,mail,calendar,resume,posting,transcript, --to:reference --map:text --dates:dmy,mdy,ymd, --pick:text --database:file'
    places='file'
    ;;
  sync)
    flags='--demo --no-pager --version --help -h'
    valued='--database:file'
    places='folder'
    ;;
  merge-file)
    flags='--demo --no-pager --version --help -h'
    valued='--database:file'
    places='file file file'
    ;;
  undo)
    flags='--list --yes --force --json --demo --no-pager --version --help -h'
    valued='--to:text --limit:text --database:file'
    places=''
    ;;
  redo)
    flags='--demo --no-pager --version --help -h'
    valued='--database:file'
    places=''
    ;;
  backup)
    flags='--list --json --demo --no-pager --version --help -h'
    valued='--database:file'
    places='file'
    ;;
  restore)
    flags='--latest --yes --demo --no-pager --version --help -h'
    valued='--database:file'
    places='backup'
    ;;
  purge)
    flags='--now --history --backups --yes --demo --no-pager --version --help -h'
    valued='--database:file'
    places=''
    ;;
  doctor)
    flags='--json --rebuild --demo --no-pager --version --help -h'
    valued='--recover:file --database:file'
    places=''
    ;;
  keys)
    flags='--demo --no-pager --version --help -h'
    valued='--format:text,markdown,json, --database:file'
    places=''
    ;;
  config)
    flags='--json --print-default --check --demo --no-pager --version --help -h'
    valued='--database:file'
    places=''
    ;;
  replay)
    flags='--ascii --lines --demo --no-pager --version --help -h'
    valued='--size:text --save-screens:folder --database:file'
    places='file'
    ;;
  help)
    flags='--help -h --version'
    valued=''
    places='command+'
    ;;
  esac
}

# The notes that the command line names, as options for a command that asks about them.
_debrief_asks() {
  local limit=()
  command -v timeout >/dev/null && limit=(timeout 3)
  "${limit[@]}" "${program/#\~\//$HOME/}" "$1" "${store[@]}" "${@:2}" 2>/dev/null </dev/null
}

# The values of a key in a JSON document that has each on a line of its own, after so many blanks.
_debrief_values() {
  command awk -v start="$(printf '%*s"%s": "' "$1" '' "$2")" -v part="$3" '
    part != "" && /^  "/ { inside = index($0, "  \"" part "\": ") == 1 }
    part != "" && !inside { next }
    index($0, start) == 1 {
      text = substr($0, length(start) + 1)
      sub(/",?$/, "", text)
      if (text ~ /\\[^"\\\/]/) next
      gsub(/\\"/, "\"", text); gsub(/\\\//, "/", text); gsub(/\\\\/, "\\", text)
      if (text != "" && !seen[text]++) print text
    }'
}

_debrief_companies() { _debrief_asks list --json | _debrief_values 8 company; }

# Offers each line that begins with what was typed, whatever its case, quoted as the shell needs it.
_debrief_offer_lines() {
  local plain=$cur quote='' line
  case $plain in
  \"* | \'*)
    quote=${plain:0:1}
    plain=${plain:1}
    ;;
  *) plain=${plain//\\/} ;;
  esac
  while IFS= read -r line; do
    [[ ${line,,} == "${plain,,}"* ]] || continue
    case $quote in
    '') printf -v line %q "$line" ;;
    \') line=${line//\'/\'\\\'\'} ;;
    \") line=${line//\\/\\\\} line=${line//\"/\\\"} line=${line//\$/\\\$} line=${line//\`/\\\`} ;;
    esac
    COMPREPLY+=("$line")
  done
}

_debrief_offer() {
  case $1 in
  *,) mapfile -t COMPREPLY < <(compgen -W "${1//,/ }" -- "$cur") ;;
  command) mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$cur") ;;
  file) compopt -o default ;;
  folder) compopt -o dirnames ;;
  backup)
    compopt -o default
    _debrief_offer_lines < <(_debrief_asks backup --list --json | _debrief_values 6 name)
    ;;
  company) _debrief_offer_lines < <(_debrief_companies) ;;
  reference)
    _debrief_offer_lines < <(_debrief_companies)
    # Ids are for those who began to type one.
    [[ $cur != [0-9a-z]* || ${#COMPREPLY[@]} -gt 0 ]] ||
      _debrief_offer_lines < <(_debrief_asks list --json | _debrief_values 8 id)
    ;;
  person)
    [[ -z $first ]] || _debrief_offer_lines < <(
      _debrief_asks show --json -- "$first" | _debrief_values 6 name person
    )
    ;;
  esac
}

_debrief() {
  local commands='add quick outcome feedback correct list agenda remind show search report patterns drill letter export bundle share import sync merge-file undo redo backup restore purge doctor keys config replay help'
  local flags valued places store=() program=${COMP_WORDS[0]}
  local cur=${COMP_WORDS[COMP_CWORD]} command='' option='' ended='' first='' place=0 i word plain name
  COMPREPLY=()
  _debrief_grammar ''
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    plain=${word//[\\\"\']/}
    if [[ -n $option ]]; then
      [[ $word == = ]] && continue
      [[ $option != --database ]] || store=(--database "${plain/#\~\//$HOME/}")
      option=''
    elif [[ -z $ended && $word == -- ]]; then
      ended=1
    elif [[ -z $ended && $word == -?* ]]; then
      [[ $word != --demo ]] || store=(--demo)
      [[ " $valued" != *" $word:"* ]] || option=$word
    elif [[ -z $command ]]; then
      command=$word
      _debrief_grammar "$command"
    else
      ((place > 0)) || first=$plain
      ((place++))
    fi
  done
  [[ $cur != = ]] || cur=''

  if [[ -n $option ]]; then
    for name in $valued; do
      [[ ${name%%:*} != "$option" ]] || _debrief_offer "${name#*:}"
    done
  elif [[ -z $ended && $cur == -* ]]; then
    for name in $valued; do flags+=" ${name%%:*}"; done
    mapfile -t COMPREPLY < <(compgen -W "$flags" -- "$cur")
  elif [[ -z $command ]]; then
    _debrief_offer command
  else
    local kinds
    read -ra kinds <<<"$places"
    # The last argument of some commands may stand there any number of times.
    if ((place >= ${#kinds[@]})) && ((${#kinds[@]} > 0)) && [[ ${kinds[-1]} == *+ ]]; then
      place=$((${#kinds[@]} - 1))
    fi
    name=${kinds[place]:-}
    _debrief_offer "${name%+}"
  fi
}

complete -F _debrief debrief
