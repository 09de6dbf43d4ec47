# Running what was built.

server_command() {
  local cache=()
  [ -f build/app/linli.aot ] && cache=(-XX:AOTCache=build/app/linli.aot)
  local flags=("${java_flags[@]}")
  [[ " $* " == *" --linli.command="* ]] || flags+=("${server_flags[@]}")
  command_line=("$JAVA_HOME/bin/java" "${flags[@]}" "${cache[@]}" ${LINLI_JAVA_OPTIONS:-} -jar build/app/linli-server-app.jar "$@")
}

# option NAME DEFAULT ARGUMENTS…: the value of --NAME VALUE or --NAME=VALUE.
option() {
  local name=$1 value=$2
  shift 2
  while [ $# -gt 0 ]; do
    case "$1" in
      --"$name"=*) value=${1#*=} ;;
      --"$name") value=${2:-} ;;
    esac
    shift
  done
  printf '%s' "$value"
}

free_port() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

companions=()

# The demo's outside world: a stand-in for departments, the SMS gateway and the MQTT broker of sensors, and a card reader with make-believe cards.
start_companions() {
  local port=$1 secret broker=()
  [[ $port =~ ^[0-9]{1,5}$ ]] || return 0 # the server says what is wrong with it
  secret=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
  stand_in_port=$((port + 1))
  mkdir -p build/log
  if ! free_port "$stand_in_port"; then
    say "  Port $stand_in_port is in use, so there is no stand-in for departments and SMS: what is sent to them waits. 端口 $stand_in_port "'被占用，模拟部门未启动，转办事项将等待。'
  elif [ -f standin/target/linli-standin-run.jar ]; then
    stand_in_broker 1883
    LINLI_STANDIN_SECRET=$secret "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx96m -jar standin/target/linli-standin-run.jar \
      --port "$stand_in_port" --callback "http://127.0.0.1:$port" --answer-after "${LINLI_STANDIN_ANSWER_AFTER:-20s}" "${broker[@]}" >build/log/standin.log 2>&1 &
    companions+=($!)
    export LINLI_COUNTER_LINESTANDIN_URL=http://127.0.0.1:$stand_in_port LINLI_COUNTER_LINESTANDIN_SECRET=$secret
    export LINLI_NOTIFY_SMS_URL=http://127.0.0.1:$stand_in_port/sms/messages LINLI_NOTIFY_SMS_SECRET=$secret
    say "  Stand-in for departments and SMS   http://127.0.0.1:$stand_in_port/"
  fi
  if ! free_port 38088; then
    say '  Port 38088 is in use; if that is no card reader, there is none. 端口 38088 被占用，未另启读卡服务。'
  elif [ -f card-reader/target/linli-card-reader.jar ]; then
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx64m -jar card-reader/target/linli-card-reader.jar --simulate \
      --origin "http://127.0.0.1:$port" >build/log/reader.log 2>&1 &
    companions+=($!)
    say "  Card reader with make-believe cards http://127.0.0.1:38088/"
  fi
}

# Sensors publish to a broker that the district runs; a setting that names one is left as it is.
stand_in_broker() {
  [ -z "${LINLI_WEARABLES_MQTT_URL:-}" ] || return 0
  if free_port "$1"; then
    broker=(--mqtt-port "$1")
    export LINLI_WEARABLES_MQTT_URL=mqtt://127.0.0.1:$1
    say "  Stand-in for the MQTT broker of sensors on port $1    ./linli sensor --kind=SMOKE"
  else
    say "  Port $1 is in use, so there is no stand-in for the MQTT broker. 端口 $1 "'被占用，未启动模拟MQTT服务。'
  fi
}

# A deaf gateway is no reason for a demo not to start, but it is said. With --demo none it listens where its setting says.
hear_watches() {
  if [ -z "${LINLI_WEARABLES_JT808PORT:-}" ] && free_port "$2"; then
    export LINLI_WEARABLES_JT808PORT=$2
    say "  JT/T 808 terminals are heard on port $2"
  fi
  [ -z "${LINLI_WEARABLES_WATCHPORT:-}" ] || return 0
  if free_port "$1"; then
    export LINLI_WEARABLES_WATCHPORT=$1
    say "  Care watches are heard on port $1    ./linli watch --sos"
  else
    say "  Port $1 is in use, so no care watch is heard. 端口 $1 "'被占用，手表接入未启动。'
  fi
}

# Companions run from a copy: ./linli watch, sensor and ring build the bench anew beside them.
companion_jar() {
  [ -f bench/target/linli-bench.jar ] || return 1
  mkdir -p build
  cp bench/target/linli-bench.jar build/companions.jar
}

# Make-believe watches that live their days as long as the demo does. They need the watches' port, and the bench's program.
living_watches() {
  [ -n "${LINLI_WEARABLES_WATCHPORT:-}" ] && [ -f build/companions.jar ] || return 0
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx64m -jar build/companions.jar watch \
    --fleet=300 --from=000000000003001 --every=30 --port="$LINLI_WEARABLES_WATCHPORT" >build/log/watches.log 2>&1 &
  companions+=($!)
  say "  300 make-believe watches walk about    build/log/watches.log"
}

# A hotline that never rests, as long as the demo does. Its key is of this run; ./linli ring signs with it too.
hotline_trunk() {
  local key
  key=$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')
  export LINLI_ELDERCARE_DEMOTRUNKKEY=$key
  mkdir -p build
  (umask 077 && printf '%s' "$key" >build/demo-trunk.key)
}

busy_hotline() {
  [ -f build/companions.jar ] || return 0
  LINLI_TRUNK_KEY=$LINLI_ELDERCARE_DEMOTRUNKKEY "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx64m -jar build/companions.jar \
    ring --busy --trunk=1 --port="$1" >build/log/hotline.log 2>&1 &
  companions+=($!)
  say "  A make-believe hotline rings at the 12349 desk    build/log/hotline.log    ./linli ring"
}

run_ring() {
  if [ -z "${LINLI_TRUNK_KEY:-}" ] && [ -f build/demo-trunk.key ]; then
    LINLI_TRUNK_KEY=$(cat build/demo-trunk.key)
    export LINLI_TRUNK_KEY
    set -- --trunk=1 "$@"
  fi
  run_bench ring "$@"
}

stop_companions() {
  [ ${#companions[@]} -eq 0 ] || kill "${companions[@]}" 2>/dev/null || true
}

run_linli() {
  find_tools
  build_server
  local demo
  demo=$(option demo small "$@")
  server_command "$@"
  [ "$demo" = none ] && exec "${command_line[@]}"
  start_companions "$(option port 8090 "$@")"
  hear_watches 5093 5015
  companion_jar || true
  living_watches
  hotline_trunk
  busy_hotline "$(option port 8090 "$@")"
  "${command_line[@]}" &
  local server=$! code=0
  # The terminal's Ctrl-C reaches the server by itself; a signal sent to the launcher alone is handed on.
  trap 'kill -TERM $server 2>/dev/null' TERM HUP
  trap ':' INT
  while kill -0 "$server" 2>/dev/null; do wait "$server" && code=0 || code=$?; done
  stop_companions
  exit "$code"
}

# run_once NAME "VERB…" VERB ARGUMENTS…: something done once at the terminal instead of serving.
run_once() {
  local name=$1 verbs=$2 verb=${3:-}
  case " $verbs " in
    *" ${verb:-nothing} "*) ;;
    *) fail "Write ./linli $name ${verbs// /|} [--data DIR | --database-url URL]." ;;
  esac
  shift 3
  find_tools
  build_server
  server_command "$@" --linli.command="$name-$verb"
  exec "${command_line[@]}"
}

# What is the server's own goes on as it is; size and seed are settings of the registry.
run_demo() {
  local size seed rest=()
  size=$(option size '' "$@")
  seed=$(option seed 150203 "$@")
  [[ $size =~ ^(small|full)$ ]] || fail "Write ./linli demo --size small|full [--seed N] [--data DIR | --database-url URL]."
  [[ $seed =~ ^[0-9]{1,18}$ ]] || fail "--seed takes a number."
  while [ $# -gt 0 ]; do
    case "$1" in
      --size=* | --seed=*) ;;
      --size | --seed) shift ;;
      *) rest+=("$1") ;;
    esac
    shift
  done
  find_tools
  build_server
  server_command "${rest[@]}" --linli.command=demo
  exec "${command_line[@]}" "--linli.registry.synthetic.size=$size" "--linli.registry.synthetic.seed=$seed"
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

# Server and web with reload: Vite reloads the web, and the server is started anew when its sources have changed and
# compile. Ctrl-C, or the end of either, ends both.
run_dev() {
  find_tools
  web_packages
  step "server classes" dev_compile -Dmdep.outputFile="$home/build/dev-class-path" dependency:build-classpath
  local port
  port=$(option port 8090 "$@")
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  trap stop_dev EXIT
  start_dev_server "$@"
  LINLI_SERVER=http://127.0.0.1:$port setsid npm --prefix web run dev &
  dev_web=$!
  local seen
  seen=$(fingerprint "${dev_sources[@]}")
  while kill -0 "$dev_web" 2>/dev/null; do
    sleep 1
    [ "$seen" = "$(fingerprint "${dev_sources[@]}")" ] && continue
    seen=$(fingerprint "${dev_sources[@]}")
    say "  server classes…"
    if dev_compile; then
      stop_dev_server
      start_dev_server "$@"
    else
      say "  the server goes on as it was"
    fi
  done
}

dev_sources=(pom.xml postgres/src/main server/pom.xml server/src/main)
dev_web='' dev_server=''

dev_compile() { maven -q -pl server -am compile -Dspotless.check.skip=true "$@"; }

start_dev_server() {
  # In a session of its own: the terminal's Ctrl-C reaches this script, which then stops the server in order.
  setsid "$JAVA_HOME/bin/java" "${java_flags[@]}" -cp "server/target/classes:$(cat build/dev-class-path)" \
    org.linli.LinliApplication "$@" &
  dev_server=$!
}

stop_dev_server() {
  [ -n "$dev_server" ] || return 0
  kill -TERM "$dev_server" 2>/dev/null || true
  wait "$dev_server" 2>/dev/null || true
  dev_server=''
}

stop_dev() {
  trap '' INT TERM HUP
  # npm and what it started share a session of their own, so they are ended as a group.
  [ -z "$dev_web" ] || kill -TERM -- "-$dev_web" 2>/dev/null || true
  stop_dev_server
}

run_bench() {
  [ $# -gt 0 ] || fail "Name a bench: ./linli bench counter|casework|registry|start|sync|wearables [--json]"
  find_tools
  build_server
  step "bench" maven -q package -DskipTests -Dspotless.check.skip=true -pl bench -am
  exec "$JAVA_HOME/bin/java" "${java_flags[@]}" -jar bench/target/linli-bench.jar "$@"
}
