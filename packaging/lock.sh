#!/bin/sh
# Make the three lock files anew: every version with its hashes, for Linux and Windows, Python 3.11 on.
# Needs uv on the PATH; arguments go through to it (--upgrade, --upgrade-package NAME).
set -eu
cd "$(dirname "$0")/.."

lock() {
    output=$1
    shift
    uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header \
        --no-emit-index-url --output-file "$output" "$@" > /dev/null
}

lock packaging/requirements-dev.lock pyproject.toml --group dev "$@"
# The smaller one takes its versions from the larger, so that the larger can stand in for it.
lock packaging/requirements.lock pyproject.toml --group build \
    --constraints packaging/requirements-dev.lock "$@"
lock packaging/requirements-package.lock pyproject.toml --group package \
    --constraints packaging/requirements-dev.lock "$@"
