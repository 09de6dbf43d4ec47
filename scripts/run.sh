# Running what was built.

start_server() {
  local cache=()
  [ -f build/app/linli.aot ] && cache=(-XX:AOTCache=build/app/linli.aot)
  exec "$JAVA_HOME/bin/java" "${java_flags[@]}" "${cache[@]}" ${LINLI_JAVA_OPTIONS:-} -jar build/app/linli-server-app.jar "$@"
}

run_linli() {
  find_tools
  build_server
  start_server "$@"
}

run_audit() {
  [ "${1:-}" = verify ] || fail "Linli knows one audit command: ./linli audit verify [--data DIR]"
  shift
  find_tools
  build_server
  start_server "$@" --linli.command=audit-verify
}

run_reader() {
  find_tools
  build_server
  exec "$JAVA_HOME/bin/java" -jar card-reader/target/linli-card-reader.jar "$@"
}

run_standin() {
  find_tools
  build_server
  exec "$JAVA_HOME/bin/java" -jar standin/target/linli-standin-run.jar "$@"
}

# Server and web with reload: the web from Vite, the server restarted when its classes change.
run_dev() {
  find_tools
  web_packages
  step "server classes" maven -q compile
  trap 'kill 0' INT TERM EXIT
  maven -q -pl server -am spring-boot:run -Dspring-boot.run.arguments="$*" &
  npm --prefix web run dev
}

run_bench() {
  [ $# -gt 0 ] || fail "Name a bench: ./linli bench counter|casework|start [--json]"
  find_tools
  build_server
  step "bench" maven -q package -DskipTests -Dspotless.check.skip=true -pl bench -am
  exec "$JAVA_HOME/bin/java" "${java_flags[@]}" -jar bench/target/linli-bench.jar "$@"
}
