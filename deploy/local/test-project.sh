#!/usr/bin/env bash
# One test project; its failures are shown, its counters go to a result file.
set -uo pipefail
name=$1
folder=$(dirname "$(ls "$ROOT"/tests/*/"$name.csproj")")
results=$RUN/results
log=$RUN/log/$name.log
started=$SECONDS
filter=()
[ -z "${FILTER:-}" ] || filter=(-method "*$FILTER*")
mkdir -p "$results"
rm -f "$results/$name.trx"
# A test project is a program: through dotnet test each would take seconds more to start.
(cd "$folder/bin/Release/net10.0" &&
  exec timeout 1500 dotnet "$name.dll" -noColor -noLogo -noAutoReporters -trx "$results/$name.trx" "${filter[@]}") >"$log" 2>&1
code=$?
if [ ! -f "$results/$name.trx" ]; then
  touch "$results/$name.broken"
  code=1
fi
if [ $code != 0 ]; then
  grep -vE '^\{' "$log" | grep -E -A12 '\[FAIL\]|rror:|Unhandled exception|No such file|said: ' | head -200
fi
printf '  %-14s %s %s s\n' "$([ $code = 0 ] && echo passed || echo FAILED)" "$name" "$((SECONDS - started))"
exit $code
