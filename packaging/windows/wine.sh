# Read in by build.sh and trial.sh: a Wine of its own on a screen of its own.
#   wine_start FOLDER   makes the prefix if it is not there, starts the screen
#   on_windows PROGRAM…  runs a Windows program and waits for it
#   wine_stop           ends what was started here

wine_start() {
    export WINEPREFIX="$1" WINEARCH=win64 WINEDEBUG=-all
    export WINEDLLOVERRIDES="mscoree,mshtml=;mscms=n" WINEPATH="C:\\standins"
    screen=$(mktemp)
    Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3> "$screen" > /dev/null 2>&1 &
    xvfb=$!
    until [ -s "$screen" ]; do sleep 0.2; done
    DISPLAY=:$(cat "$screen")
    export DISPLAY
    rm "$screen"
    trap wine_stop EXIT
    trap 'exit 130' INT TERM
    [ -d "$WINEPREFIX/drive_c/windows" ] || {
        say "making the Wine prefix"
        on_windows wineboot.exe --init
    }
    system32=$WINEPREFIX/drive_c/windows/system32
    mkdir -p "$WINEPREFIX/drive_c/standins"
    standin BCRYPTPRIMITIVES "$system32/bcryptprimitives.dll" -ladvapi32
    standin ICUUC "$system32/icuuc.dll"
    standin WINRT "$system32/api-ms-win-core-winrt-error-l1-1-1.dll"
    standin MSCMS "$WINEPREFIX/drive_c/standins/mscms.dll"
}

standin() {
    [ -f "$2" ] && [ "$2" -nt "$root/packaging/windows/standins.c" ] && return 0
    name=$1 target=$2
    shift 2
    rm -f "$target"
    x86_64-w64-mingw32-gcc -shared -O1 -s "-D$name" -o "$target" "$root/packaging/windows/standins.c" "$@"
}

# A Windows program wants pipes for its streams, not files.
on_windows() {
    rc=$(mktemp)
    { echo | /usr/lib/wine/wine64 "$@" 2>&1 || echo $? > "$rc"; } | cat >&2
    code=$(cat "$rc")
    rm "$rc"
    return "${code:-0}"
}

# The same, its output on ours.
ask_windows() {
    echo | /usr/lib/wine/wine64 "$@" 2> /dev/null | tr -d '\r'
}

windows_path() {
    /usr/lib/wine/wine64 winepath.exe -w "$1" 2> /dev/null < /dev/null | tr -d '\r' | cat
}

wine_stop() {
    wineserver -k 2> /dev/null || /usr/lib/wine/wineserver64 -k 2> /dev/null || true
    kill "$xvfb" 2> /dev/null || true
}
