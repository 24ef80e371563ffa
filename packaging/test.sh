#!/bin/sh
# Check and test everything; arguments go through to pytest (sh packaging/test.sh -k stick).
# The exit code is 0 only if every check and every test passed.
set -eu
. "$(dirname "$0")/setup.sh"

# Other programs judge what tcdesk makes: encryption, signatures, paper, spreadsheets, sticks, windows.
tool_packages="age minisign qpdf poppler-utils zbar-tools libreoffice-calc-nogui exfat-fuse exfatprogs
    fuse mount util-linux strace xvfb xauth xdotool"
# shellcheck disable=SC2086  # one word a package
need_packages "for the tests," $window_packages $tool_packages || exit 1
set_up requirements-dev.lock

cd "$root"
PATH=$venv/bin:$PATH
LC_ALL=C.UTF-8
QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
export PATH LC_ALL QT_QPA_PLATFORM

failed=
check() {
    name=$1
    shift
    printf '\n== %s\n' "$name"
    "$@" || failed="$failed $name"
}

check lint ruff check .
check format ruff format --check .
check types mypy
check walls lint-imports
check tests python -m pytest -n 2 "$@"

printf '\n'
if [ -n "$failed" ]; then
    printf 'FAILED:%s\n' "$failed"
    exit 1
fi
printf 'All checks and tests passed.\n'
