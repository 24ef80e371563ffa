#!/bin/sh
# Try the Windows installer under Wine:  sh packaging/windows/trial.sh [PREVIOUS]
# Installs silently, plays the main job, opens the window, updates an earlier version from a stick
# with a vault in place, refuses what must be refused, goes back and restores the vault, uninstalls,
# and opens the vault once more. Pictures and logs are left in dist/trial-windows.
# PREVIOUS is the folder with an earlier version's installer; without it this version is taken under
# a lower number. What only a real PC can show is in CHECKLIST.md.
set -eu
. "$(dirname "$0")/../package.sh"
. "$root/packaging/trial.sh"
. "$root/packaging/windows/wine.sh"

need_packages "to try the installer," wine64 wine gcc-mingw-w64-x86-64 nsis xvfb x11-utils x11-apps \
    imagemagick || { say "NOT RUN"; exit 1; }
version=$(version_of "$root")
setup=$root/dist/tcdesk-$version-setup.exe
[ -f "$setup" ] || { say "NOT RUN: build first, there is no $setup"; exit 1; }
out=$root/dist/trial-windows
work=$root/build/windows/trial
rm -rf "$out" "$work"
mkdir -p "$out" "$work"

wine_start "$work/wine"
unix_path() {
    /usr/lib/wine/wine64 winepath.exe -u "$1" 2> /dev/null < /dev/null | tr -d '\r' | cat
}

programs=$(unix_path "$(ask_windows cmd.exe /c "echo %LOCALAPPDATA%")" | sed "s,/dosdevices/c:/,/drive_c/,")
home=$programs/Programs/tcdesk
world=$WINEPREFIX/drive_c/world
cp "$WINEPREFIX/drive_c/standins/mscms.dll" "$system32/mscms.dll" 2> /dev/null || true

# As many seconds as a slow computer needs: wait_for SECONDS WHAT COMMAND…
wait_for() {
    tries=0 seconds=$1 what=$2
    shift 2
    until "$@"; do
        tries=$((tries + 1))
        [ $tries -lt "$seconds" ] || fail "$what"
        sleep 1
    done
}
has_window() { xwininfo -root -tree 2> /dev/null | grep -q '"tcdesk'; }
is_version() { [ "$(ask_windows "$home/tcdesk-cli.exe" --version)" = "tcdesk $1" ]; }
is_there() { [ -f "$home/tcdesk.exe" ] && [ ! -d "$home/leaving" ] && [ ! -d "$home/new" ]; }
is_gone() { [ ! -f "$home/tcdesk.exe" ] && [ ! -d "$home/_internal" ]; }

look() {
    wait_for 120 "no window: $1" has_window
    sleep 12
    import -window root "$out/$1.png"
    done_ "the window opened: $1.png"
}
close_windows() {
    on_windows taskkill.exe /F /IM tcdesk.exe > /dev/null 2>&1 || true
    sleep 2
}
open_window() {
    { echo | /usr/lib/wine/wine64 "$home/tcdesk.exe" --training '--vault=C:\world\dob' 2>&1 | cat > /dev/null; } &
}
# unlocked ARGUMENT…: the command line with the passphrase; its output is ours, its code in $code.
unlocked() {
    rc=$(mktemp)
    { printf '%s\n' "$passphrase" | /usr/lib/wine/wine64 "$home/tcdesk-cli.exe" "$@" \
        --passphrase-stdin 2>&1 || echo $? > "$rc"; } | cat
    code=$(cat "$rc")
    rm "$rc"
}
installs() { on_windows "$@" || fail "$1 ended with $?"; }

installs "$setup" /S
[ -f "$home/tcdesk.exe" ] || fail "nothing was installed in $home"
done_ "installed silently, for this person only: $(du -sm "$home" | cut -f 1) MB; the installer: $(($(stat -c %s "$setup") / 1000000)) MB"
find "$home" -iname '*Qt6Network*' -size +16k | grep . && fail "QtNetwork is shipped"
find "$home" -iname 'icuuc.dll' -o -iname 'bcryptprimitives.dll' -o -iname 'mscms.dll' | grep . &&
    fail "a stand-in is shipped"
done_ "no network library and no stand-in inside"
is_version "$version" || fail "it does not say its version"
on_windows "$home/tcdesk-cli.exe" self-test || fail "its own test"
done_ "says its version; its own test passed"

play() {
    rm -rf "$world"
    on_windows "$home/tcdesk-cli.exe" demo --headless --dir 'C:\world' --participants 6 --months 1 ||
        fail "the main job"
    [ -f "$world/demo.json" ] || fail "the main job left nothing"
    passphrase=$(passphrase_of "$world")
}
play
done_ "played the main job: $(find "$world/documents" -type f | wc -l) papers and tables"
open_window
look installed
close_windows
installs "$home/uninstall.exe" /S
wait_for 60 "the program is still there" is_gone

# Updates: an earlier installer, or this version under a lower number.
earlier=0.0.9
if [ -n "${1:-}" ]; then
    old=$(ls "$1"/tcdesk-*-setup.exe)
    earlier=$(basename "$old" | sed 's/tcdesk-\(.*\)-setup.exe/\1/')
else
    say "making an installer of $earlier"
    unzip -q "$root/dist/tcdesk-$version-windows.zip" -d "$work/earlier"
    renumber "$work/earlier/tcdesk" "$earlier"
    old=$work/tcdesk-$earlier-setup.exe
    makensis -V2 -NOCD -X"SetCompressor /FINAL zlib" "-DVERSION=$earlier" \
        "-DFOLDER=$work/earlier/tcdesk" "-DROOT=$root" "-DOUT=$old" "$root/packaging/windows/tcdesk.nsi" >&2
fi
installs "$old" /S
is_version "$earlier" || fail "not $earlier"
make_sticks "$WINEPREFIX/drive_c/sticks" "$setup" "$version"
cp "$WINEPREFIX/drive_c/sticks/key.pub" "$home/_internal/resources/release/tcdesk.pub"
play
before=$(cd "$world/dob" && sha256sum vault.json)
unlocked vault check 'C:\world\dob' > "$out/check-before.txt"
[ "${code:-0}" = 0 ] || fail "the vault before"

for stick in forged older cut spoilt; do
    unlocked update install --vault 'C:\world\dob' "C:\\sticks\\$stick" > "$work/told"
    [ "${code:-0}" = 3 ] || { cat "$work/told"; fail "$stick was not refused"; }
    printf '    %s: %s\n' "$stick" "$(head -n 1 "$work/told")"
done
is_version "$earlier" || fail "something was installed"
done_ "four packages refused in words, nothing changed"

# What these two start holds their pipe, so that they are not waited for.
unlocked update install --vault 'C:\world\dob' 'C:\sticks\good' > "$work/told" &
wait_for 240 "the program does not become $version" is_version "$version"
wait_for 60 "the new version is not settled" is_there
look updated
close_windows
sed 's/^/    /' "$work/told"
[ -f "$home/previous/tcdesk.exe" ] || fail "the update kept no previous version"
[ "$before" = "$(cd "$world/dob" && sha256sum vault.json)" ] || fail "the update touched the vault"
unlocked vault check 'C:\world\dob' > "$out/check-updated.txt"
[ "${code:-0}" = 0 ] || { cat "$out/check-updated.txt"; fail "the vault after the update"; }
sed 's/^/    /' "$out/check-updated.txt"
unlocked update last --vault 'C:\world\dob' | sed 's/^/    /'
done_ "updated from $earlier to $version; the vault opens and is whole"

open_window
wait_for 120 "no window" has_window
on_windows "$setup" /S && fail "a program that is open was replaced"
is_version "$version" || fail "a program that is open was damaged"
is_there || fail "something was left behind"
done_ "nothing takes the place of a program that is open"
close_windows

unlocked update back --vault 'C:\world\dob' > "$work/told" &
wait_for 120 "the previous version did not come back" is_version "$earlier"
wait_for 60 "the previous version is not settled" is_there
look back
close_windows
sed 's/^/    /' "$work/told"
unlocked vault check 'C:\world\dob' > "$work/told"
if [ "${code:-0}" != 0 ]; then
    sed 's/^/    /' "$work/told"
    unlocked vault restore 'C:\world\dob' > "$work/copies"
    sed 's/^/    /' "$work/copies"
    copy=$(awk '/pred posodobitvijo/ && !/✗/ { print $1; exit }' "$work/copies")
    unlocked vault restore 'C:\world\dob' "$copy" | sed 's/^/    /'
    done_ "the vault was newer; the backup from before the update is restored"
fi
unlocked vault check 'C:\world\dob' > "$out/check-back.txt"
[ "${code:-0}" = 0 ] || { cat "$out/check-back.txt"; fail "the vault of before"; }
diff "$out/check-before.txt" "$out/check-back.txt" | sed 's/^/    /' || true
done_ "back in $earlier; the vault opens and is whole"

# A power cut while the two versions change places: whatever was set aside holds.
mkdir "$home/leaving"
mv "$home/_internal" "$home/tcdesk.exe" "$home/leaving/"
mv "$home/previous/_internal" "$home/"
installs "$setup" /S
is_version "$version" || fail "the installer does not mend what a power cut left"
is_there && [ -f "$home/previous/tcdesk.exe" ] || fail "the mended installation is not whole"
done_ "the installer mends an exchange that was cut off"

touch "$home/of-the-person.txt"
mkdir -p "$programs/tcdesk/vault" && echo kept > "$programs/tcdesk/vault/kept"
cp -r "$home" "$work/copy"
installs "$home/uninstall.exe" /S
wait_for 60 "the program is still there" is_gone
[ -f "$home/of-the-person.txt" ] || fail "somebody's file was removed"
[ -f "$programs/tcdesk/vault/kept" ] && [ -f "$world/dob/vault.json" ] || fail "a vault was touched"
done_ "uninstalled; vaults and other people's files are where they were"

home=$work/copy
unlocked vault check 'C:\world\dob' > "$out/check-after.txt"
[ "${code:-0}" = 0 ] || { cat "$out/check-after.txt"; fail "the vault does not open any more"; }
done_ "the vault opens and is whole"
printf 'Everything passed.\n'
