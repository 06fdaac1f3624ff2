#!/usr/bin/env bash
# Draws the demo's pages in a headless Chromium, wide and as on a phone, into
# screenshots/. Needs Debian's chromium (apt-get install chromium).
set -euo pipefail
cd "$(dirname "$0")/../../.."
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
[ -n "$browser" ] || { echo "no Chromium found: apt-get install chromium"; exit 1; }
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
go build -o "$work/entente" ./cmd/entente
"$work/entente" serve --demo --addr 127.0.0.1:0 >"$work/out" &
server=$!
for _ in $(seq 100); do grep -q http "$work/out" && break; sleep 0.1; done
address=$(grep -o 'http://[^ ]*' "$work/out")
mkdir -p screenshots
draw() { # name path width height
  "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$work/$1" \
    --window-size="$3,$4" --screenshot="screenshots/$1.png" "$address$2" 2>/dev/null
  test -s "screenshots/$1.png" || { echo "no picture of $2"; exit 1; }
  echo "screenshots/$1.png"
}
for page in latest: pair:pair/JPN/KOR announced:announced article:article/demo-001 read:read; do
  name=${page%%:*} path=${page#*:}
  draw "$name" "$path" 1280 900
  draw "$name-phone" "$path" 500 900
done
