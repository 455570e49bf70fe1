# shellcheck shell=bash
# Processes of ours are known by the pid files in .run; nothing else is ever stopped.

# free_ports COUNT : the first of COUNT consecutive ports that nobody listens on.
free_ports() {
  local first port free
  while true; do
    first=$((20000 + RANDOM % 10000))
    free=yes
    for ((port = first; port < first + $1; port++)); do
      if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then free=no; fi
    done
    [ "$free" = yes ] && printf '%s\n' "$first" && return
  done
}

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# launch NAME COMMAND... : in its own session, so that Ctrl-C reaches us first; output in .run/log.
launch() {
  local name=$1
  shift
  mkdir -p "$RUN/log" "$RUN/pid"
  setsid "$@" >"$RUN/log/$name.log" 2>&1 </dev/null &
  printf '%s\n' $! >"$RUN/pid/$name"
}

alive() { [ -f "$RUN/pid/$1" ] && kill -0 "$(cat "$RUN/pid/$1")" 2>/dev/null; }

# halt NAME [SECONDS] : asks, waits, insists.
halt() {
  local name=$1 pid
  alive "$name" || { rm -f "$RUN/pid/$name"; return 0; }
  pid=$(cat "$RUN/pid/$name")
  kill -TERM "$pid" 2>/dev/null || true
  local waited
  for ((waited = 0; waited < ${2:-20} * 10; waited++)); do
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  kill -KILL "$pid" 2>/dev/null || true
  rm -f "$RUN/pid/$name"
}

# wait_for NAME URL SECONDS : until the address answers 2xx; fails with the end of the log when the process is gone.
wait_for() {
  local waited
  for ((waited = 0; waited < $3 * 5; waited++)); do
    curl -sf --max-time 2 -o /dev/null "$2" && return 0
    alive "$1" || break
    sleep 0.2
  done
  tail -5 "$RUN/log/$1.log" >&2
  fail "$1 did not start. The whole log is in $RUN/log/$1.log."
}

# One run at a time per work tree. The descriptor is not inherited by what we launch in the background of another session.
only_run() {
  mkdir -p "$RUN"
  local owner
  owner=$(cat "$RUN/owner" 2>/dev/null || true)
  if [ -n "$owner" ] && [ "$owner" != $$ ] && kill -0 "$owner" 2>/dev/null; then
    fail "WebcareHub already runs from this folder (process $owner). Stop it with Ctrl-C there, or with ./webcare down."
  fi
  printf '%s\n' $$ >"$RUN/owner"
}
