#!/bin/sh
# Builds and runs all tests. When all is well it prints a few lines, the last of which counts the tests;
# of what failed it prints everything. The whole output stays in .build/test.log. With TORTURE=quick
# the program that was built is then tortured for a minute and a half, which must lose nothing either.
# usage: run.sh BUILD-OPTION...
set -eu
cd "$(dirname "$0")/.."
mkdir -p .build

if [ -t 1 ]; then
  swift build --build-tests "$@"
else
  # Without a terminal each step would be a line of its own.
  echo "Building the tests"
  swift build --build-tests "$@" >.build/build.log 2>&1 || {
    grep -vE '^\[[0-9]+/[0-9]+\] ' .build/build.log || true
    exit 1
  }
fi

echo "Running the tests"
status=0
# Tests see one clock, one locale, and no debugger prompt after a crash.
TZ=UTC LC_ALL=C.UTF-8 SWIFT_BACKTRACE=interactive=no,color=no \
  swift test --skip-build --disable-xctest >.build/test.log 2>&1 || status=$?
count=$(grep -aoE 'Test run with [0-9]+ tests?.*' .build/test.log | tail -n 1)
if [ "$status" = 0 ] && [ -n "$count" ]; then
  # What could not be tested on this machine.
  grep -aE 'not tested' .build/test.log | sort -u || true
  if [ "${TORTURE:-no}" = quick ]; then
    echo "Torturing the program"
    python3 -B Tests/Torture/torture.py .build/debug/debrief --quick --seed "${SEED:-1}" \
      --log .build/torture.log >.build/torture.table 2>&1 || status=1
    if [ "$status" = 0 ]; then grep -aE 'skipped' .build/torture.table || true; else cat .build/torture.table; fi
  fi
  echo "$count" | sed -E 's/Test run with ([0-9]+) tests?.*passed.*/\1 passed, 0 failed/'
  exit "$status"
fi

# The lines of a test that passed, and the rest of an argument that has several lines, tell nothing.
LC_ALL=C awk '
  /^(◇|✔)/ { quiet = 1; next }
  /^(✘|↳|±|→|~)/ { quiet = 0 }
  !quiet || tolower($0) ~ /error|fatal|crash|signal|trap|abort|precondition|warning/
' .build/test.log
if [ -z "$count" ]; then
  echo "The tests ended early. The last lines of .build/test.log:"
  tail -n 60 .build/test.log
  count="0 passed, and it is not known how many failed"
fi
echo "$count"
[ "$status" != 0 ] || status=1
exit "$status"
