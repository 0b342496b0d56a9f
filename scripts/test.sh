#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing and passes every test.
set -eu
cd "$(dirname "$0")/.."
. scripts/environment.sh

need_swift
need_packages libglpk-dev glpk-utils libxlsxwriter-dev zlib1g-dev libssl-dev libsqlite3-dev
swift build --build-tests || fail "the tests did not build"
swift test --skip-build --disable-xctest "$@" || fail "some tests failed"
