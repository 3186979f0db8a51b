#!/usr/bin/env bash
# Runs every test there is: pure JavaScript, types of the front end, .NET (domain, stores, web, browser).
# Arguments go on to `dotnet test` (./test.sh --filter Imports). The last line counts them all.
set -uo pipefail
cd "$(dirname "$0")"
say() { printf '\n== %s\n' "$1"; }
need() { command -v "$1" >/dev/null || { echo "test.sh needs $1: $2" >&2; exit 69; }; }
need dotnet "install the .NET SDK named in global.json"
need node "install Node.js 20 or newer"
need npm "it comes with Node.js"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
passed=0 failed=0 skipped=0
log=$(mktemp) || exit 74
trap 'rm -f "$log"' EXIT
count() { passed=$((passed + ${1:-0})); failed=$((failed + ${2:-0})); skipped=$((skipped + ${3:-0})); }
check() { # name, command…: a check without tests of its own counts as one
  say "$1"; shift
  if "$@"; then count 1 0 0; else count 0 1 0; fi
}

say "Packages of the front end's tools"
npm ci --no-audit --no-fund --loglevel=error || exit 1
say "Build"
dotnet build PlanGraph.sln -c Release -v minimal || exit 1

check "Types of the front end" npm run --silent check
check "Dockerfile and docker-compose.yml" npm run --silent lint:container
check "Cypher under both versions of the language" npm run --silent lint:cypher
say "Front end, pure JavaScript"
node --test --test-reporter=tap tests/wwwroot/*.test.mjs tests/wwwroot/*/*.test.mjs | tee "$log"
number() { awk -v name="$1" '$1 == "#" && $2 == name { n = $3 } END { print n + 0 }' "$log"; }
count "$(number pass)" $(($(number fail) + $(number cancelled))) $(($(number skipped) + $(number todo)))
[ "$(number tests)" -gt 0 ] || { echo "node --test ran no test" >&2; count 0 1 0; }

for project in Domain Storage Web Browser; do
  say "PlanGraph.$project.Tests"
  dotnet test "tests/PlanGraph.$project.Tests" -c Release --no-build "$@" | tee "$log"
  status=${PIPESTATUS[0]}
  # the closing line: Passed!  - Failed:     0, Passed:    12, Skipped:     0, Total: …
  line=$(grep -E '^(Passed|Failed|Skipped)! ' "$log" | tail -n 1)
  field() { sed -nE "s/.*$1: *([0-9]+).*/\1/p" <<<"$line"; }
  if [ -n "$line" ]; then count "$(field Passed)" "$(field Failed)" "$(field Skipped)"; fi
  if [ "$status" -ne 0 ] && [ "$(field Failed)" = 0 -o -z "$line" ]; then
    echo "PlanGraph.$project.Tests ended with exit code $status" >&2
    count 0 1 0
  fi
done

if [ "$skipped" -gt 0 ]; then echo; echo "$skipped tests were skipped; their reasons stand above." >&2; fi
echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
