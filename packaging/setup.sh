# Shared by run.sh and test.sh, which read it in: a virtual environment with the locked requirements.
# Speaks on the error stream only, so that the output of tcdesk itself stays clean.

root=$(cd "$(dirname "$0")/${to_root:-..}" && pwd)  # package.sh is read from one folder deeper
venv=$root/.venv
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

# What Qt's window needs from Debian: graphics, keyboard, the X protocol's parts, fonts, printing.
window_packages="libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0
    libxkbcommon-x11-0 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
    libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libcups2"

say() {
    printf 'tcdesk: %s\n' "$*" >&2
}

# Names the given Debian packages that are missing; nothing on other systems. On newer Debian some
# libraries carry the ending t64.
missing_packages() {
    command -v dpkg-query > /dev/null 2>&1 || return 0
    wanted=$*
    # shellcheck disable=SC2046,SC2086  # one word a package
    found=" $(dpkg-query -W -f '${db:Status-Status}/${Package} ' $wanted $(printf '%st64 ' $wanted) \
        2> /dev/null || true)"
    for package in $wanted; do
        case $found in
            *" installed/$package "* | *" installed/${package}t64 "*) ;;
            *) printf '%s ' "$package" ;;
        esac
    done
}

apt_install() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2
}

# Installs Debian packages as root; the lists are fetched only if it does not work without.
install_packages() {
    say "installing system packages: $*"
    apt_install "$@" > /dev/null 2>&1 && return 0
    apt-get update -q >&2 || say "not every package list could be fetched; going on"
    apt_install "$@"
}

# need_packages WHY PACKAGE…: installs what is missing, or says in words that it is; 1 = still missing.
need_packages() {
    why=$1
    shift
    # shellcheck disable=SC2046  # one word a package
    set -- $(missing_packages "$@")
    [ $# -eq 0 ] && return 0
    if [ "$(id -u)" -eq 0 ]; then
        # shellcheck disable=SC2046  # one word a package
        install_packages "$@" && return 0
        set -- $(missing_packages "$@")
    fi
    say "$why these Debian packages are missing: $*"
    say "ask whoever administers this computer to run: apt-get install $*"
    return 1
}

is_python() {
    command -v "$1" > /dev/null 2>&1 &&
        "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' > /dev/null 2>&1
}

# Prints a Python ≥ 3.11.
find_python() {
    for candidate in python3 python3.13 python3.12 python3.11 python3.14 python; do
        if is_python "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

has_venv() {
    "$1" -c 'import ensurepip, venv' > /dev/null 2>&1
}

make_venv() {
    python=$(find_python) || {
        need_packages "to run at all," python3 python3-venv || exit 1
        python=$(find_python) || {
            say "Python 3.11 or newer is needed and this computer has none"
            exit 1
        }
    }
    if ! has_venv "$python"; then
        version=$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
        need_packages "to make a virtual environment," python3-venv "$version-venv" || exit 1
    fi
    say "making the virtual environment with $("$python" --version)"
    "$python" -m venv --clear "$venv"
}

# The stamp ties the environment to the lock, the folder and the way tcdesk itself is installed.
stamp_of() {
    {
        printf '%s\n' "$root"
        cat "$root/packaging/$1" "$root/pyproject.toml"
    } | sha256sum | cut -d ' ' -f 1
}

is_stamped() {
    [ -x "$venv/bin/python" ] && "$venv/bin/python" -c '' 2> /dev/null &&
        [ "$(cat "$venv/$1.stamp" 2> /dev/null)" = "$(stamp_of "$1")" ]
}

# set_up LOCK: installs a lock file and tcdesk itself; returns at once if that was done before.
set_up() {
    lock=$1
    is_stamped "$lock" && return 0
    { [ -x "$venv/bin/python" ] && "$venv/bin/python" -m pip --version; } > /dev/null 2>&1 ||
        make_venv
    say "installing the locked requirements; this needs the network once"
    "$venv/bin/python" -m pip install --quiet --require-hashes --no-deps --only-binary :all: \
        -r "$root/packaging/$lock" >&2
    "$venv/bin/python" -m pip install --quiet --no-index --no-deps --no-build-isolation \
        -e "$root" >&2
    stamp_of "$lock" > "$venv/$lock.stamp"
    # The larger lock holds the smaller one, version for version.
    [ "$lock" != requirements-dev.lock ] ||
        stamp_of requirements.lock > "$venv/requirements.lock.stamp"
}
