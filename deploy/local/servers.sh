# shellcheck shell=bash
# The two private servers of this folder, through postgres.sh and rabbitmq.sh.

# Where PostgreSQL's data lives: under .run, or, when user postgres cannot get there, under /var/lib.
postgres_home() {
  if [ "$(id -u)" = 0 ] && ! setpriv --reuid=postgres --regid=postgres --init-groups -- test -x "$RUN"; then
    printf '/var/lib/webcare/%s\n' "$(printf '%s' "$RUN" | cksum | cut -d' ' -f1)"
  else
    printf '%s\n' "$RUN/postgres"
  fi
}

# Lets the broker of tests live in memory where there is room: on a disk that others keep busy it refuses messages now and then.
broker_in_memory() {
  local room
  room=$(df --output=avail -k /dev/shm 2>/dev/null | tail -1)
  [ "${room:-0}" -gt 2000000 ] || return 0
  ln -s "$(mktemp -d /dev/shm/webcare.XXXXXX)" "$RUN/rabbitmq"
}

# Removes what both wrote.
servers_forget() {
  rm -rf "$(realpath -m "$RUN/rabbitmq")" "$RUN/rabbitmq" "$RUN/postgres" "$(postgres_home)"
}

# servers_start [--fast] : both at the same time; sets PG_CONNECTION (without a database), RABBIT_ADDRESS and RABBIT_MANAGEMENT.
servers_start() {
  local rabbit port home broker
  home=$(postgres_home)
  mkdir -p "$home"
  [ "${1:-}" != --fast ] || broker_in_memory
  rabbit=$(free_ports 4)
  port=$(free_ports 1)
  bash "$LOCAL/rabbitmq.sh" start "$RUN/rabbitmq" "$rabbit" >"$RUN/log/rabbitmq.log" 2>&1 &
  broker=$!
  bash "$LOCAL/postgres.sh" start "$home" "$port" "$@" >"$RUN/log/postgres.log" 2>&1 || fail "PostgreSQL did not start; see $RUN/log/postgres.log."
  wait $broker || fail "RabbitMQ did not start; see $RUN/log/rabbitmq.log."
  export PG_CONNECTION="Host=127.0.0.1;Port=$port;Username=postgres"
  export RABBIT_ADDRESS="amqp://guest:guest@127.0.0.1:$rabbit" RABBIT_MANAGEMENT="http://guest:guest@127.0.0.1:$((rabbit + 1))"
}

servers_stop() {
  local home
  if [ -f "$RUN/rabbitmq/broker.pid" ]; then
    bash "$LOCAL/rabbitmq.sh" stop "$RUN/rabbitmq" || true
    rm -f "$RUN/rabbitmq/broker.pid"
  fi
  home=$(postgres_home)
  if [ -f "$home/data/postmaster.pid" ]; then
    bash "$LOCAL/postgres.sh" stop "$home" || true
  fi
}
