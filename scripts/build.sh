# Building what changed. Each part has a stamp: the names, sizes and times of its sources when it was last built.

fingerprint() {
  find "$@" \( -name target -o -name node_modules -o -name dist -o -path '*/e2e/output' \) -prune -o -type f -printf '%p %s %T@\n' |
    LC_ALL=C sort | sha256sum | cut -d ' ' -f 1
}

changed() { # changed PART SOURCES…
  local part=$1
  shift
  [ "$(cat "build/stamp/$part" 2>/dev/null)" != "$(fingerprint "$@")" ]
}

stamp() {
  local part=$1
  shift
  mkdir -p build/stamp
  fingerprint "$@" >"build/stamp/$part"
}

maven() { mvn -B -ntp "$@"; }

web_packages() {
  if [ ! -d web/node_modules ] || changed packages web/package-lock.json; then
    step "web packages" npm --prefix web ci --prefer-offline --no-audit --no-fund
    stamp packages web/package-lock.json
  fi
}

build_web() {
  [ -f web/package.json ] || return 0
  # The field app carries the server's code lists.
  local codes=server/src/main/resources/data/registry/codes.csv
  if [ ! -d web/dist ] || changed web web "$codes"; then
    web_packages
    step "web licences" node scripts/web-licences.mjs
    step "web" npm --prefix web run build
    stamp web web "$codes"
  fi
}

# The server in the extracted layout that an ahead-of-time cache needs, with the web inside.
build_server() {
  build_web
  local sources=() source
  # The dot keeps the built pages in the fingerprint, which passes over folders of that name.
  for source in pom.xml .mvn postgres server card-reader standin web/dist/.; do
    [ -e "$source" ] && sources+=("$source")
  done
  if [ ! -f build/app/linli-server-app.jar ] || changed server "${sources[@]}"; then
    step "server" maven -q -Papp package -DskipTests
    rm -rf build/app
    step "layout" "$JAVA_HOME/bin/java" -Djarmode=tools -jar server/target/app/linli-server-app.jar extract --destination build/app
    step "start-up cache" train_cache
    stamp server "${sources[@]}"
  fi
}

java_flags=(-XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8)
# Of the server alone: its commands need fewer beans than were worked out ahead of time.
server_flags=(-Dspring.aot.enabled=true)

# One start against a throw-away database, so that later starts find classes loaded, linked and profiled.
train_cache() {
  local folder
  folder=$(mktemp -d)
  "$JAVA_HOME/bin/java" "${java_flags[@]}" "${server_flags[@]}" -XX:AOTCacheOutput=build/app/linli.aot -jar build/app/linli-server-app.jar \
    --data "$folder" --demo none --server.port=0 --linli.command=train
  rm -rf "$folder"
}
