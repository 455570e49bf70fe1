# shellcheck shell=bash
# shellcheck source=/dev/null
. "$LOCAL/down.sh"

ADDRESS=http://localhost:8080

start_servers() {
  if [ -n "${ConnectionStrings__Postgres:-}" ] && [ -n "${ConnectionStrings__RabbitMq:-}" ]; then
    step servers "those of ConnectionStrings__Postgres and ConnectionStrings__RabbitMq"
    return
  fi
  need_servers
  step servers "PostgreSQL and RabbitMQ, private, in $RUN"
  servers_start
  export ConnectionStrings__Postgres="$PG_CONNECTION;Database=webcare" ConnectionStrings__RabbitMq=$RABBIT_ADDRESS
  # Read within a function: what declare -p writes would be gone at its end.
  (umask 077 && printf 'export %s=%q\n' ConnectionStrings__Postgres "$ConnectionStrings__Postgres" \
    ConnectionStrings__RabbitMq "$ConnectionStrings__RabbitMq" >"$RUN/secrets/servers")
}

hub() { dotnet "$(dll_of services/Hub)" "$@"; }

migrate() {
  step database "migrating"
  hub migrate >"$RUN/log/migrate.log" 2>&1 && return
  tail -5 "$RUN/log/migrate.log"
  fail "The database could not be migrated; see $RUN/log/migrate.log."
}

# service NAME FOLDER PORT
service() {
  ASPNETCORE_URLS=http://127.0.0.1:$3 launch "$1" dotnet "$(dll_of "$2")" --contentRoot "$ROOT/$2"
}

start_hub() {
  build_once services/Hub tests/PlatformSimulator
  migrate
  step hub "starting on $ADDRESS"
  ASPNETCORE_URLS=http://127.0.0.1:8080 launch hub dotnet "$(dll_of services/Hub)" serve
  wait_for hub http://127.0.0.1:8080/health/ready 90
}

start_services() {
  build_once services/Hub services/Ingest.WhatsApp services/Ingest.Social services/Ingest.Chat services/Routing services/Blueprint services/Monitoring services/Crisis services/Workspace tests/PlatformSimulator
  migrate
  step services "Workspace 8080, WhatsApp 8081, Social 8082, Chat 8083, Routing 8084, Blueprint 8085, Monitoring 8086, Crisis 8087"
  service blueprint services/Blueprint 8085
  service routing services/Routing 8084
  service monitoring services/Monitoring 8086
  service crisis services/Crisis 8087
  service ingest-whatsapp services/Ingest.WhatsApp 8081
  service ingest-social services/Ingest.Social 8082
  # Behind the workspace: who asks is who the workspace says.
  ASPNETCORE_FORWARDEDHEADERS_ENABLED=true service ingest-chat services/Ingest.Chat 8083
  Services__WhatsApp=http://127.0.0.1:8081 Services__Social=http://127.0.0.1:8082 Services__Chat=http://127.0.0.1:8083 Services__Routing=http://127.0.0.1:8084 Services__Blueprint=http://127.0.0.1:8085 \
    Services__Monitoring=http://127.0.0.1:8086 Services__Crisis=http://127.0.0.1:8087 \
    service workspace services/Workspace 8080
  wait_for blueprint http://127.0.0.1:8085/health/ready 90
  wait_for routing http://127.0.0.1:8084/health/ready 90
  wait_for monitoring http://127.0.0.1:8086/health/ready 90
  wait_for crisis http://127.0.0.1:8087/health/ready 90
  wait_for ingest-whatsapp http://127.0.0.1:8081/health/ready 90
  wait_for ingest-social http://127.0.0.1:8082/health/ready 90
  wait_for ingest-chat http://127.0.0.1:8083/health/ready 90
  wait_for workspace http://127.0.0.1:8080/health/ready 90
}

start_simulator() {
  step simulator "three demo municipalities on http://localhost:8090"
  ASPNETCORE_URLS=http://127.0.0.1:8090 launch simulator dotnet "$(dll_of tests/PlatformSimulator)" --contentRoot "$ROOT/tests/PlatformSimulator" --seed
  wait_for simulator http://127.0.0.1:8090/ 30
}

webcare_up() {
  local separately=no open=yes option
  for option in "$@"; do
    case $option in
      --services) separately=yes ;;
      --no-open) open=no ;;
      *) fail "./webcare up knows --services and --no-open, not $option." ;;
    esac
  done
  need_dotnet
  only_run
  rm -f "$RUN/secrets/servers"
  for port in 8080 8090; do
    port_taken "$port" && fail "Port $port is in use by another program. Stop that program, then run this again."
  done
  trap 'exit 130' INT TERM
  trap 'finish' EXIT
  with_settings
  start_servers
  step build "Release"
  if [ "$separately" = yes ]; then start_services; else start_hub; fi
  step demo "blueprint, accounts"
  hub demo
  start_simulator
  welcome
  if [ "$open" = yes ] && [ -n "${DISPLAY:-}" ] && has xdg-open; then xdg-open "$ADDRESS" >/dev/null 2>&1 || true; fi
  watch_over
}

welcome() {
  cat <<TEXT

  WebcareHub      $ADDRESS
  sign in         choose one of the demo colleagues on the sign-in page
  as a resident   http://localhost:8090
  on a website    http://localhost:8090/site/schiermonnikoog
  stop            Ctrl-C (the data stays; ./webcare down --wipe removes it)

TEXT
}

# Stays until Ctrl-C, or until a process of ours is gone.
watch_over() {
  local name
  while true; do
    for name in "$RUN"/pid/*; do
      [ -f "$name" ] || continue
      name=$(basename "$name")
      alive "$name" || fail "$name has stopped by itself. Its log: $RUN/log/$name.log."
    done
    sleep 1 &
    wait $!
  done
}

finish() {
  local code=$?
  trap '' INT TERM
  trap - EXIT
  step stopping "one moment"
  stop_all
  rm -f "$RUN/owner" "$RUN/secrets/servers"
  [ $code = 130 ] && code=0
  exit $code
}
