#!/bin/sh
# Makes a Debian package of what `make install` puts into a folder. It needs no network and no root.
# usage: deb.sh STAGE OUT-FOLDER
# DEBFULLNAME and DEBEMAIL say who makes it; without them it's who git says you are, or your account.
# SOURCE_DATE_EPOCH is its date; without it, that of the last commit, or of CHANGELOG.md.
set -eu
LC_ALL=C
export LC_ALL
umask 022
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
stage=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)

for tool in dpkg-deb dpkg-shlibdeps gzip; do
  command -v "$tool" >/dev/null || {
    echo "$tool is missing: install the Debian package dpkg-dev." >&2
    exit 1
  }
done

upstream=$("$stage/usr/bin/debrief" --version)
version=$upstream-1
architecture=$(dpkg --print-architecture)
git() { command git -C "$root" "$@" 2>/dev/null || true; }
name=${DEBFULLNAME:-$(git config user.name)}
email=${DEBEMAIL:-$(git config user.email)}
who="${name:-$(id -un)} <${email:-$(id -un)@$(hostname -f 2>/dev/null || hostname)}>"
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(stat -c %Y "$root/CHANGELOG.md")}
export SOURCE_DATE_EPOCH

doc=$stage/usr/share/doc/debrief
install -D -m 644 "$here/debian/copyright" "$doc/copyright"
# The license is among those that Debian has in one place.
rm -f "$doc/LICENSE"
gzip -9n <"$root/CHANGELOG.md" >"$doc/changelog.gz"
gzip -9n >"$doc/changelog.Debian.gz" <<END
debrief ($version) unstable; urgency=medium

  * Package made from the sources by make deb.

 -- $who  $(date -u -R -d "@$SOURCE_DATE_EPOCH")
END
find "$stage/usr/share/man" -type f ! -name '*.gz' -exec gzip -9n {} +
install -D -m 644 "$here/debian/lintian-overrides" "$stage/usr/share/lintian/overrides/debrief"
strip --strip-unneeded --remove-section=.comment --remove-section=.note "$stage/usr/bin/debrief"

# What the program links with, in the versions that have what it uses.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/debian"
printf 'Source: debrief\n\nPackage: debrief\nArchitecture: any\n' >"$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O "$stage/usr/bin/debrief" 2>"$work/log") || {
  cat "$work/log" >&2
  exit 1
}
# No symbol tells which SQLite has the kind of tables that are used; this one is tested.
depends=$(echo "${depends#shlibs:Depends=}" | sed 's/libsqlite3-0[^,]*/libsqlite3-0 (>= 3.40)/')

mkdir -p "$stage/DEBIAN"
(cd "$stage" && find usr -type f | sort | xargs md5sum) >"$stage/DEBIAN/md5sums"
{
  sed -n '/^Package:/p' "$here/debian/control"
  echo "Version: $version"
  echo "Architecture: $architecture"
  echo "Maintainer: $who"
  echo "Installed-Size: $(du -k -s --apparent-size "$stage/usr" | cut -f 1)"
  echo "Depends: $depends"
  sed '/^Package:/d' "$here/debian/control"
} >"$stage/DEBIAN/control"
echo "Packing, which takes up to a minute"
dpkg-deb --root-owner-group --build "$stage" "$out/debrief_${version}_$architecture.deb" >/dev/null
echo "Made ${out#"$root"/}/debrief_${version}_$architecture.deb"
