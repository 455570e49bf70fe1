# shellcheck shell=bash
# shellcheck source=/dev/null
. "$LOCAL/down.sh"

webcare_test() {
  [ "${1:-}" = --long ] && export WEBCARE_TEST_LONG=1 && shift
  local filter=${1:-} started=$SECONDS code=0
  need_dotnet
  RUN=$RUN/test
  only_run
  trap 'exit 130' INT TERM
  trap 'stop_all; servers_forget; rm -rf "$RUN/owner"' EXIT
  mkdir -p "$RUN/log" "$RUN/pid"
  need_servers
  want_chromium
  # The servers take their time to start, the formatter takes a processor.
  style &
  local styling=$!
  step servers "PostgreSQL and RabbitMQ, private"
  servers_forget
  servers_start --fast
  wait "$styling" || code=1
  step build "Release"
  dotnet build "$ROOT/WebcareHub.sln" -c Release -v q --nologo -clp:ErrorsOnly || fail "The build failed."
  export WEBCARE_TEST_POSTGRES=$PG_CONNECTION WEBCARE_TEST_RABBITMQ=$RABBIT_ADDRESS WEBCARE_TEST_RABBITMQ_MANAGEMENT=$RABBIT_MANAGEMENT
  # What runs here lives too short to earn back what a profile costs: a fifth of its processor time.
  export DOTNET_TieredPGO=0
  run_projects "$filter" || code=1
  step took "$((SECONDS - started)) s"
  summary || code=1
  return $code
}

style() {
  local code=0
  step style "formatter and shellcheck"
  if ! (cd "$ROOT" && dotnet tool restore >"$RUN/log/style.log" 2>&1 && dotnet csharpier check . >>"$RUN/log/style.log" 2>&1); then
    tail -20 "$RUN/log/style.log"
    step style "not formatted: run dotnet csharpier format ."
    code=1
  fi
  if has shellcheck; then shellcheck -x "$ROOT/webcare" "$LOCAL"/*.sh "$ROOT/deploy/secrets.sh" "$ROOT/.ci/run" || code=1; fi
  return $code
}

# System and Browser each keep the processors busy by themselves: side by side they only wait for one another. Beside
# them run two that mostly wait: for platforms that are asked again, for rows that others hold. Of the others two at a
# time, and the longest first, so that none is left to run alone.
run_projects() {
  rm -rf "$RUN/results"
  printf 'WebcareHub.%s.Tests\n' System Browser >"$RUN/busy"
  printf 'WebcareHub.%s.Tests\n' Ingest.Social EventStore >"$RUN/waiting"
  printf 'WebcareHub.%s.Tests\n' Integration Blueprint ServiceDefaults Ingest.WhatsApp Tidy >"$RUN/paired"
  local project waiting code=0
  for project in "$ROOT"/tests/*.Tests/*.csproj; do
    basename "$project" .csproj
  done | grep -vxFf "$RUN/busy" -f "$RUN/waiting" -f "$RUN/paired" >"$RUN/others"
  cat "$RUN/others" >>"$RUN/paired"
  FILTER=$1 xargs -I{} bash "$LOCAL/test-project.sh" {} <"$RUN/waiting" &
  waiting=$!
  FILTER=$1 xargs -I{} bash "$LOCAL/test-project.sh" {} <"$RUN/busy" || code=1
  wait "$waiting" || code=1
  FILTER=$1 xargs -P 2 -I{} bash "$LOCAL/test-project.sh" {} <"$RUN/paired" || code=1
  return $code
}

# The last line, from the counters of the result files. A project without results counts as one failure.
summary() {
  local passed=0 failed=0 skipped=0 file counters total executed
  for file in "$RUN"/results/*.trx; do
    [ -f "$file" ] || continue
    counters=$(grep -o '<Counters [^>]*' "$file" | head -1)
    total=$(counter total "$counters")
    executed=$(counter executed "$counters")
    passed=$((passed + $(counter passed "$counters")))
    failed=$((failed + $(counter failed "$counters") + $(counter error "$counters") + $(counter timeout "$counters") + $(counter aborted "$counters")))
    skipped=$((skipped + total - executed))
  done
  failed=$((failed + $(find "$RUN/results" -name '*.broken' 2>/dev/null | wc -l)))
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}

counter() { printf '%s' "$2" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' || printf 0; }
