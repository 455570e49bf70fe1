# shellcheck shell=bash
# shellcheck source=/dev/null
. "$LOCAL/down.sh"

# Measures on durable settings, beside the data of up.
webcare_bench() {
  need_dotnet
  RUN=$RUN/bench
  only_run
  trap 'exit 130' INT TERM
  trap 'stop_all; rm -rf "$(postgres_home)" "$RUN"' EXIT
  with_settings
  need_servers
  servers_start
  export WEBCARE_TEST_POSTGRES=$PG_CONNECTION WEBCARE_TEST_RABBITMQ=$RABBIT_ADDRESS WEBCARE_TEST_RABBITMQ_MANAGEMENT=$RABBIT_MANAGEMENT
  build_once services/Hub tests/Benchmarks
  # A socket at either end of each open connection.
  ulimit -n "$(ulimit -Hn)"
  dotnet "$(dll_of tests/Benchmarks)" "$@"
}
