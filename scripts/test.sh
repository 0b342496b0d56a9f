#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing and passes every test.
set -eu
cd "$(dirname "$0")/.."
. scripts/environment.sh

need_swift
need_packages libglpk-dev glpk-utils libxlsxwriter-dev zlib1g-dev libssl-dev libsqlite3-dev
swift build --build-tests || fail "the tests did not build"

# Thousands of lines tell of tests that passed: what failed is said once more at the end.
said=$(mktemp -d)
trap 'rm -rf "$said"' EXIT
{ swift test --skip-build --disable-xctest "$@" 2>&1 || : >"$said/failed"; } | tee "$said/log"
if [ -e "$said/failed" ]; then
  printf '\n== what failed\n'
  grep -A 4 '✘' "$said/log" | grep -v '^[✔◇]' || true
  fail "some tests failed"
fi
