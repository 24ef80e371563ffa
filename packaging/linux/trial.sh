#!/bin/sh
# Try the Linux packages in a clean root:  sh packaging/linux/trial.sh [FOLDER]
# Makes a Debian of its own (debootstrap), installs the .deb with nothing but what it depends on,
# plays the main job, traces it for network sockets, opens the window and takes a picture, measures
# the start, removes the package and opens the vault with the portable archive. Needs root.
set -eu
. "$(dirname "$0")/../package.sh"

need_packages "to try the packages," debootstrap strace xvfb imagemagick xdotool x11-utils ||
    { say "NOT RUN"; exit 1; }
[ "$(id -u)" -eq 0 ] || { say "NOT RUN: a clean root needs root"; exit 1; }
version=$(version_of "$root")
deb=$root/dist/tcdesk_${version}_amd64.deb
tar=$root/dist/tcdesk-$version-linux.tar.xz
out=${1:-$root/dist/trial-linux}
clean=$root/build/linux/clean
mkdir -p "$out"

done_() { printf '✓ %s\n' "$*"; }
fail() { printf '✗ %s\n' "$*"; exit 1; }
inside() { chroot "$clean" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/person LC_ALL=C.UTF-8 \
    DISPLAY="${DISPLAY:-}" "$@"; }

needs=$(dpkg-deb -f "$deb" Depends | tr -d '\n' | sed 's/([^)]*)//g; s/[a-z0-9.-]*t64 *| *//g; s/ *, */,/g; s/ //g')
if [ ! -f "$clean/made" ]; then
    say "making a clean Debian; this needs the network once"
    rm -rf "$clean"
    debootstrap --variant=minbase "--include=$needs,strace" bookworm "$clean" >&2
    mkdir -p "$clean/home/person"
    touch "$clean/made"
fi
mountpoint -q "$clean/proc" || mount -t proc proc "$clean/proc"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3> "$out/screen" > /dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb 2> /dev/null; umount "$clean/proc" "$clean/tmp/.X11-unix" 2> /dev/null || true' EXIT
until [ -s "$out/screen" ]; do sleep 0.2; done
DISPLAY=:$(cat "$out/screen")
export DISPLAY
rm "$out/screen"
mkdir -p "$clean/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$clean/tmp/.X11-unix"

cp "$deb" "$clean/tcdesk.deb"
inside dpkg --install /tcdesk.deb >&2 || fail "dpkg refused the package"
done_ "installed with nothing but its dependencies: $(du -sm "$clean/opt/tcdesk" | cut -f 1) MB"
for file in usr/share/applications/tcdesk.desktop usr/share/mime/packages/tcdesk.xml \
    usr/share/man/man1/tcdesk.1.gz usr/share/icons/hicolor/scalable/apps/tcdesk.svg; do
    [ -f "$clean/$file" ] || fail "$file is missing"
done
[ "$(inside tcdesk --version)" = "tcdesk $version" ] || fail "it does not say its version"
inside tcdesk self-test | sed 's/^/    /'
done_ "its own test passed"
find "$clean/opt/tcdesk" -name '*Qt6Network*' -type f -size +32k | grep . && fail "QtNetwork is shipped"

rm -rf "$clean/home/person/world"
inside strace -f -qq -e trace=socket -o /home/person/sockets tcdesk demo --headless \
    --dir /home/person/world --participants 6 --months 1 2> /dev/null || fail "the main job"
grep -E 'AF_INET' "$clean/home/person/sockets" && fail "a network socket was opened"
done_ "played the main job: no AF_INET socket, $(find "$clean/home/person/world/documents" -type f | wc -l) papers and tables"

inside strace -f -qq -e trace=socket -o /home/person/sockets-window \
    tcdesk --training --vault /home/person/world/dob > /dev/null 2>&1 &
tries=0
until xwininfo -root -tree | grep -q '"tcdesk'; do
    tries=$((tries + 1))
    [ $tries -lt 60 ] || fail "no window"
    sleep 1
done
sleep 5
import -window root "$out/log-in.png"
xdotool mousemove 315 457 click 1
sleep 1
xdotool key Return
sleep 15
import -window root "$out/unlocked.png"
kill -TERM "$(pgrep -f '^/opt/tcdesk/tcdesk --training|^tcdesk --training' | tail -n 1)" 2> /dev/null || true
sleep 2
grep -E 'AF_INET' "$clean/home/person/sockets-window" && fail "the window opened a network socket"
done_ "the window opened and was unlocked: log-in.png, unlocked.png; no AF_INET socket"

before=$(cd "$clean/home/person/world" && find dob -name 'vault.json' -exec sha256sum {} +)
inside dpkg --remove tcdesk >&2
[ ! -e "$clean/opt/tcdesk" ] || fail "something of the program is left"
[ "$before" = "$(cd "$clean/home/person/world" && find dob -name 'vault.json' -exec sha256sum {} +)" ] ||
    fail "the vault was touched"
done_ "removed; the vault is where it was"

rm -rf "$clean/home/person/portable"
mkdir "$clean/home/person/portable"
tar -xf "$tar" -C "$clean/home/person/portable"
passphrase=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["vaults"][0]["accounts"][0]["passphrase"])' \
    "$clean/home/person/world/demo.json")
printf '%s\n' "$passphrase" | inside /home/person/portable/tcdesk/tcdesk vault check \
    /home/person/world/dob --passphrase-stdin | sed 's/^/    /'
done_ "the portable program opened the vault; it is whole"
printf 'Everything passed.\n'
