#!/usr/bin/env bash
# Builds PlanGraph when its sources have changed since the last time, and runs it. All arguments go on to it:
#   ./run.sh --urls http://localhost:5080 --data DIR
# What this script says goes to standard error; the last line on standard output is the address to open.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$root/src/PlanGraph.Web/bin/Release/net10.0/PlanGraph.Web.dll
stamp=$root/artifacts/run.built
say() { printf '%s\n' "$*" >&2; }
missing() { say "run.sh: $*"; exit 69; }

sources_changed() {
  [ -f "$stamp" ] && [ -f "$program" ] && [ -f "$root/wwwroot/lib/.restored" ] || return 0
  # a folder is newer than the stamp when a file in it came or went
  local newer
  newer=$(find "$root/src" "$root/cypher" "$root/tools" "$root"/Directory.*.props "$root/global.json" "$root/libman.json" \
    \( -name bin -o -name obj -o -name node_modules \) -prune -o -newer "$stamp" -print -quit 2>/dev/null || true)
  [ -n "$newer" ]
}

build() {
  dotnet --list-sdks | grep -q '^10\.' || missing "the .NET SDK 10 is needed to build (https://dotnet.microsoft.com/download)."
  command -v node >/dev/null || missing "Node.js 20 or newer is needed to fetch the client libraries (https://nodejs.org)."
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || missing "Node.js $(node --version) is too old: 20 or newer is needed (https://nodejs.org)."
  say "Building PlanGraph (only when its sources have changed) ..."
  mkdir -p "$root/artifacts"
  local started=$stamp.started
  touch "$started"
  dotnet build "$root/src/PlanGraph.Web" --configuration Release --nologo --verbosity quiet >&2 || { say "run.sh: the build failed."; exit 70; }
  # what was saved while it was building counts as changed
  settle "$started"
}

# The build itself makes the folders bin and obj, so the sources' folders get the time of the stamp only afterwards.
settle() {
  local changed
  changed=$(find "$root/src" \( -name bin -o -name obj \) -prune -o -type f -newer "$1" -print -quit)
  mv "$1" "$stamp"
  [ -n "$changed" ] || touch "$stamp"
}

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
command -v dotnet >/dev/null || missing "the .NET SDK 10 is needed (https://dotnet.microsoft.com/download)."
if sources_changed; then build; fi
# Comparing a list comes and goes: half the processor time without the collector of a server and without compiling everything twice.
if [ "${1-}" = overlaps ]; then
  export DOTNET_gcServer=${DOTNET_gcServer-0} DOTNET_gcConcurrent=${DOTNET_gcConcurrent-0} DOTNET_TieredCompilation=${DOTNET_TieredCompilation-0}
fi
exec dotnet "$program" "$@"
