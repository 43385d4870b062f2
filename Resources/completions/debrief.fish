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
    string split ' ' 'add quick outcome feedback correct list agenda remind show search report patterns drill letter export bundle share import sync merge-file undo redo backup restore purge doctor keys config replay help'
end

set -g __debrief_valued --application --applied --as-of --by --channel --color --cover --cover-text --database --dates --due --folder --format --from --interview --kind --limit --lint --map --months --noun --on --pick --recover --resume --save-screens --size --to --words -o
complete -c debrief -f
complete -c debrief -n '__debrief_in' -l plain -d 'Line by line, without a screen'
complete -c debrief -n '__debrief_in' -l no-plain -d 'Line by line, without a screen'
complete -c debrief -n '__debrief_in' -l mouse -d 'The mouse on the screen'
complete -c debrief -n '__debrief_in' -l no-mouse -d 'The mouse on the screen'
complete -c debrief -n '__debrief_in' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in' -l color -x -a 'auto always never' -d 'Colors on the screen'
complete -c debrief -n '__debrief_in' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in add' -l json -d 'Print the application as JSON'
complete -c debrief -n '__debrief_in add' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in add' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in add' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in add' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in add' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in add' -l applied -x -d 'The date you applied, such as yesterday or 3 mar'
complete -c debrief -n '__debrief_in add' -l interview -x -d 'When the interview was or will be, such as yesterday 14:30'
complete -c debrief -n '__debrief_in add' -l resume -x -d 'The résumé version you sent'
complete -c debrief -n '__debrief_in add' -l cover -x -d 'The cover letter version you sent, by a short name'
complete -c debrief -n '__debrief_in add' -l cover-text -x -d 'The text of the cover letter'
complete -c debrief -n '__debrief_in add' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in add 0' -a '(__debrief_companies)'
complete -c debrief -n '__debrief_in quick' -l strength -d 'Something that went well'
complete -c debrief -n '__debrief_in quick' -l weakness -d 'Something that didn’t go well'
complete -c debrief -n '__debrief_in quick' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in quick' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in quick' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in quick' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in quick' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in quick' -l application -x -a '(__debrief_references)' -d 'The application it belongs to'
complete -c debrief -n '__debrief_in quick' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in outcome' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in outcome' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in outcome' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in outcome' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in outcome' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in outcome' -l on -x -d 'The date, such as yesterday or 3 mar'
complete -c debrief -n '__debrief_in outcome' -l by -x -d 'For an offer'
complete -c debrief -n '__debrief_in outcome' -l words -x -d 'Their exact words'
complete -c debrief -n '__debrief_in outcome' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in outcome 0' -a '(__debrief_references)'
complete -c debrief -n '__debrief_in outcome 1' -a 'rejected silent withdrew offer accepted declined reopened'
complete -c debrief -n '__debrief_in feedback' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in feedback' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in feedback' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in feedback' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in feedback' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in feedback' -l from -x -d 'Who said it'
complete -c debrief -n '__debrief_in feedback' -l channel -x -a 'email phone in-person other adviser' -d 'How they told you'
complete -c debrief -n '__debrief_in feedback' -l on -x -d 'The date, such as yesterday or 3 mar'
complete -c debrief -n '__debrief_in feedback' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in feedback 0' -a '(__debrief_references)'
complete -c debrief -n '__debrief_in correct' -l json -d 'Print JSON'
complete -c debrief -n '__debrief_in correct' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in correct' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in correct' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in correct' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in correct' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in correct' -l on -x -d 'The correct date, such as yesterday or 3 mar'
complete -c debrief -n '__debrief_in correct' -l due -x -d 'For an answer they promised, or an offer'
complete -c debrief -n '__debrief_in correct' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in correct 0' -a '(__debrief_references)'
complete -c debrief -n '__debrief_in list' -l json -d 'Print JSON'
complete -c debrief -n '__debrief_in list' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in list' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in list' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in list' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in list' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in list' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in agenda' -l json -d 'Print JSON'
complete -c debrief -n '__debrief_in agenda' -l ics -d 'Print a calendar file (iCalendar), for your own calendar'
complete -c debrief -n '__debrief_in agenda' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in agenda' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in agenda' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in agenda' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in agenda' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in agenda' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in remind' -l notify -d 'Also notify you, as your settings say'
complete -c debrief -n '__debrief_in remind' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in remind' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in remind' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in remind' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in remind' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in remind' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in show' -l json -d 'Print JSON'
complete -c debrief -n '__debrief_in show' -l mask -d 'Hide names, companies, addresses, and phone and reference numbers, so you can show it to someone'
complete -c debrief -n '__debrief_in show' -l refresher -d 'Print only what to read before you talk to them again'
complete -c debrief -n '__debrief_in show' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in show' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in show' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in show' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in show' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in show' -l as-of -x -d 'Show it as it was at the end of this day, worked out from later changes'
complete -c debrief -n '__debrief_in show' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in show 0' -a '(__debrief_references)'
complete -c debrief -n '__debrief_in search' -l json -d 'Print JSON'
complete -c debrief -n '__debrief_in search' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in search' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in search' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in search' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in search' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in search' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in report' -l ascii -d 'Use only ASCII characters'
complete -c debrief -n '__debrief_in report' -l mask -d 'Hide names, companies, addresses, and phone and reference numbers, so you can show it to someone'
complete -c debrief -n '__debrief_in report' -l card -d 'Instead of the page, a card for the interview'
complete -c debrief -n '__debrief_in report' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in report' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in report' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in report' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in report' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in report' -l format -x -a 'text markdown html pdf' -d 'The format'
complete -c debrief -n '__debrief_in report' -s o -r -F -d 'The file to write'
complete -c debrief -n '__debrief_in report' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in report 0' -a '(__debrief_references)'
complete -c debrief -n '__debrief_in patterns' -l json -d 'Print JSON'
complete -c debrief -n '__debrief_in patterns' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in patterns' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in patterns' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in patterns' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in patterns' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in patterns' -l format -x -a 'text markdown html pdf' -d 'The format'
complete -c debrief -n '__debrief_in patterns' -s o -r -F -d 'The file to write'
complete -c debrief -n '__debrief_in patterns' -l months -x -a '3 6 12' -d 'Only applications that began in the last 3, 6, or 12 months'
complete -c debrief -n '__debrief_in patterns' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in drill' -l list -d 'Print the plan, day by day, instead of opening the screen'
complete -c debrief -n '__debrief_in drill' -l json -d 'Print JSON'
complete -c debrief -n '__debrief_in drill' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in drill' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in drill' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in drill' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in drill' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in drill' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in drill 0' -a '(__debrief_references)'
complete -c debrief -n '__debrief_in letter' -l new -d 'Write a new draft, even if you already started one in the app'
complete -c debrief -n '__debrief_in letter' -l json -d 'Print what --lint finds as JSON'
complete -c debrief -n '__debrief_in letter' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in letter' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in letter' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in letter' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in letter' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in letter' -l to -x -a '(__debrief_people)' -d 'Who it goes to'
complete -c debrief -n '__debrief_in letter' -l by -x -d 'The date you need an answer by, such as 20 apr'
complete -c debrief -n '__debrief_in letter' -l format -x -a 'text eml' -d 'The format'
complete -c debrief -n '__debrief_in letter' -s o -r -F -d 'The file to write'
complete -c debrief -n '__debrief_in letter' -l lint -r -F -d 'Check the letter in a file'
complete -c debrief -n '__debrief_in letter' -l kind -x -a 'thank-you status-check thank-manager thank-hr ask-feedback thank-anyway evidence influence stay-in-touch withdraw access-request' -d 'With --lint'
complete -c debrief -n '__debrief_in letter' -l application -x -a '(__debrief_references)' -d 'With --lint'
complete -c debrief -n '__debrief_in letter' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in letter 0' -a '(__debrief_references)'
complete -c debrief -n '__debrief_in letter 1' -a 'thank-you status-check thank-manager thank-hr ask-feedback thank-anyway evidence influence stay-in-touch withdraw access-request'
complete -c debrief -n '__debrief_in export' -l bom -d 'For csv'
complete -c debrief -n '__debrief_in export' -l raw -d 'For csv'
complete -c debrief -n '__debrief_in export' -l readable -d 'Export what can be read from a damaged notes file, or from one from a newer version of debrief'
complete -c debrief -n '__debrief_in export' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in export' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in export' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in export' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in export' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in export' -l format -x -a 'json csv markdown' -d 'The format'
complete -c debrief -n '__debrief_in export' -s o -r -F -d 'The file to write'
complete -c debrief -n '__debrief_in export' -l folder -x -a '(__fish_complete_directories)' -d 'A folder shared by several computers, as with debrief sync'
complete -c debrief -n '__debrief_in export' -l noun -x -d 'For csv'
complete -c debrief -n '__debrief_in export' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in bundle' -l seal -d 'Seal it with a passphrase, using the age program, which asks for it'
complete -c debrief -n '__debrief_in bundle' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in bundle' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in bundle' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in bundle' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in bundle' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in bundle' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in bundle 0' -F
complete -c debrief -n '__debrief_in share' -l mask -d 'Hide names, companies, addresses, and phone and reference numbers'
complete -c debrief -n '__debrief_in share' -l yes -d 'Write it without asking'
complete -c debrief -n '__debrief_in share' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in share' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in share' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in share' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in share' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in share' -s o -r -F -d 'The file to write'
complete -c debrief -n '__debrief_in share' -l format -x -a 'html text' -d 'The format'
complete -c debrief -n '__debrief_in share' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in share 0+' -a '(__debrief_references)'
complete -c debrief -n '__debrief_in import' -l list -d 'For a mailbox'
complete -c debrief -n '__debrief_in import' -l dry-run -d 'Only show what would happen'
complete -c debrief -n '__debrief_in import' -l yes -d 'Don’t ask first'
complete -c debrief -n '__debrief_in import' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in import' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in import' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in import' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in import' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in import' -l format -x -a 'json csv mail calendar resume posting transcript' -d 'What kind of file it is'
complete -c debrief -n '__debrief_in import' -l to -x -a '(__debrief_references)' -d 'The application it belongs to'
complete -c debrief -n '__debrief_in import' -l map -x -d 'For a spreadsheet'
complete -c debrief -n '__debrief_in import' -l dates -x -a 'dmy mdy ymd' -d 'For a spreadsheet'
complete -c debrief -n '__debrief_in import' -l pick -x -d 'For a mailbox'
complete -c debrief -n '__debrief_in import' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in import 0' -F
complete -c debrief -n '__debrief_in sync' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in sync' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in sync' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in sync' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in sync' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in sync' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in sync 0' -a '(__fish_complete_directories)'
complete -c debrief -n '__debrief_in merge-file' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in merge-file' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in merge-file' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in merge-file' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in merge-file' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in merge-file' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in merge-file 0' -F
complete -c debrief -n '__debrief_in merge-file 1' -F
complete -c debrief -n '__debrief_in merge-file 2' -F
complete -c debrief -n '__debrief_in undo' -l list -d 'List the most recent changes, latest first, without undoing any'
complete -c debrief -n '__debrief_in undo' -l yes -d 'With --to'
complete -c debrief -n '__debrief_in undo' -l force -d 'Undo even if that hides a private note along with its application'
complete -c debrief -n '__debrief_in undo' -l json -d 'With --list'
complete -c debrief -n '__debrief_in undo' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in undo' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in undo' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in undo' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in undo' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in undo' -l to -x -d 'Undo the change with this number, and everything after it'
complete -c debrief -n '__debrief_in undo' -l limit -x -d 'With --list'
complete -c debrief -n '__debrief_in undo' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in redo' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in redo' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in redo' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in redo' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in redo' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in redo' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in backup' -l list -d 'List your backups, newest first, without making one'
complete -c debrief -n '__debrief_in backup' -l json -d 'With --list'
complete -c debrief -n '__debrief_in backup' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in backup' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in backup' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in backup' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in backup' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in backup' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in backup 0' -F
complete -c debrief -n '__debrief_in restore' -l latest -d 'The newest backup that passes its check'
complete -c debrief -n '__debrief_in restore' -l yes -d 'Don’t ask first'
complete -c debrief -n '__debrief_in restore' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in restore' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in restore' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in restore' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in restore' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in restore' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in restore 0' -F -a '(__debrief_backups)'
complete -c debrief -n '__debrief_in purge' -l now -d 'Also what you deleted in the last 30 days'
complete -c debrief -n '__debrief_in purge' -l history -d 'Also earlier wordings of notes you still have, and the undo steps from that time'
complete -c debrief -n '__debrief_in purge' -l backups -d 'Also remove the backups that still hold it'
complete -c debrief -n '__debrief_in purge' -l yes -d 'Don’t ask first'
complete -c debrief -n '__debrief_in purge' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in purge' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in purge' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in purge' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in purge' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in purge' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in doctor' -l json -d 'Print JSON'
complete -c debrief -n '__debrief_in doctor' -l rebuild -d 'First, rebuild the indexes, the list, and the search index'
complete -c debrief -n '__debrief_in doctor' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in doctor' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in doctor' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in doctor' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in doctor' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in doctor' -l recover -r -F -d 'Save whatever can still be read from a damaged notes file to a new file'
complete -c debrief -n '__debrief_in doctor' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in keys' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in keys' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in keys' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in keys' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in keys' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in keys' -l format -x -a 'text markdown json' -d 'The format'
complete -c debrief -n '__debrief_in keys' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in config' -l json -d 'Print JSON'
complete -c debrief -n '__debrief_in config' -l print-default -d 'Print a file with every default setting, to start from'
complete -c debrief -n '__debrief_in config' -l check -d 'Only look for mistakes'
complete -c debrief -n '__debrief_in config' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in config' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in config' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in config' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in config' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in config' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in replay' -l ascii -d 'Use a screen that shows only ASCII'
complete -c debrief -n '__debrief_in replay' -l lines -d 'Play lines in plain mode, and print what is said'
complete -c debrief -n '__debrief_in replay' -l demo -d 'Use a throwaway copy of the sample data'
complete -c debrief -n '__debrief_in replay' -l no-pager -d 'Print long output as it is, without your pager'
complete -c debrief -n '__debrief_in replay' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in replay' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in replay' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in replay' -l size -x -d 'The size of the screen'
complete -c debrief -n '__debrief_in replay' -l save-screens -x -a '(__fish_complete_directories)' -d 'The folder that :save-screen writes NAME.screen into'
complete -c debrief -n '__debrief_in replay' -l database -r -F -d 'The database file'
complete -c debrief -n '__debrief_in replay 0' -F
complete -c debrief -n '__debrief_in help' -l help -d 'Show help information'
complete -c debrief -n '__debrief_in help' -s h -d 'Show help information'
complete -c debrief -n '__debrief_in help' -l version -d 'Show the version'
complete -c debrief -n '__debrief_in help 0+' -a '(__debrief_commands)'
complete -c debrief -n '__debrief_in' -a add -d 'Add an application and print its id'
complete -c debrief -n '__debrief_in' -a quick -d 'Write something down now and file it later'
complete -c debrief -n '__debrief_in' -a outcome -d 'Record how an application ended, or that it’s open again'
complete -c debrief -n '__debrief_in' -a feedback -d 'Add what someone told you, word for word'
complete -c debrief -n '__debrief_in' -a correct -d 'Correct the date of something you recorded'
complete -c debrief -n '__debrief_in' -a list -d 'List all applications, latest first'
complete -c debrief -n '__debrief_in' -a agenda -d 'List your to-dos, most urgent first'
complete -c debrief -n '__debrief_in' -a remind -d 'Say whether anything is due, without showing any names'
complete -c debrief -n '__debrief_in' -a show -d 'Show everything about one application'
complete -c debrief -n '__debrief_in' -a search -d 'Search everything you’ve written for these words, or words that start with them'
complete -c debrief -n '__debrief_in' -a report -d 'Write the one-page summary of an application'
complete -c debrief -n '__debrief_in' -a patterns -d 'See what your interviews add up to'
complete -c debrief -n '__debrief_in' -a drill -d 'Practice for your next interview'
complete -c debrief -n '__debrief_in' -a letter -d 'Draft a letter from your notes, or check one'
complete -c debrief -n '__debrief_in' -a export -d 'Write everything'
complete -c debrief -n '__debrief_in' -a bundle -d 'Write everything to one file to take elsewhere'
complete -c debrief -n '__debrief_in' -a share -d 'Write a file for an adviser to read and comment on'
complete -c debrief -n '__debrief_in' -a import -d 'Bring in a spreadsheet, an email, a calendar file, a résumé, an export, or a folder'
complete -c debrief -n '__debrief_in' -a sync -d 'Sync your notes with other computers, through a folder and git'
complete -c debrief -n '__debrief_in' -a merge-file -d 'Merge one file of a synced folder, for git to call'
complete -c debrief -n '__debrief_in' -a undo -d 'Undo the last change, even one from another day'
complete -c debrief -n '__debrief_in' -a redo -d 'Redo the last change you undid'
complete -c debrief -n '__debrief_in' -a backup -d 'Copy all your notes into a new file, and check the copy'
complete -c debrief -n '__debrief_in' -a restore -d 'Go back to a backup'
complete -c debrief -n '__debrief_in' -a purge -d 'Permanently erase what you deleted'
complete -c debrief -n '__debrief_in' -a doctor -d 'Check your notes, any questions or letters you customized, and your terminal'
complete -c debrief -n '__debrief_in' -a keys -d 'Print a table of all the keys'
complete -c debrief -n '__debrief_in' -a config -d 'Show your settings, and where they are'
complete -c debrief -n '__debrief_in' -a replay -d 'Play a script of keys without a terminal'
complete -c debrief -n '__debrief_in' -a help -d 'Show help for a command'
