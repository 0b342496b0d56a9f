#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds a release, plans a study: by default the embedded national one.
# Usage: sh scripts/plan.sh [STUDY[+LAYER…] [options of releve plan]]
set -eu
cd "$(dirname "$0")/.."
. scripts/environment.sh

need_swift
need_packages libglpk-dev libxlsxwriter-dev zlib1g-dev libssl-dev libsqlite3-dev
log=$(mktemp)
trap 'rm -f "$log"' EXIT
printf 'Building a release (a few minutes the first time)…\n'
swift build -c release --product releve >"$log" 2>&1 || {
  tail -n 30 "$log" >&2
  fail "the release did not build"
}
binary=$(swift build -c release --show-bin-path)/releve
[ "$#" -gt 0 ] || set -- models/after-care.yaml
rm -f "$log"
trap - EXIT
exec "$binary" plan "$@"
