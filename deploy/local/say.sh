# shellcheck shell=bash
# Progress lines and errors.
step() { printf '  %-14s %s\n' "$1" "$2"; }
fail() {
  printf '\n%s\n' "$*" >&2
  exit 1
}
