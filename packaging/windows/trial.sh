#!/bin/sh
# Try the Windows installer under Wine:  sh packaging/windows/trial.sh [SETUP [FOLDER]]
# Installs silently, plays the main job, opens the window, updates with a vault in place, goes back,
# uninstalls, and opens the vault once more. Pictures and the log are left in FOLDER (dist/trial).
# What only a real PC can show is in CHECKLIST.md.
set -eu
. "$(dirname "$0")/../package.sh"
. "$root/packaging/windows/wine.sh"

need_packages "to try the installer," wine64 wine gcc-mingw-w64-x86-64 xvfb x11-apps imagemagick \
    || { say "NOT RUN"; exit 1; }
version=$(version_of "$root")
setup=${1:-$root/dist/tcdesk-$version-setup.exe}
out=${2:-$root/dist/trial-windows}
rm -rf "$out" "$root/build/windows/trial"
mkdir -p "$out"

done_() { printf '✓ %s\n' "$*"; }
fail() { printf '✗ %s\n' "$*"; exit 1; }

wine_start "$root/build/windows/trial"
unix_path() {
    /usr/lib/wine/wine64 winepath.exe -u "$1" 2> /dev/null < /dev/null | tr -d '\r' | cat
}

programs=$(unix_path "$(ask_windows cmd.exe /c "echo %LOCALAPPDATA%")" | sed "s,/dosdevices/c:/,/drive_c/,")
home=$programs/Programs/tcdesk
cp "$WINEPREFIX/drive_c/standins/mscms.dll" "$system32/mscms.dll" 2> /dev/null || true

on_windows "$setup" /S || fail "the installer ended with $?"
[ -f "$home/tcdesk.exe" ] || fail "nothing was installed in $home"
done_ "installed silently, for this person only: $(du -sm "$home" | cut -f 1) MB"
find "$home" -iname '*Qt6Network*' -size +16k | grep . && fail "QtNetwork is shipped"
find "$home" -iname 'icuuc.dll' -o -iname 'bcryptprimitives.dll' -o -iname 'mscms.dll' | grep . &&
    fail "a stand-in is shipped"
done_ "no network library and no stand-in inside"

told=$(ask_windows "$home/tcdesk-cli.exe" --version)
[ "$told" = "tcdesk $version" ] || fail "it says: $told"
done_ "says its version: $told"
on_windows "$home/tcdesk-cli.exe" self-test || fail "its own test"
done_ "its own test passed"

world=$WINEPREFIX/drive_c/world
on_windows "$home/tcdesk-cli.exe" demo --headless --dir 'C:\world' --participants 6 --months 1 ||
    fail "the main job"
[ -f "$world/demo.json" ] || fail "the main job left nothing"
done_ "played the main job: $(find "$world/documents" -type f | wc -l) papers and tables"

look() {
    { echo | /usr/lib/wine/wine64 "$home/tcdesk.exe" --training '--vault=C:\world\dob' 2>&1 | cat > /dev/null; } &
    tries=0
    until xwininfo -root -tree 2> /dev/null | grep -q '"tcdesk'; do
        tries=$((tries + 1))
        [ $tries -lt 120 ] || fail "no window"
        sleep 1
    done
    sleep 12
    import -window root "$out/$1.png"
    done_ "the window opened: $1.png"
    on_windows taskkill.exe /F /IM tcdesk.exe || true
    sleep 2
}
look installed

check_vault() {
    printf '%s\n' "$passphrase" | /usr/lib/wine/wine64 "$home/tcdesk-cli.exe" vault check 'C:\world\dob' \
        --passphrase-stdin 2>&1 | cat
}
passphrase=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["vaults"][0]["accounts"][0]["passphrase"])' \
    "$world/demo.json")
before=$(cd "$world/dob" && sha256sum vault.json)
check_vault > "$out/check.txt"
grep -q Traceback "$out/check.txt" && fail "the check of the vault"
sed 's/^/    /' "$out/check.txt"

on_windows "$setup" /S || fail "the update ended with $?"
[ -f "$home/previous/tcdesk.exe" ] || fail "the update kept no previous version"
[ "$before" = "$(cd "$world/dob" && sha256sum vault.json)" ] || fail "the update touched the vault"
check_vault > "$out/check-updated.txt"
diff "$out/check.txt" "$out/check-updated.txt" || fail "the vault is not as it was"
done_ "updated over itself; the version before is kept, the vault is as it was"

on_windows "$home/uninstall.exe" /S /BACK
tries=0
until [ -f "$home/tcdesk.exe" ] && [ ! -d "$home/leaving" ]; do
    tries=$((tries + 1))
    [ $tries -lt 60 ] || fail "the previous version did not come back"
    sleep 1
done
done_ "the previous version came back"

touch "$home/of-the-person.txt"
mkdir -p "$programs/tcdesk/vault" && echo kept > "$programs/tcdesk/vault/kept"
cp -r "$home" "$root/build/windows/trial/copy"
on_windows "$home/uninstall.exe" /S
tries=0
while [ -f "$home/tcdesk.exe" ] || [ -d "$home/_internal" ]; do
    tries=$((tries + 1))
    [ $tries -lt 60 ] || fail "the program is still there"
    sleep 1
done
[ -f "$home/of-the-person.txt" ] || fail "somebody's file was removed"
[ -f "$programs/tcdesk/vault/kept" ] && [ -f "$world/dob/vault.json" ] || fail "a vault was touched"
done_ "uninstalled; vaults and other people's files are where they were"

home=$root/build/windows/trial/copy
check_vault > "$out/check-after.txt"
diff "$out/check.txt" "$out/check-after.txt" || fail "the vault does not open any more"
done_ "the vault opens and is whole"
printf 'Everything passed.\n'
