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
    npm --prefix web run check
    build_web
    heading "Browser: journeys in Chromium against the built server"
    build_server
    run_journeys
  fi
  say ""
  say "All checks passed in $((SECONDS - started)) s."
}

run_journeys() {
  LINLI_CHROMIUM=$(find_chromium) JAVA_HOME=$JAVA_HOME npm --prefix web run e2e
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
