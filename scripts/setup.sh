#!/bin/sh
# setup.sh base|full PYTHON VENV: a virtual environment with what requirements/NAME.txt locks, and the package itself, editable.
# Does nothing when that was done before with the same lock. The full lock holds all of the base lock, so it serves for both.
set -eu
which_lock=$1 python=$2 venv=$3
lock=requirements/$which_lock.txt

done_with() { [ -x "$venv/bin/dateline" ] && cat "requirements/$1.txt" pyproject.toml | cmp -s - "$venv/.installed-$1"; }

if done_with full || done_with "$which_lock"; then
    exit 0
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Dateline needs Python 3.11 or newer; '$python' is not. Name another: make demo PYTHON=/path/to/python3" >&2
    exit 1
fi
echo "setting up $venv from $lock (once; about half a minute and 420 MB)" >&2
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
export PIP_DISABLE_PIP_VERSION_CHECK=1
"$venv/bin/python" -m pip install --quiet --quiet --require-hashes -r "$lock"
"$venv/bin/python" -m pip install --quiet --quiet --no-deps --no-build-isolation -e .
rm -f "$venv"/.installed-*
cat "$lock" pyproject.toml > "$venv/.installed-$which_lock"
