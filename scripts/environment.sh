# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the other scripts: fails with one line, installs missing system packages.

fail() {
  printf 'releve: %s\n' "$1" >&2
  exit 1
}

# Installs those of the Debian packages named that are missing, and says so.
need_packages() {
  missing=""
  for package in "$@"; do
    status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
    [ "$status" = "install ok installed" ] || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null 2>&1 ||
    fail "these packages are missing and apt-get is not here to install them:$missing"
  as_root=""
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || fail "run as root, or install:$missing"
    as_root="sudo"
  fi
  printf 'Installing with apt-get:%s\n' "$missing"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086
  $as_root apt-get install -y -qq $missing >/dev/null 2>&1 ||
    { $as_root apt-get update -qq && $as_root apt-get install -y -qq $missing >/dev/null; } ||
    fail "apt-get could not install:$missing"
}

need_swift() {
  command -v swift >/dev/null 2>&1 || fail "no Swift toolchain found: install Swift 6.2 or later (swift.org)"
}
