#!/bin/sh
# Write both locks anew from pyproject.toml. They name packages, versions and hashes, and no host and no path of a machine.
set -eu
python=${PYTHON:-.venv/bin/python}
"$python" -m uv --version >/dev/null 2>&1 || "$python" -m pip install --quiet uv
lock() {
    "$python" -m uv --no-config pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header --no-annotate "$@" pyproject.toml
}
lock -o requirements/base.txt
lock --extra archives --extra web --extra dev -c requirements/base.txt -o requirements/full.txt
if grep -nE '://|--(extra-)?index|find-links|^torch[=-]' requirements/*.txt; then
    echo "a lock names a host, a place or a package that it must not" >&2
    exit 1
fi
