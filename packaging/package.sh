# Shared by linux/build.sh and windows/build.sh, which read it in: one commit gives one content.

to_root=../..
. "$(dirname "$0")/../setup.sh"

# Every time that is written into a package is that of the commit.
epoch=$(git -C "$root" log -1 --format=%ct 2> /dev/null || stat -c %Y "$root/packaging/CHANGELOG.md")
export SOURCE_DATE_EPOCH="$epoch" PYTHONHASHSEED=0 LC_ALL=C.UTF-8 TZ=UTC
umask 022

# A Python to freeze needs its library as a file: Debian's own has it.
is_python() {
    command -v "$1" > /dev/null 2>&1 && "$1" -c '
import sys, sysconfig
sys.exit(sys.version_info[:2] != (3, 11) or not sysconfig.get_config_var("Py_ENABLE_SHARED"))' \
        > /dev/null 2>&1
}

find_python() {
    is_python /usr/bin/python3 && echo /usr/bin/python3
}

version_of() {
    sed -n 's/^version = "\(.*\)"/\1/p' "$1/pyproject.toml" | head -n 1
}

# freeze PYTHON NAME: the program's folder is then build/NAME/dist/tcdesk.
freeze() {
    say "freezing with $("$1" --version); this takes a minute"
    "$1" -m PyInstaller --noconfirm --clean --log-level ERROR --workpath "$root/build/$2/work" \
        --distpath "$root/build/$2/dist" "$root/packaging/tcdesk.spec" >&2
}

# settle FOLDER: the same rights and times for everything inside.
settle() {
    chmod -R u=rwX,go=rX "$1"
    find "$1" -exec touch --no-dereference --date="@$epoch" {} +
}

# pack FOLDER NAME: a tar of one folder, the same for the same content.
pack() {
    tar --create --directory "$1" --sort=name --owner=0 --group=0 --numeric-owner --format=gnu \
        --mtime="@$epoch" "$2"
}

# renumber FOLDER VERSION: lets a frozen program say another version; nothing else of it changes.
renumber() {
    old=$(ls -d "$1"/_internal/tcdesk-*.dist-info)
    sed -i "s/^Version: .*/Version: $2/" "$old/METADATA"
    mv "$old" "$1/_internal/tcdesk-$2.dist-info"
}
