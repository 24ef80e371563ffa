#!/bin/sh
# Build the Linux packages:  sh packaging/linux/build.sh
#   dist/tcdesk-VERSION-linux.tar.xz    portable: unpack anywhere and start tcdesk/tcdesk
#   dist/tcdesk_VERSION_amd64.deb       /opt/tcdesk, menu entry, file types, manual page
# From the locked requirements, on Debian 12; runs on it and on anything newer.
set -eu
. "$(dirname "$0")/../package.sh"

# binutils and a compiler: PyInstaller reads libraries, and one stand-in is compiled (no_network.py).
# shellcheck disable=SC2086  # one word a package
need_packages "to build," $window_packages binutils gcc libc6-dev python3 python3-venv libpython3.11 \
    dpkg-dev xz-utils || exit 1
venv=$root/build/linux/venv
set_up requirements-package.lock
freeze "$venv/bin/python" linux

folder=$root/build/linux/dist/tcdesk
version=$(version_of "$root")
printf 'linux\n' > "$folder/_internal/package"
settle "$folder"

mkdir -p "$root/dist"
tar=$root/dist/tcdesk-$version-linux.tar.xz
say "packing $(basename "$tar")"
pack "$(dirname "$folder")" tcdesk | xz -3 -T2 > "$tar"

say "packing the .deb"
deb=$root/build/linux/deb
rm -rf "$deb"
mkdir -p "$deb/opt" "$deb/usr/bin" "$deb/usr/share/applications" "$deb/usr/share/mime/packages" \
    "$deb/usr/share/icons/hicolor/scalable/apps" "$deb/usr/share/icons/hicolor/256x256/apps" \
    "$deb/usr/share/man/man1" "$deb/usr/share/doc/tcdesk" "$deb/DEBIAN"
cp -a "$folder" "$deb/opt/tcdesk"
printf 'linux-deb\n' > "$deb/opt/tcdesk/_internal/package"
ln -s /opt/tcdesk/tcdesk "$deb/usr/bin/tcdesk"
cp "$root/packaging/linux/tcdesk.desktop" "$deb/usr/share/applications/"
cp "$root/packaging/linux/tcdesk.xml" "$deb/usr/share/mime/packages/"
cp "$root/resources/icon/tcdesk.svg" "$deb/usr/share/icons/hicolor/scalable/apps/"
cp "$root/resources/icon/tcdesk.png" "$deb/usr/share/icons/hicolor/256x256/apps/"
gzip -9n < "$root/packaging/linux/tcdesk.1" > "$deb/usr/share/man/man1/tcdesk.1.gz"
gzip -9n < "$root/packaging/CHANGELOG.md" > "$deb/usr/share/doc/tcdesk/changelog.gz"
cp "$folder/_internal/LICENCES.txt" "$deb/usr/share/doc/tcdesk/copyright"
cat > "$deb/DEBIAN/control" << CONTROL
Package: tcdesk
Version: $version
Architecture: amd64
Maintainer: tcdesk <tcdesk@localhost>
Installed-Size: $(du -sk --exclude DEBIAN "$deb" | cut -f 1)
Depends: libc6 (>= 2.36), libstdc++6, libgcc-s1, liblzma5, libexpat1, libfontconfig1, libfreetype6,
 libglib2.0-0t64 | libglib2.0-0, libdbus-1-3, libegl1, libgl1, libx11-6, libx11-xcb1, libxcb1,
 libcups2t64 | libcups2
Recommends: pkexec | policykit-1
Section: misc
Priority: optional
Description: offline desk of programmes in prisons
 Keeps participants' files, session notes and schedules in one encrypted file,
 prints sheets, and exchanges signed and encrypted bundles on a stick.
 Opens no network connection.
CONTROL
cp "$root/packaging/linux/preinst" "$deb/DEBIAN/"
settle "$deb"
SOURCE_DATE_EPOCH=$epoch dpkg-deb --root-owner-group -Zxz -z3 --build "$deb" \
    "$root/dist/tcdesk_${version}_amd64.deb" > /dev/null
ls -l "$root/dist" | awk 'NR > 1 { printf "%10d  %s\n", $5, $9 }'
