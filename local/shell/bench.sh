# shellcheck shell=bash
# What ./clinic bench can measure.

# All that docs/performance.md tells, in this order; each can be run by itself.
BENCH_PARTS="engine allocation http bookings race growth"

bench() {
  case ${1:-all} in
    all) bench_all ;;
    start) shift; bench_start "${1:-5}" ;;
    help) bench_usage ;;
    http | bookings | race | growth | reminders) bench_on_the_engine "$@" ;;
    gateway) bench_gateway "$@" ;;
    *) bench_jar "$@" ;;
  esac
}

bench_usage() {
  cat <<'USAGE'
./clinic bench                all parts of docs/performance.md, one after the other; writes their tables there
./clinic bench start [runs]   time to ready of each service, as the plain jar and from its cache; of ./clinic up; and memory
USAGE
  if [ -e "$root/bench/src/main" ]; then
    say "./clinic bench NAME ...       by module bench:"
    bench_jar || true
  fi
}

bench_all() {
  local part status=0 began=$SECONDS
  for part in $BENCH_PARTS; do
    say "$part (after $((SECONDS - began)) s)"
    (bench "$part") || { status=1; say "$part did not come to its end"; }
  done
  say "All in $((SECONDS - began)) s; tables in docs/performance.md, JSON in bench/target"
  return "$status"
}

# Beside a store that somebody names, the engine next to this repository, else the embedded one.
bench_on_the_engine() {
  if [ -z "${MONGODB_URI:-}" ] && [ -d "$root/../shared/mongo" ]; then
    find_jdk # also for the engine's gateway
    (JAVA_HOME=$jdk on_the_engine "$root/../shared/mongo" bench_jar "$@")
  else
    bench_jar "$@"
  fi
}

bench_jar() {
  local jar=$root/bench/target/bench.jar
  find_jdk
  if [ ! -e "$jar" ] || [ -n "$(find "$root"/*/src/main "$root"/*/pom.xml -newer "$jar" -print | head -1)" ]; then
    find_maven
    (cd "$root" && JAVA_HOME=$jdk mvn -q -B -ntp -pl bench -am package -Dmaven.test.skip=true -Dspotless.check.skip=true) ||
      fail "module bench could not be built"
    touch "$jar" # reproducible jars carry the date of the release
  fi
  if [ "$*" = book ]; then
    set -- book "http://127.0.0.1:$GATEWAY_PORT"
  elif [ "$*" = telling ]; then
    set -- telling "http://127.0.0.1:$GATEWAY_PORT" "http://127.0.0.1:$MAIL_PAGE_PORT"
  fi
  # Tables go to docs/performance.md, told from here. No container: what is measured should be known.
  (cd "$root" && RHOMBOID_TESTCONTAINERS=${RHOMBOID_TESTCONTAINERS:-off} "$java" -jar "$jar" "$@")
}

# bench_gateway gateway [ROUNDS] [SECONDS]: the gateway as it is built now.
bench_gateway() {
  command -v wrk >/dev/null || fail "bench gateway needs wrk"
  find_jdk
  is_built || build_jars
  bench_jar "$@"
}

# bench_start RUNS: a system of its own, on free ports and an empty folder, beside whatever runs.
bench_start() {
  [ -n "${EPOCHREALTIME:-}" ] || fail "bench start needs bash 5, for its clock"
  find_jdk
  build
  say "Time to ready: from the start of the process until its readiness answers. Median of $1 runs, in ms."
  say "Both with $(jvm_options therapist-service | tr '\n' ' ')on $(getconf _NPROCESSORS_ONLN) cores."
  (
    trap 'stop_parts >/dev/null 2>&1; exit 1' INT TERM HUP
    CLINIC_HOME=$root/target/clinic/bench
    rm -rf "$CLINIC_HOME"
    free_ports
    bench_up "the first time, with the demo"
    stop_parts >/dev/null
    bench_up "again"
    stop_parts >/dev/null
    start_with_cache local
    wait_until_ready "$SECONDS" local >/dev/null
    printf '\n%-22s %10s %10s %7s\n' service 'plain jar' cache ratio
    for service in $SERVICES; do
      bench_service "$service" "$1"
    done
    stop_parts >/dev/null
    rm -rf "$CLINIC_HOME"
  )
}

bench_up() {
  local began=$EPOCHREALTIME part
  if ! { start_parts && load_demo; } >/dev/null; then
    stop_parts >/dev/null
    fail "the system did not start"
  fi
  printf '\n./clinic up, %s: ready after %s ms\nResident memory in MiB:' "$1" "$(since "$began")"
  for part in $PARTS; do
    printf ' %s %s,' "$part" "$(memory_of "$part")"
  done
  printf ' in all %s\n' "$(memory_of_all)"
}

bench_service() {
  local service=$1 runs=$2 run plain='' cached=''
  for ((run = 0; run < runs; run++)); do
    plain="$plain $(jar_of() { echo "$root/$1/target/$1.jar"; } && timed "$service")"
    cached="$cached $(timed "$service" "-XX:AOTCache=$(cache_of "$service")" "-Xlog:aot*=off")"
  done
  # shellcheck disable=SC2086  # lists of words
  printf '%-22s %10s %10s %7s\n' "$service" "$(median $plain)" "$(median $cached)" \
    "$(awk -v a="$(median $cached)" -v b="$(median $plain)" 'BEGIN { printf "%.2f", a / b }')"
}

# timed SERVICE [JVM OPTION...]: starts it, prints how long it took, stops it.
timed() {
  local began=$EPOCHREALTIME
  start "$@"
  until ready "$1"; do
    running "$1" || fail "$1 has ended by itself; see $(log_file "$1")"
    read -r -t 0.01 <> <(:) || true # a pause without a process of its own
  done
  since "$began"
  stop "$1" >/dev/null
}

# since MOMENT: milliseconds from an EPOCHREALTIME until now.
since() {
  local now=$EPOCHREALTIME
  echo $(((${now%[.,]*} - ${1%[.,]*}) * 1000 + (10#${now#*[.,]} - 10#${1#*[.,]}) / 1000))
}

median() { printf '%s\n' "$@" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
