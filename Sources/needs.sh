#!/bin/sh
# Looks, before anything is compiled, whether there is what a build needs, and says in one sentence how
# to get what is not there. Debian's packages are installed, as root or through sudo.
# usage: needs.sh SCRATCH-FOLDER PACKAGE...
# Without packages, only Swift is looked for.
# PACKAGES=skip: this is no Debian, and the user has installed what those packages hold.
set -eu
cd "$(dirname "$0")/.."
scratch=$1
shift

say() {
  echo "$*" >&2
  exit 1
}
number() { swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+)\.([0-9]+).*/\1 \2/p' | head -n 1; }

if [ -n "${SUDO_USER:-}" ] && [ "$(id -u)" = 0 ] && [ "$(stat -c %u .)" != 0 ]; then
  say "Run make without sudo. It asks for sudo itself when it has to, and what it builds stays yours."
fi

get="get it at https://www.swift.org/install/linux/ and put its usr/bin folder in your PATH."
command -v swift >/dev/null || say "Swift is missing. You need 6.2 or later: $get"
found=$(number)
# Libraries of the toolchain itself; without some of them it cannot even tell its number.
toolchain=""
folder=$(dirname "$(readlink -f "$(command -v swift)")")
if [ -z "$found" ] || ldd "$folder/swift-build" "$folder/swift-frontend" "$folder/clang" 2>/dev/null |
  grep -q 'not found'; then
  toolchain="libcurl4 libncurses6 libsqlite3-0 libstdc++6 libxml2 zlib1g"
fi
old() { [ "$1" -lt 6 ] || { [ "$1" -eq 6 ] && [ "$2" -lt 2 ]; }; }
# shellcheck disable=SC2086
check() { ! old $found || say "This is Swift $(echo "$found" | tr ' ' .). You need 6.2 or later: $get"; }
[ -z "$found" ] || check

if [ "${PACKAGES:-}" != skip ]; then
  command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || say \
    "This is not a Debian system: install what Debian's packages $* hold, and run make again with PACKAGES=skip."
  missing=""
  for package in "$@" $toolchain; do
    # What links C++ belongs to the compiler that this Debian was made with.
    if [ "$package" = libstdc++-dev ]; then
      newest=$(dpkg-query -W -f '${Package}\n' 'gcc-*-base' 2>/dev/null | grep -oE '[0-9]+' | sort -n | tail -n 1)
      package=libstdc++-${newest:-12}-dev
    fi
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
      missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    command="apt-get install --no-install-recommends$missing"
    root=""
    if [ "$(id -u)" != 0 ]; then
      command -v sudo >/dev/null ||
        say "Some Debian packages are missing, and there's no sudo to install them. As root, run $command"
      echo "Installing from Debian with sudo:$missing"
      sudo true || say "Some Debian packages are missing, and sudo didn't work. As root, run $command"
      root=sudo
    else
      echo "Installing from Debian:$missing"
    fi
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    # shellcheck disable=SC2086
    if ! { $root apt-get update -qq -o Acquire::Retries=1 && $root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 \
      $missing; } >"$log" 2>&1; then
      # That there's no network is said below, once.
      grep '^E:' "$log" | grep -vE '^E: (Failed to|Unable to) fetch' | head -n 3 >&2 || true
      say "The Debian packages couldn't be installed. Check the network, or run this as root: apt-get update && $command"
    fi
  fi
fi

if [ -n "$toolchain" ]; then
  found=$(number)
  if [ -z "$found" ]; then
    lost=$(ldd "$folder/swift-build" "$folder/swift-frontend" "$folder/clang" 2>/dev/null |
      sed -nE 's/^[[:space:]]*([^ ]+) => not found.*/\1/p' | sort -u | tr '\n' ' ')
    [ -z "$lost" ] || say \
      "Swift doesn't start because these libraries are missing: ${lost% }. Install what Debian's packages $toolchain hold, then run make again."
    say "Swift doesn't start here (see swift --version). You need 6.2 or later: $get"
  fi
  check
fi

[ $# -gt 0 ] || exit 0

# Where nobody knows the packages, the compiler is asked for what it takes from them: in a second, not after
# minutes of compiling.
try() {
  how=-fsyntax-only
  # Without the compiler's own parts, nothing links.
  case $lacking in *libstdc++-dev*) ;; *) how=${3:-$how} ;; esac
  printf '%s\nint main(void) { return 0; }\n' "$2" |
    "$folder/clang" -x c - -o "$made" "$how" >/dev/null 2>&1 || lacking="$lacking $1"
}
if [ "${PACKAGES:-}" = skip ] && [ "$(cat "$scratch/asked" 2>/dev/null)" != "$*" ]; then
  lacking=""
  made=$(mktemp)
  trap 'rm -f "$made"' EXIT
  try libc6-dev "#include <stdio.h>"
  # In the order in which one needs the other.
  for package in binutils libstdc++-dev "$@"; do
    case " $* " in *" $package "*) ;; *) continue ;; esac
    case " $lacking " in *" $package "*) continue ;; esac
    case $package in
    libstdc++-dev) try "$package" "" -lstdc++ ;;
    libncurses-dev) try "$package" "#include <curses.h>" -lncursesw ;;
    libsqlite3-dev) try "$package" "#include <sqlite3.h>" -lsqlite3 ;;
    libical-dev) try "$package" "#include <libical/ical.h>" ;;
    libvterm-dev) try "$package" "#include <vterm.h>" -lvterm ;;
    binutils) command -v strip >/dev/null || lacking="$lacking $package" ;;
    git | tmux | mutt | strace | python3 | mandoc | zsh | fish)
      command -v "$package" >/dev/null || lacking="$lacking $package"
      ;;
    esac
  done
  [ -z "$lacking" ] || say \
    "Something to build with is missing: install what these packages of Debian's hold, and run make again with PACKAGES=skip:$lacking"
  mkdir -p "$scratch"
  echo "$*" >"$scratch/asked"
fi

stamp=$scratch/fetched
if [ ! -e "$stamp" ] || [ Package.swift -nt "$stamp" ]; then
  fetched=$(mktemp)
  trap 'rm -f "${log:-}" "${made:-}" "$fetched"' EXIT
  if ! swift package --scratch-path "$scratch" resolve >"$fetched" 2>&1; then
    grep -E '^ *(error|fatal)' "$fetched" | grep -vE 'Git command|fatalError' | head -n 3 >&2 || true
    say "The Swift packages that debrief is built with couldn't be downloaded. Check that this computer can reach https://github.com, then run make again."
  fi
  touch "$stamp"
fi
