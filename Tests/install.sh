#!/bin/sh
# Installs into a folder and uninstalls from it again: every file comes, and every file goes; what was
# there before stays. It's a copy of the tree, with a small program in place of the one that takes minutes
# to build.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/tree/.build-release/release" "$work/tree/Sources"
cp -R Makefile LICENSE Package.swift Resources "$work/tree"
cp /bin/true "$work/tree/.build-release/release/debrief"
touch "$work/tree/.build-release/built"
# What isn't in the program doesn't make it out of date.
touch -d '1 hour' "$work/tree/Resources/man/debrief.1" "$work/tree/Resources/linux/debrief.svg"
fail() {
  echo "make install: $*" >&2
  exit 1
}
run() { (umask 077 && PATH=/usr/bin:/bin make -s --no-print-directory -C "$work/tree" "$@" "DESTDIR=$work/to" PREFIX=/usr >/dev/null); }
list() { (cd "$work/to" && find . -type f | sort); }

mkdir -p "$work/to/usr/bin" "$work/to/usr/share/doc/other"
touch "$work/to/usr/bin/other" "$work/to/usr/share/doc/other/copyright"
list >"$work/before"
(cd "$work/tree" && find . | sort) >"$work/tree-before"
run install
list | grep -vxFf "$work/before" >"$work/added" || true
cat >"$work/expected" <<'END'
./usr/bin/debrief
./usr/share/applications/debrief.desktop
./usr/share/bash-completion/completions/debrief
./usr/share/doc/debrief/LICENSE
./usr/share/doc/debrief/content.md
./usr/share/fish/vendor_completions.d/debrief.fish
./usr/share/icons/hicolor/scalable/apps/debrief.svg
./usr/share/man/man1/debrief.1
./usr/share/man/man5/debrief-config.5
./usr/share/man/man5/debrief-data.5
./usr/share/metainfo/local.debrief.debrief.metainfo.xml
./usr/share/zsh/site-functions/_debrief
END
diff "$work/expected" "$work/added" >&2 || fail "these files are other than expected"
while read -r file; do
  case $(stat -c %a "$work/to/$file"):$file in 755:./usr/bin/*) ;; 644:./usr/share/*) ;; *) fail "the mode of $file" ;; esac
done <"$work/added"
[ -z "$(find "$work/to" -type d -newer "$work/before" ! -perm -005 -print)" ] || fail "a folder that others can't read"
run uninstall
list | diff "$work/before" - >&2 || fail "uninstall leaves these files, or takes too many"
[ ! -e "$work/to/usr/share/doc/debrief" ] || fail "uninstall leaves its own folder"
(cd "$work/tree" && find . | sort) | diff "$work/tree-before" - >&2 || fail "it changed the sources"

! (PATH=/usr/bin:/bin && command -v swift >/dev/null) || exit 0
# What is in the program does; without Swift, that's said and nothing else is done.
touch -d '1 hour' "$work/tree/Resources/config.toml"
if said=$(PATH=/usr/bin:/bin make -s -C "$work/tree" install "DESTDIR=$work/to" 2>&1); then
  fail "installs what is out of date"
fi
case $said in *"Run make build first"*) ;; *) fail "says: $said" ;; esac
list | diff "$work/before" - >&2 || fail "installs what is out of date"
