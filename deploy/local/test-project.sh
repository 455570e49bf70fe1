#!/usr/bin/env bash
# One test project; its failures are shown, its counters go to a result file.
set -uo pipefail
name=$1
folder=$(dirname "$(ls "$ROOT"/tests/*/"$name.csproj")")
results=$RUN/results
log=$RUN/log/$name.log
started=$SECONDS
filter=()
[ -z "${FILTER:-}" ] || filter=(--filter "FullyQualifiedName~$FILTER")
mkdir -p "$results"
timeout 1500 dotnet test "$folder" -c Release --no-build --nologo --results-directory "$results" --logger "trx;LogFileName=$name.trx" \
  "${filter[@]}" >"$log" 2>&1
code=$?
if [ ! -f "$results/$name.trx" ] && [ -z "${FILTER:-}" ]; then
  touch "$results/$name.broken"
  code=1
fi
if [ $code != 0 ]; then
  grep -vE '^\{' "$log" | grep -E -A12 '\[FAIL\]|^  Failed |error|rror Message' | head -150
fi
printf '  %-14s %s %s s\n' "$([ $code = 0 ] && echo passed || echo FAILED)" "$name" "$((SECONDS - started))"
exit $code
