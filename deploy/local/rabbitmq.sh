#!/bin/bash
# A private RabbitMQ on 127.0.0.1, data under DIR; started again, it has its data back.
#   rabbitmq.sh start DIR PORT   AMQP on PORT, management on PORT+1, its node and name server on PORT+2 and PORT+3; user guest/guest
#   rabbitmq.sh stop DIR
#   rabbitmq.sh kill DIR         the broker gets SIGKILL, as in a crash
set -euo pipefail

command=${1:?start, stop or kill} dir=$(realpath -m "${2:?a directory}")
# The wrapper in /usr/sbin changes user and ignores our directories; the program itself does not.
bin=${RABBITMQ_BIN:-/usr/lib/rabbitmq/bin}
[ -x "$bin/rabbitmq-server" ] || { echo "RabbitMQ is not installed." >&2; exit 1; }

settings() {
  local port=$1
  cat >"$dir/environment" <<END
export HOME=$dir/home
export RABBITMQ_NODENAME=webcare@localhost RABBITMQ_USE_LONGNAME=false
export RABBITMQ_MNESIA_BASE=$dir/data RABBITMQ_LOG_BASE=$dir/log RABBITMQ_PID_FILE=$dir/broker.pid
export RABBITMQ_CONFIG_FILE=$dir/rabbitmq RABBITMQ_GENERATED_CONFIG_DIR=$dir/generated RABBITMQ_CONF_ENV_FILE=/dev/null
export RABBITMQ_ENABLED_PLUGINS_FILE=$dir/plugins RABBITMQ_FEATURE_FLAGS_FILE=$dir/feature_flags
export RABBITMQ_DIST_PORT=$((port + 2)) ERL_EPMD_PORT=$((port + 3)) ERL_EPMD_ADDRESS=127.0.0.1 ERL_MAX_PORTS=4096
export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}"
END
  echo '[rabbitmq_management].' >"$dir/plugins"
  cat >"$dir/rabbitmq.conf" <<END
listeners.tcp.1 = 127.0.0.1:$port
management.tcp.ip = 127.0.0.1
management.tcp.port = $((port + 1))
log.file.level = warning
disk_free_limit.absolute = 100MB
vm_memory_high_watermark.absolute = 1GB
END
  [ -f "$dir/home/.erlang.cookie" ] || (umask 077; head -c 24 /dev/urandom | base64 | tr -dc 'A-Za-z0-9' >"$dir/home/.erlang.cookie")
}

start() {
  local port=${1:?a port}
  mkdir -p "$dir"/{data,log,home}
  settings "$port"
  # shellcheck source=/dev/null
  . "$dir/environment"
  setsid "$bin/rabbitmq-server" >"$dir/log/console.log" 2>&1 </dev/null &
  for _ in $(seq 600); do
    curl -sf --max-time 2 -o /dev/null -u guest:guest "http://127.0.0.1:$((port + 1))/api/health/checks/port-listener/$port" && return
    sleep 0.1
  done
  echo "RabbitMQ did not get ready." >&2
  tail -20 "$dir/log/console.log" >&2
  exit 1
}

stop() {
  # shellcheck source=/dev/null
  . "$dir/environment"
  local broker
  broker=$(cat "$dir/broker.pid")
  kill -TERM "$broker" 2>/dev/null || true
  for _ in $(seq 300); do
    kill -0 "$broker" 2>/dev/null || break
    sleep 0.1
  done
  # The name server is ours alone, on a port of its own; it refuses to go while a node is registered.
  for _ in $(seq 20); do
    epmd -kill >/dev/null 2>&1 && break
    sleep 0.2
  done
}

case $command in
  start) start "${@:3}" ;;
  stop) stop ;;
  kill) kill -KILL "$(cat "$dir/broker.pid")" ;;
  *) echo "Unknown: $command" >&2; exit 2 ;;
esac
