#!/usr/bin/env bash
# What the tests need beside Node: a browser for the tear sheet, a Redis server for the cluster. Tests that miss them skip and say so, but here
# nothing may be skipped: the step fails where a package is neither there nor to be had.
set -euo pipefail
declare -A programs=([chromium]=chromium [redis-server]=redis-server)
missing=()
for package in "${!programs[@]}"; do
  command -v "${programs[$package]}" > /dev/null || missing+=("$package")
done
[ "${#missing[@]}" -eq 0 ] && { echo 'all there'; exit 0; }
install() { DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" > /dev/null; }
# The lists of packages may be absent or old.
install || { apt-get update > /dev/null && install; }
echo "installed: ${missing[*]}"
