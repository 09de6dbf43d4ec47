# Checks: the same steps in the same order on every machine. Test runners print their own closing lines.

heading() { printf '\n%s== %s%s\n' "$bold" "$*" "$plain"; }

check_all() {
  local started=$SECONDS
  find_tools
  find_chromium >/dev/null || fail "The browser tests need Chromium: apt-get install chromium fonts-noto-cjk, or run ./linli test as root."
  heading "Server: format, strict compile, tests on a real PostgreSQL"
  maven -Pstrict spotless:check verify
  if [ -d web ]; then
    heading "Web: format, types, lint, tests, build"
    web_packages
    # The server's tests have just described its interface; the web is checked against exactly that.
    npm --prefix web run types
    node scripts/web-licences.mjs
    npm --prefix web run check
    build_web
    heading "Browser: journeys in Chromium against the built server"
    build_server
    run_journeys
  fi
  say ""
  say "All checks passed in $((SECONDS - started)) s."
}

# A server of its own on a throw-away folder, with the demo and its companions, for as long as the journeys take.
run_journeys() {
  local folder port=8390 waited=0 code=0
  folder=$(mktemp -d)
  server_command --data "$folder" --port "$port" --demo small
  start_companions "$port"
  if [ ${#companions[@]} -lt 2 ]; then
    stop_companions
    fail "The browser journeys need ports $((port + 1)) and 38088 for the stand-in and the card reader."
  fi
  hear_watches $((port + 3)) $((port + 4))
  hotline_trunk
  "${command_line[@]}" >build/log/journeys-server.log 2>&1 &
  local server=$!
  trap 'kill $server 2>/dev/null; stop_companions' EXIT
  until grep -q "Linli is ready" build/log/journeys-server.log; do
    sleep 1
    waited=$((waited + 1))
    if [ "$waited" -gt 180 ] || ! kill -0 "$server" 2>/dev/null; then
      tail -n 40 build/log/journeys-server.log >&2
      fail "The server for the browser journeys did not start."
    fi
  done
  LINLI_CHROMIUM=$(find_chromium) LINLI_URL=http://127.0.0.1:$port LINLI_STANDIN_URL=http://127.0.0.1:$((port + 1)) \
    LINLI_READER_URL=http://127.0.0.1:38088 LINLI_TRUNK_KEY=$LINLI_ELDERCARE_DEMOTRUNKKEY npm --prefix web run e2e || code=$?
  kill "$server" 2>/dev/null
  wait "$server" 2>/dev/null || true
  stop_companions
  trap - EXIT
  rm -rf "$folder"
  return "$code"
}

# As the checks do for seconds, for as long as one likes: the readers of device protocols are fed what nobody thought of.
fuzz_all() {
  local minutes=10 argument
  for argument in "$@"; do
    case "$argument" in
      --minutes=*) minutes=${argument#*=} ;;
      *) fail "./linli fuzz does not know \"$argument\"; it takes --minutes=N, for each of the three readers." ;;
    esac
  done
  [[ $minutes =~ ^[1-9][0-9]{0,3}$ ]] || fail "--minutes is a whole number, such as --minutes=30."
  find_tools
  maven -pl server -am integration-test -DskipTests -Dlinli.fuzz.duration="${minutes}m"
  say "Nothing was found in $minutes minutes each."
}

fix_all() {
  find_tools
  step "Java" maven -q spotless:apply
  if [ -d web ]; then
    web_packages
    step "web" npm --prefix web run fix
  fi
}

write_docs() {
  find_tools
  step "module canvases, data dictionary, interface description" maven -q -pl server -am test -Dtest='GeneratedDocsTests,OpenApiTests' -Dlinli.docs.write=true -Dsurefire.failIfNoSpecifiedTests=false
}
