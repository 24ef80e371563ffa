#!/bin/sh
# Start tcdesk:  sh packaging/run.sh            the demo world in a window (headless without a display)
#                sh packaging/run.sh ARGUMENT…  everything goes through to tcdesk
set -eu
. "$(dirname "$0")/setup.sh"

# shellcheck disable=SC2086  # one word a package
need_packages "for the window," $window_packages || say "going on; the window may not open"
set_up requirements.lock

[ $# -eq 0 ] || exec "$venv/bin/tcdesk" "$@"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$venv/bin/tcdesk" demo --dir "$root/.demo"
fi
world=$(mktemp -d "${TMPDIR:-/tmp}/tcdesk-demo.XXXXXX")
say "there is no display here, so the demo is played without a window, in $world"
"$venv/bin/tcdesk" demo --headless --dir "$world"
say "done: what was made is listed in $world/demo.json, papers and tables are in documents/"
