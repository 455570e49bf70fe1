# shellcheck shell=bash
# What is missing is installed with apt where that is possible; where it is not, one sentence says what to do.

has() { command -v "$1" >/dev/null 2>&1; }

postgres_bin() {
  local bin
  for bin in "${PGBIN:-}" /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin; do
    [ -x "$bin/initdb" ] && printf '%s\n' "$bin"
  done | sort -V | tail -1
}

rabbitmq_bin() {
  local bin
  for bin in "${RABBITMQBIN:-}" /usr/lib/rabbitmq/bin /opt/homebrew/opt/rabbitmq/sbin; do
    [ -x "$bin/rabbitmq-server" ] && printf '%s\n' "$bin" && return
  done
}

# install PACKAGE... : true when apt put them there. One retry, because mirrors fail now and then.
install() {
  has apt-get || return 1
  local sudo=()
  if [ "$(id -u)" != 0 ]; then
    has sudo || return 1
    sudo=(sudo)
  fi
  step install "$*"
  local attempt
  for attempt in 1 2; do
    if "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive bash -c \
      '(apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@") >/dev/null 2>&1 </dev/null' _ "$@"; then
      return 0
    fi
    [ "$attempt" = 1 ] && sleep 3
  done
  return 1
}

need_dotnet() {
  has dotnet && dotnet --list-sdks | grep -q '^10\.' && return
  fail ".NET SDK 10 is missing. Install it from https://dotnet.microsoft.com/download and run this again."
}

need_servers() {
  if [ -z "$(postgres_bin)" ]; then
    install postgresql || true
    [ -n "$(postgres_bin)" ] || fail "PostgreSQL is missing and could not be installed. Install PostgreSQL 15 or newer, or set ConnectionStrings__Postgres."
  fi
  if [ -z "$(rabbitmq_bin)" ]; then
    install rabbitmq-server || true
    [ -n "$(rabbitmq_bin)" ] || fail "RabbitMQ is missing and could not be installed. Install RabbitMQ 3.10 or newer, or set ConnectionStrings__RabbitMq."
  fi
  has curl || install curl || fail "curl is missing and could not be installed."
}

# Only tests need a browser; without one they fail, and say so.
want_chromium() {
  has chromium || has chromium-browser || has google-chrome || install chromium || step browser "no Chromium: browser tests will fail"
}
