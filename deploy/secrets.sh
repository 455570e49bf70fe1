#!/usr/bin/env bash
# Makes the secrets of docker-compose.yml in deploy/secrets, once; what is there stays. Back keys/Vault__MasterKey and keys/Vault__HashKey up apart
# from the database: without them nothing in it can be read.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
mkdir -p secrets/keys
# The folder keeps others on this machine out; the files are read by the users inside the containers.
chmod 700 secrets
chmod 755 secrets/keys
umask 022

word() { head -c 24 /dev/urandom | base64 -w0 | tr '+/' '-_'; }
keep() { [ -s "secrets/$1" ] || printf '%s' "$2" >"secrets/$1"; }

keep postgres-password "$(word)"
keep rabbitmq-password "$(word)"
keep keys/Vault__MasterKey "$(head -c 32 /dev/urandom | base64 -w0)"
keep keys/Vault__HashKey "$(head -c 32 /dev/urandom | base64 -w0)"
keep keys/ConnectionStrings__Postgres "Host=postgres;Username=webcare;Password=$(cat secrets/postgres-password);Database=webcare"
keep keys/ConnectionStrings__RabbitMq "amqp://webcare:$(cat secrets/rabbitmq-password)@rabbitmq:5672"
keep rabbitmq-user.conf "default_user = webcare
default_pass = $(cat secrets/rabbitmq-password)
"
