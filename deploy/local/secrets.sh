# shellcheck shell=bash
# Secrets of this work tree: made once, readable by their owner only. Services read the folder keys/ as key-per-file.

random() { head -c 32 /dev/urandom; }

make_keys() {
  local keys=$RUN/secrets/keys name
  (
    umask 077
    mkdir -p "$keys"
    for name in Vault__MasterKey Vault__HashKey; do
      [ -s "$keys/$name" ] || random | base64 -w0 >"$keys/$name"
    done
  )
}

# What every process of ours needs to know; the servers' addresses come from up or from the environment.
with_settings() {
  need_dotnet
  make_keys
  export Secrets__Path=$RUN/secrets/keys
  export Development__SignerKey=${Development__SignerKey:-$RUN/secrets/development-key.pem}
  export Files__Path=${Files__Path:-$RUN/files} Deletions__Path=${Deletions__Path:-$RUN/deletions}
  export Apps__demo__Secret=${Apps__demo__Secret:-demo-secret} Apps__demo__VerifyToken=${Apps__demo__VerifyToken:-demo-verify}
  export Platforms__WhatsApp__BaseUrl=${Platforms__WhatsApp__BaseUrl:-http://127.0.0.1:8090}
  export Platforms__Meta__BaseUrl=${Platforms__Meta__BaseUrl:-http://127.0.0.1:8090}
  export Platforms__X__BaseUrl=${Platforms__X__BaseUrl:-http://127.0.0.1:8090}
  export ASPNETCORE_ENVIRONMENT=Development DOTNET_ENVIRONMENT=Development
  export Blueprint__Folder=$ROOT/blueprint
  mkdir -p "$RUN/log" "$RUN/pid" "$Files__Path"
  if [ -z "${ConnectionStrings__Postgres:-}" ] && [ -f "$RUN/secrets/servers" ]; then
    # shellcheck source=/dev/null
    . "$RUN/secrets/servers"
  fi
}
