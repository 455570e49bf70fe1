# shellcheck shell=bash

services=(simulator hub workspace ingest-whatsapp ingest-social ingest-chat routing blueprint)

stop_all() {
  local service
  for service in "${services[@]}"; do halt "$service" 30; done
  servers_stop
}

webcare_down() {
  local owner
  owner=$(cat "$RUN/owner" 2>/dev/null || true)
  if [ -n "$owner" ] && [ "$owner" != $$ ] && tr '\0' ' ' <"/proc/$owner/cmdline" 2>/dev/null | grep -q 'webcare up'; then
    kill -INT "$owner" 2>/dev/null || true
    for _ in $(seq 300); do
      kill -0 "$owner" 2>/dev/null || break
      sleep 0.1
    done
  fi
  mkdir -p "$RUN/pid"
  stop_all
  rm -f "$RUN/owner" "$RUN/secrets/servers"
  if [ "${1:-}" = --wipe ]; then
    rm -rf "$(postgres_home)" "$RUN"
    step down "stopped and wiped"
  else
    step down "stopped; the data stays in $RUN"
  fi
}
