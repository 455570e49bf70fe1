# shellcheck shell=bash
# Projects are built in Release, each once per run, without the analysers: those belong to ./webcare test.

dll_of() {
  local project
  project=$(ls "$ROOT/$1"/*.csproj)
  printf '%s\n' "$ROOT/$1/bin/Release/net10.0/$(basename "$project" .csproj).dll"
}

build_once() {
  local project log=$RUN/log/build.log
  mkdir -p "$RUN/log"
  for project in "$@"; do
    dotnet build "$ROOT/$project" -c Release -v q --nologo -clp:ErrorsOnly \
      -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:GenerateDocumentationFile=false >"$log" 2>&1 || {
      tail -20 "$log" >&2
      fail "$project could not be built; see $log."
    }
  done
}
