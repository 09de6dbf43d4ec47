# What the launcher says at the terminal.

if [ -t 1 ]; then bold=$'\e[1m' dim=$'\e[2m' red=$'\e[31m' green=$'\e[32m' plain=$'\e[0m'; else bold='' dim='' red='' green='' plain=''; fi

say() { printf '%s\n' "$*"; }

fail() {
  printf '%slinli:%s %s\n' "$red" "$plain" "$*" >&2
  exit 2
}

# step NAME COMMAND…: runs quietly with a running clock; on failure shows the end of what the command printed.
step() {
  local name=$1 log started
  shift
  mkdir -p build/log
  log=build/log/$(printf '%s' "$name" | tr -c 'A-Za-z0-9\n' '-').log
  started=$SECONDS
  if [ -t 1 ]; then
    "$@" >"$log" 2>&1 &
    local pid=$!
    while kill -0 "$pid" 2>/dev/null; do
      printf '\r  %s… %s s ' "$name" "$((SECONDS - started))"
      sleep 0.5
    done
    if wait "$pid"; then
      printf '\r  %s✓%s %s  %s%s s%s\n' "$green" "$plain" "$name" "$dim" "$((SECONDS - started))" "$plain"
      return 0
    fi
    printf '\n'
  else
    say "  $name…"
    if "$@" >"$log" 2>&1; then
      say "  $name: $((SECONDS - started)) s"
      return 0
    fi
  fi
  printf '%slinli:%s %s failed; the end of %s:\n' "$red" "$plain" "$name" "$log" >&2
  tail -n 40 "$log" >&2
  exit 1
}
