#!/bin/sh
# Try the Linux packages in a clean root:  sh packaging/linux/trial.sh [PREVIOUS]
# Makes a Debian of its own (debootstrap), installs the .deb with nothing but what it depends on,
# plays the main job, traces it for network sockets, opens the window and takes a picture, removes
# the package; then updates an earlier version from a stick, as a .deb and as a folder, with a vault
# in place, refuses what must be refused, goes back and restores the vault.
# PREVIOUS is the folder with an earlier version's packages; without it this version is taken under
# a lower number. Pictures and logs are left in dist/trial-linux. Needs root.
set -eu
. "$(dirname "$0")/../package.sh"
. "$root/packaging/trial.sh"

need_packages "to try the packages," debootstrap strace xvfb imagemagick xdotool x11-utils xz-utils ||
    { say "NOT RUN"; exit 1; }
[ "$(id -u)" -eq 0 ] || { say "NOT RUN: a clean root needs root"; exit 1; }
version=$(version_of "$root")
deb=$root/dist/tcdesk_${version}_amd64.deb
tar=$root/dist/tcdesk-$version-linux.tar.xz
for package in "$deb" "$tar"; do
    [ -f "$package" ] || { say "NOT RUN: build first, there is no $package"; exit 1; }
done
out=$root/dist/trial-linux
work=$root/build/linux/trial
clean=$root/build/linux/clean
rm -rf "$out" "$work"
mkdir -p "$out" "$work"

inside() { chroot "$clean" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/person LC_ALL=C.UTF-8 \
    DISPLAY="${DISPLAY:-}" "$@"; }

# ours PROGRAM: the processes inside that run it.
ours() {
    for one in /proc/[0-9]*; do
        [ "$(readlink "$one/exe" 2> /dev/null)" = "$clean$1" ] && basename "$one"
    done
    return 0
}

# finish PROGRAM: ends them, and waits until they are gone.
finish() {
    for one in $(ours "$1"); do kill -TERM "$one" 2> /dev/null || true; done
    tries=0
    while [ -n "$(ours "$1")" ]; do
        tries=$((tries + 1))
        [ $tries -lt 100 ] || fail "$1 does not end"
        sleep 0.2
    done
}

window() {
    tries=0
    until xwininfo -root -tree | grep -q '"tcdesk'; do
        tries=$((tries + 1))
        [ $tries -lt 120 ] || fail "no window: $1"
        sleep 0.5
    done
    sleep 4
    import -window root "$out/$1.png"
}

needs=$(dpkg-deb -f "$deb" Depends | tr -d '\n' | sed 's/([^)]*)//g; s/[a-z0-9.-]*t64 *| *//g; s/ *, */,/g; s/ //g')
if [ ! -f "$clean/made" ]; then
    say "making a clean Debian; this needs the network once"
    rm -rf "$clean"
    debootstrap --variant=minbase "--include=$needs,strace" bookworm "$clean" >&2
    touch "$clean/made"
fi
inside dpkg --purge tcdesk > /dev/null 2>&1 || true
rm -rf "$clean/home/person"
mkdir -p "$clean/home/person" "$clean/tmp/.X11-unix"
mountpoint -q "$clean/proc" || mount -t proc proc "$clean/proc"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3> "$work/screen" > /dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb 2> /dev/null; umount "$clean/proc" "$clean/tmp/.X11-unix" 2> /dev/null || true' EXIT
trap 'exit 130' INT TERM
until [ -s "$work/screen" ]; do sleep 0.2; done
DISPLAY=:$(cat "$work/screen")
export DISPLAY
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
find "$clean/opt/tcdesk" -name 'libreadline*' | grep . && fail "a library of the GPL is shipped"

world=$clean/home/person/world
inside strace -f -qq -e trace=socket -o /home/person/sockets tcdesk demo --headless \
    --dir /home/person/world --participants 6 --months 1 2> /dev/null || fail "the main job"
grep -E 'AF_INET' "$clean/home/person/sockets" && fail "a network socket was opened"
done_ "played the main job: no AF_INET socket, $(find "$world/documents" -type f | wc -l) papers and tables"

inside strace -f -qq -e trace=socket -o /home/person/sockets-window \
    tcdesk --training --vault /home/person/world/dob > /dev/null 2>&1 &
window log-in
xdotool mousemove 315 457 click 1
sleep 1
xdotool key Return
sleep 15
import -window root "$out/unlocked.png"
finish /opt/tcdesk/tcdesk
grep -E 'AF_INET' "$clean/home/person/sockets-window" && fail "the window opened a network socket"
done_ "the window opened and was unlocked: log-in.png, unlocked.png; no AF_INET socket"

before=$(cd "$world" && find dob -name 'vault.json' -exec sha256sum {} +)
inside dpkg --remove tcdesk >&2
[ ! -e "$clean/opt/tcdesk" ] || fail "something of the program is left"
[ "$before" = "$(cd "$world" && find dob -name 'vault.json' -exec sha256sum {} +)" ] ||
    fail "the vault was touched"
done_ "removed; the vault is where it was"

# Updates: earlier packages, or this version under a lower number.
earlier=0.0.9
mkdir -p "$work/earlier"
if [ -n "${1:-}" ]; then
    old_deb=$(ls "$1"/tcdesk_*_amd64.deb)
    earlier=$(dpkg-deb -f "$old_deb" Version)
    tar -xf "$1/tcdesk-$earlier-linux.tar.xz" -C "$work/earlier"
else
    tar -xf "$tar" -C "$work/earlier"
    renumber "$work/earlier/tcdesk" "$earlier"
    dpkg-deb --raw-extract "$deb" "$work/deb"
    renumber "$work/deb/opt/tcdesk" "$earlier"
    sed -i "s/^Version: .*/Version: $earlier/" "$work/deb/DEBIAN/control"
    old_deb=$work/earlier.deb
    dpkg-deb -Zgzip -z1 --build "$work/deb" "$old_deb" > /dev/null
    rm -rf "$work/deb"
fi

# trial_of NAME PROGRAM PAYLOAD: PROGRAM (inside) is the earlier version; PAYLOAD becomes the update.
trial_of() {
    name=$1 program=$2
    make_sticks "$work/sticks" "$3" "$version"
    rm -rf "$clean/media"
    cp -r "$work/sticks" "$clean/media"
    cp "$work/sticks/key.pub" "$clean$(dirname "$program")/_internal/resources/release/tcdesk.pub"
    [ "$(inside "$program" --version)" = "tcdesk $earlier" ] || fail "$name: not $earlier"
    rm -rf "$world" "$clean/home/person/.local"
    inside "$program" demo --headless --dir /home/person/world --participants 6 --months 1 \
        2> /dev/null || fail "$name: the main job of $earlier"
    passphrase=$(passphrase_of "$world")

    for stick in forged older cut spoilt; do
        unlocked "$program" update install --vault /home/person/world/dob "/media/$stick" \
            > "$work/told" 2>&1 && fail "$name: $stick was not refused"
        grep -q Traceback "$work/told" && { cat "$work/told"; fail "$name: $stick"; }
        printf '    %s: %s\n' "$stick" "$(head -n 1 "$work/told")"
    done
    [ "$(inside "$program" --version)" = "tcdesk $earlier" ] || fail "$name: something was installed"
    done_ "$name: four packages refused in words, nothing changed"

    unlocked "$program" vault check /home/person/world/dob > "$out/$name-before.txt"
    unlocked "$program" update install --vault /home/person/world/dob /media/good > "$work/told" 2>&1 ||
        { cat "$work/told"; fail "$name: the update"; }
    sed 's/^/    /' "$work/told"
    becomes "$program" "$version"
    window "$name-updated"
    finish "$program"
    done_ "$name: updated from $earlier to $version, opened again: $name-updated.png"
    unlocked "$program" vault check /home/person/world/dob > "$out/$name-after.txt" ||
        fail "$name: the vault after the update"
    sed 's/^/    /' "$out/$name-after.txt"
    unlocked "$program" update last --vault /home/person/world/dob | sed 's/^/    /'
    done_ "$name: the vault opens in $version and is whole"
}

unlocked() {
    printf '%s\n' "$passphrase" | inside "$@" --passphrase-stdin
}

becomes() {
    tries=0
    until [ "$(inside "$1" --version 2> /dev/null)" = "tcdesk $2" ]; do
        tries=$((tries + 1))
        [ $tries -lt 120 ] || fail "$1 does not become $2"
        sleep 0.5
    done
}

# vault_of_before NAME PROGRAM: the earlier version is back; a vault that was migrated is restored.
vault_of_before() {
    if ! unlocked "$2" vault check /home/person/world/dob > "$work/told" 2>&1; then
        sed 's/^/    /' "$work/told"
        inside "$2" vault restore /home/person/world/dob | sed 's/^/    /'
        copy=$(inside "$2" vault restore /home/person/world/dob |
            awk '/pred posodobitvijo/ && !/✗/ { print $1; exit }')
        unlocked "$2" vault restore /home/person/world/dob "$copy" | sed 's/^/    /'
        done_ "$1: the vault was newer; the backup from before the update is restored"
    fi
    unlocked "$2" vault check /home/person/world/dob > "$out/$1-back.txt" || fail "$1: the vault of before"
    diff "$out/$1-before.txt" "$out/$1-back.txt" | sed 's/^/    /' || true
    done_ "$1: back in $earlier, the vault opens and is whole"
}

cp "$old_deb" "$clean/earlier.deb"
inside dpkg --install /earlier.deb >&2
trial_of deb /opt/tcdesk/tcdesk "$deb"
cp "$deb" "$clean/tcdesk.deb"
inside tcdesk --training --vault /home/person/world/dob > /dev/null 2>&1 &
window deb-open
inside dpkg --install /tcdesk.deb > "$work/told" 2>&1 && fail "dpkg replaced a program that is open"
sed -n 's/^tcdesk: /    /p' "$work/told"
done_ "deb: dpkg replaces nothing while the program is open"
finish /opt/tcdesk/tcdesk
inside dpkg --install /earlier.deb > "$work/told" 2>&1 || fail "dpkg does not go back"
vault_of_before deb /opt/tcdesk/tcdesk
inside dpkg --purge tcdesk >&2

folder=/home/person/portable/tcdesk
mkdir -p "$clean$folder"
cp -r "$work/earlier/tcdesk/." "$clean$folder/"
trial_of folder $folder/tcdesk "$tar"
[ -x "$clean$folder.previous/tcdesk" ] || fail "folder: no previous version is kept"

inside $folder/tcdesk --training --vault /home/person/world/dob > /dev/null 2>&1 &
window folder-open
inside $folder.previous/tcdesk settle $folder > "$work/told" 2>&1 && fail "an open program was replaced"
sed 's/^/    /' "$work/told"
finish $folder/tcdesk
finish $folder.previous/tcdesk
becomes $folder/tcdesk "$version"
done_ "folder: nothing takes the place of a program that is open"

unlocked $folder/tcdesk update back --vault /home/person/world/dob > "$work/told" 2>&1 ||
    { cat "$work/told"; fail "folder: back"; }
sed 's/^/    /' "$work/told"
becomes $folder/tcdesk "$earlier"
window folder-back
finish $folder/tcdesk
vault_of_before folder $folder/tcdesk
printf 'Everything passed.\n'
