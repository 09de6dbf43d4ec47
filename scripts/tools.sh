# Finding JDK 25, Maven and Node, and installing what browser tests need.

java_version() { "$1" -version 2>&1 | sed -nE '1s/.*version "([0-9]+).*/\1/p'; }

find_java() {
  local candidate
  for candidate in "${LINLI_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/*; do
    [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] || continue
    [ "$(java_version "$candidate/bin/java")" = 25 ] || continue
    export JAVA_HOME=$candidate
    return 0
  done
  if command -v javac >/dev/null && [ "$(java_version "$(command -v java)")" = 25 ]; then
    JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
    export JAVA_HOME
    return 0
  fi
  fail "JDK 25 was not found. Install it with: apt-get install openjdk-25-jdk (where the release has it) or apt-get install temurin-25-jdk (Adoptium's packages); or point JAVA_HOME at one."
}

find_maven() {
  command -v mvn >/dev/null || fail "Maven was not found. Install it with: apt-get install maven"
}

find_node() {
  command -v node >/dev/null && command -v npm >/dev/null ||
    fail "Node 20 or newer with npm was not found. Install it with: apt-get install nodejs npm"
  local version
  version=$(node --version | sed -E 's/^v([0-9]+).*/\1/')
  [ "$version" -ge 20 ] || fail "Node $version is too old; Linli needs 20 or newer. Install it with: apt-get install nodejs npm"
}

find_tools() {
  find_java
  find_maven
  find_node
}

find_chromium() {
  local name
  for name in "${LINLI_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -n "$name" ] && command -v "$name" >/dev/null || continue
    command -v "$name"
    return 0
  done
  return 1
}

has_chinese_font() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn 2>/dev/null | head -n 1)" ]; }

# The browser journeys need Chromium and a Chinese font; as root on Debian and its kin they are installed here.
install_for_tests() {
  local wanted=()
  find_chromium >/dev/null || wanted+=(chromium)
  has_chinese_font || wanted+=(fontconfig fonts-noto-cjk)
  [ ${#wanted[@]} -gt 0 ] || return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    step "package lists" apt-get update
    step "installing ${wanted[*]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${wanted[@]}"
  else
    fail "The browser tests need ${wanted[*]}. Install them with: sudo apt-get install ${wanted[*]}"
  fi
}

# missing COMMAND…: why it fails, said without ending; false when it does not fail.
missing() {
  local why
  if why=$("$@" 2>&1); then return 1; fi
  say "${why#*"linli:$plain "}"
  lacking=1
}

# Names everything that is missing at once; the exit code says whether Linli can be built and run.
doctor() {
  local line lacking=0
  missing find_java || { find_java && say "JDK      $("$JAVA_HOME/bin/java" -version 2>&1 | head -n 1) ($JAVA_HOME)"; }
  missing find_maven || { line=$(mvn -B --version) && say "Maven    ${line%%$'\n'*}"; }
  missing find_node || say "Node     $(node --version), npm $(npm --version)"
  if line=$(find_chromium); then say "Chromium $line"; else say "Chromium missing: apt-get install chromium (only for tests)"; fi
  if has_chinese_font; then say "Fonts    Chinese ones are here"; else say "Fonts    no Chinese one: apt-get install fonts-noto-cjk (only for tests)"; fi
  say "Memory   $(awk '/MemTotal/ {printf "%.1f GiB", $2 / 1048576}' /proc/meminfo), $(nproc) cores"
  say "Disk     $(df -h --output=avail . | tail -n 1 | tr -d ' ') free here"
  if [ "$(id -u)" = 0 ]; then
    if unshare -U true 2>/dev/null; then say "Root     PostgreSQL runs in a user namespace"; else say "Root     no user namespaces: PostgreSQL will run as nobody"; fi
  fi
  say "Open files $(ulimit -n)"
  return "$lacking"
}
