#!/bin/bash
# A private PostgreSQL on 127.0.0.1, data under DIR; started again, it has its data back.
#   postgres.sh start DIR PORT [--fast]   user postgres, no password; --fast trades durability for speed (tests only)
#   postgres.sh stop DIR
#   postgres.sh kill DIR                  the postmaster gets SIGKILL and its children follow, as in a crash
set -euo pipefail

command=${1:?start, stop or kill} dir=${2:?a directory}
bin=${PGBIN:-$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)}
[ -x "${bin:-}/pg_ctl" ] || { echo "PostgreSQL is not installed." >&2; exit 1; }

# PostgreSQL refuses to run as root.
as_owner() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"; else "$@"; fi
}

start() {
  local port=${1:?a port} mode=${2:-}
  mkdir -p "$dir" && chmod 700 "$dir"
  [ "$(id -u)" != 0 ] || chown postgres: "$dir"
  if [ ! -f "$dir/data/PG_VERSION" ]; then
    as_owner "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$dir/initdb.log"
  fi
  local options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=300 -c shared_buffers=256MB -c max_wal_size=2GB"
  [ "$mode" != --fast ] || options+=" -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
  # After a crash the old server's children may hold its memory for a moment; a crashed data directory recovers first.
  for _ in $(seq 20); do
    as_owner "$bin/pg_ctl" -D "$dir/data" -l "$dir/server.log" -w -t 60 -o "$options" start >/dev/null 2>"$dir/start.log" && return
    sleep 0.5
  done
  cat "$dir/start.log" >&2
  return 1
}

case $command in
  start) start "${@:3}" ;;
  stop) as_owner "$bin/pg_ctl" -D "$dir/data" -m fast -w -t 60 stop >/dev/null ;;
  kill) kill -KILL "$(head -1 "$dir/data/postmaster.pid")" ;;
  *) echo "Unknown: $command" >&2; exit 2 ;;
esac
