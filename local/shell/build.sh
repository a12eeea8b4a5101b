# shellcheck shell=bash
# Builds when a source is newer than the last build, unpacks the services, and makes their caches.

BUILT=$root/target/clinic/built
TRAINED=$root/target/clinic/trained

# A file or folder that is newer than the last build; folders, because they tell what was removed.
newer_source() {
  find "$root/pom.xml" "$root/.mvn" "$root"/*/pom.xml "$root"/*/src/main -newer "$BUILT" -print 2>/dev/null | head -1
}

is_built() {
  local part
  [ -e "$BUILT" ] && [ -z "$(newer_source)" ] || return 1
  for part in $PARTS; do
    [ -e "$(jar_of "$part")" ] || return 1
  done
}

# Whether the caches belong to this build, this JDK and this folder.
is_trained() {
  [ -e "$TRAINED" ] && [ ! "$BUILT" -nt "$TRAINED" ] && [ "$(cat "$TRAINED")" = "$(training_key)" ]
}

training_key() {
  printf '%s\n' "$root"
  sed -n 's/^\(IMPLEMENTOR\|JAVA_RUNTIME_VERSION\)=//p' "$jdk/release" 2>/dev/null || true
}

build() {
  web_is_built || build_web
  is_built || build_jars
  is_trained || train
}

build_jars() {
  local began=$SECONDS log=$root/target/clinic/build.log
  find_maven
  lock "$root/target/clinic"
  trap unlock EXIT
  say "Building (the first time Maven fetches what it needs)"
  rm -f "$BUILT"
  : >"$BUILT.begun"
  if ! (cd "$root" && JAVA_HOME=$jdk mvn -B -ntp -pl "$(echo "$PARTS demo keeping" | tr ' ' ,)" -am package \
    -Dmaven.test.skip=true -Dspotless.check.skip=true 2>&1) | tee "$log" | build_progress; then
    grep -E '^\[ERROR\]' "$log" | head -20 >&2 || true
    fail "the build failed; all of it: $log"
  fi
  unpack_jars "$log"
  mv "$BUILT.begun" "$BUILT"
  unlock
  done_with "built in $((SECONDS - began)) s"
}

# unpack_jars LOG: what a service runs from.
unpack_jars() {
  local log=$1 service
  for service in $SERVICES; do
    rm -rf "$root/$service/target/unpacked"
    "$java" -Djarmode=tools -jar "$root/$service/target/$service.jar" extract \
      --destination "$root/$service/target/unpacked" >>"$log" 2>&1 || fail "$service could not be unpacked; see $log"
  done
}

# Shows Maven's modules as they come; false when the build did not succeed.
build_progress() {
  local line outcome=1
  while IFS= read -r line; do
    case $line in
      "[INFO] Building "*) progress "${line#\[INFO\] }" ;;
      "[INFO] BUILD SUCCESS") outcome=0 ;;
    esac
  done
  return "$outcome"
}

# Runs everything once on free ports and an empty folder, and lets each JVM write down what it loaded and linked. Started
# from that, it needs less than half of the time. Without it everything works, too.
train() {
  local began=$SECONDS part
  say "Making the caches that let the services start fast (once after each build)"
  lock "$root/target/clinic"
  trap unlock EXIT
  for part in $PARTS; do
    rm -f "$(cache_of "$part")"
  done
  if ! (
    trap 'stop_parts >/dev/null; exit 1' INT TERM HUP
    CLINIC_HOME=$root/target/clinic/training
    rm -rf "$CLINIC_HOME"
    free_ports
    START_LIMIT=300 STOP_LIMIT=300 # all of it takes longer, and a cache is written at the end of the process
    start_for_training local
    wait_until_ready "$SECONDS" local || exit 1
    for part in $SERVICES; do
      start_for_training "$part"
    done
    outcome=0
    # shellcheck disable=SC2086  # a list of words
    { wait_until_ready "$SECONDS" $SERVICES && visit; } || outcome=1
    # All at once, as nobody waits for the caches of the others.
    # shellcheck disable=SC2086  # a list of words
    stop $SERVICES
    stop local
    for part in $PARTS; do
      [ -e "$(cache_of "$part")" ] || outcome=1
    done
    exit "$outcome"
  ); then
    say "  Not all caches could be made (logs: $root/target/clinic/training/log); without them a start takes longer."
  fi
  # Also when it failed: it would fail again at each start. The next build tries again.
  training_key >"$TRAINED"
  done_with "done in $((SECONDS - began)) s"
  unlock
}

start_for_training() { start "$1" "-XX:AOTCacheOutput=$(cache_of "$1")"; }

# A few requests that touch what a visitor touches first.
visit() {
  local path
  for path in clinics treatments therapists; do
    answers "$GATEWAY_PORT" "/api/v1/$path" || true
  done
  (token mira) >/dev/null || true
}

# Ports that nobody listens on now, far from the usual ones.
free_ports() {
  local base
  for base in $((20000 + RANDOM % 100 * 100)) $((20000 + RANDOM % 100 * 100)) $((20000 + RANDOM % 100 * 100)); do
    GATEWAY_PORT=$base THERAPIST_PORT=$((base + 1)) BOOKING_PORT=$((base + 2)) NOTIFICATION_PORT=$((base + 3))
    SIGN_IN_PORT=$((base + 8)) MAIL_PAGE_PORT=$((base + 4)) SMTP_PORT=$((base + 5)) KAFKA_PORT=$((base + 6)) STORE_PORT=$((base + 7))
    STORE_URI=mongodb://127.0.0.1:$STORE_PORT # never one of somebody's own
    if (check_ports) 2>/dev/null; then
      return 0
    fi
  done
  fail "no free ports found for making the caches"
}
