#!/usr/bin/env bash
# Install the wheel, with the trained reader in it, and read where there is no network and no node: `make offline`.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "${1:-}" != inside ]; then
  [ "$(id -u)" = 0 ] && command -v unshare >/dev/null || { echo 'left out: cutting the network off needs root and unshare'; exit 0; }
  exec env -u PIP_FIND_LINKS unshare --net bash "$0" inside
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-index --find-links dist/wheelhouse dist/onrecord-*.whl
export ONRECORD_CACHE="$folder/cache" PATH="$folder/venv/bin:/usr/bin:/bin"
onrecord demo --into "$folder/demo.db" --no-serve
onrecord list events --db "$folder/demo.db" --limit 3
for engine in trained both; do
  onrecord read src/onrecord/show/demo/05-achin-wire.txt --into "$folder/$engine.db" --engine "$engine"
  onrecord verify --db "$folder/$engine.db"
done
du -shc dist/onrecord-*.whl dist/wheelhouse | sed 's/^/on disk: /'
du -sh "$folder/venv" | sed "s|$folder/venv|the environment with everything installed|"
