# Fish completion for debrief. Made by Tests/completions.py: after a change, run make docs.

# The words before the cursor that are no options and no values of options: command and arguments.
function __debrief_words
    set -l skip 0
    set -l ended 0
    for word in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
        else if test $ended = 1
            echo -- $word
        else if test "$word" = --
            set ended 1
        else if string match -q -- '-?*' $word
            contains -- $word $__debrief_valued; and set skip 1
        else
            echo -- $word
        end
    end
end

# Whether the cursor stands in a command, and, if a number is given, at its argument of that number.
function __debrief_in
    set -l words (__debrief_words)
    if test (count $argv) = 0
        test (count $words) = 0
        return
    end
    test "$words[1]" = $argv[1]; or return 1
    test (count $argv) = 1; and return 0
    set -l place (math (count $words) - 1)
    if string match -q '*+' -- $argv[2]
        test $place -ge (string trim -c + -- $argv[2])
    else
        test $place = $argv[2]
    end
end

# What the notes that the command line names say; nothing is asked for longer than three seconds.
function __debrief_asks
    set -l words (commandline -opc)
    set -l store
    for i in (seq (count $words))
        switch $words[$i]
            case '--database=*'
                set store --database (string replace -r '^--database=' '' -- $words[$i] | string replace -r '^~/' "$HOME/")
            case --database
                test $i -lt (count $words); and set store --database (string replace -r '^~/' "$HOME/" -- $words[(math $i + 1)])
            case --demo
                set store --demo
        end
    end
    set -l limit
    type -q timeout; and set limit timeout 3
    $limit (string replace -r '^~/' "$HOME/" -- $words[1]) $argv[1..2] $store $argv[3..-1] 2>/dev/null </dev/null
end

# The values of keys in a JSON document that has each on a line of its own, after so many blanks.
function __debrief_pairs
    command awk -v blanks="$argv[1]" -v part="$argv[4]" -v name="$argv[2]" -v about="$argv[3]" '
        function value(key,    start, text) {
            start = sprintf("%*s\"%s\": \"", blanks, "", key)
            if (index($0, start) != 1) return ""
            text = substr($0, length(start) + 1)
            sub(/",?$/, "", text)
            if (text ~ /\\\\[^"\\\\\/]/) return ""
            gsub(/\\\\"/, "\"", text); gsub(/\\\\\//, "/", text); gsub(/\\\\\\\\/, "\\\\", text)
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
end

function __debrief_companies
    __debrief_asks list --json | __debrief_pairs 8 company role ''
end

function __debrief_references
    __debrief_companies
    # Ids are for those who began to type one.
    if string match -qr '^[0-9a-z]{2,}$' -- (commandline -ct)
        __debrief_asks list --json | __debrief_pairs 8 id role ''
    end
end

function __debrief_people
    set -l words (__debrief_words)
    test (count $words) -ge 2; or return
    __debrief_asks show --json -- $words[2] | __debrief_pairs 6 name '' person
end

function __debrief_backups
    __debrief_asks backup --list --json | __debrief_pairs 6 name '' ''
end

function __debrief_commands
    string split ' ' '@COMMANDS@'
end

set -g __debrief_valued @VALUED@
complete -c debrief -f
@TABLE@
