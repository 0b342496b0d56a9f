#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Passes the engine's tests under the thread sanitizer, then under the address sanitizer.
# Usage: sh scripts/sanitize.sh [thread | address]
# RELEVE_FEW_SEEDS=1 takes the first seeds of each test only.
set -eu
cd "$(dirname "$0")/.."
. scripts/environment.sh

need_swift
need_packages libglpk-dev libxlsxwriter-dev zlib1g-dev libssl-dev libsqlite3-dev
filter='^(DecompositionTests|GLPKSolverTests|ProofTests)\.'

# $1: the sanitizer; $2: where it is built, apart from other builds.
check() {
  printf 'The %s sanitizer…\n' "$1"
  swift build --build-tests --sanitize "$1" --scratch-path "$2" ||
    fail "the tests did not build for the $1 sanitizer"
  swift test --skip-build --disable-xctest --sanitize "$1" --scratch-path "$2" \
    --filter "$filter" || fail "the $1 sanitizer has something to say, or a test failed"
}

check_threads() {
  # Every suppression stands in the file with its reason.
  TSAN_OPTIONS="suppressions=$PWD/scripts/tsan.supp"
  export TSAN_OPTIONS
  check thread .build-tsan
}

case "${1:-both}" in
thread) check_threads ;;
address) check address .build-asan ;;
both)
  check_threads
  check address .build-asan
  ;;
*) fail "unknown sanitizer: $1 (thread or address)" ;;
esac
