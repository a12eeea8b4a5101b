# shellcheck shell=bash
# The processes: what they are called, how they start and stop, and how to see that they are well.
# Each has a file with its process number in $CLINIC_HOME/run and a log in $CLINIC_HOME/log.

SERVICES="sign-in therapist-service booking-service notification-service gateway"
PARTS="local $SERVICES"

START_LIMIT=${CLINIC_START_LIMIT:-120} # seconds until everything must be ready
STOP_LIMIT=25                          # seconds until a process that was asked to stop is killed

pid_file() { printf '%s/run/%s.pid' "$CLINIC_HOME" "$1"; }
log_file() { printf '%s/log/%s.log' "$CLINIC_HOME" "$1"; }

port_of() {
  case $1 in
    local) echo "$STORE_PORT" ;;
    therapist-service) echo "$THERAPIST_PORT" ;;
    booking-service) echo "$BOOKING_PORT" ;;
    notification-service) echo "$NOTIFICATION_PORT" ;;
    sign-in) echo "$SIGN_IN_PORT" ;;
    gateway) echo "$GATEWAY_PORT" ;;
  esac
}

# What is the same when the cache of a part is made and when the part runs: the cache depends on it.
jvm_options() {
  echo -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError
  echo --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
  case $1 in
    local) echo -Xmx160m ;;
    booking-service) echo -Xmx192m ;;
    *) echo -Xmx128m ;;
  esac
}

# jar_of PART: what java -jar takes. Unpacked by the build, so that classes come from plain jars.
jar_of() {
  case $1 in
    local) echo "$root/local/target/local.jar" ;;
    *) echo "$root/$1/target/unpacked/$1.jar" ;;
  esac
}

cache_of() { echo "$root/$1/target/$1.aot"; }

# --- is it there, and how is it? ---------------------------------------------

command_line() {
  if [ -r "/proc/$1/cmdline" ]; then
    tr '\0' ' ' <"/proc/$1/cmdline"
  else
    ps -o command= -p "$1" 2>/dev/null || true
  fi
}

# The process number, if the process is alive and ours. Numbers are used again: the command line must name our folder.
pid_of() {
  local pid
  pid=$(cat "$(pid_file "$1")" 2>/dev/null) || return 0
  case $(command_line "$pid") in
    *"-Dclinic.home=$CLINIC_HOME "*"$1.jar"*) echo "$pid" ;;
  esac
}

running() { [ -n "$(pid_of "$1")" ]; }

any_running() {
  local part
  for part in $PARTS; do
    ! running "$part" || return 0
  done
  return 1
}

all_running() {
  local part
  for part in $PARTS; do
    running "$part" || return 1
  done
}

# answers PORT [PATH]: something listens there, and answers 200 if a path is given.
answers() {
  local status=
  { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 1
  if [ -n "${2:-}" ]; then
    printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$2" >&3 2>/dev/null || true
    IFS= read -r -t 5 status <&3 || true
  fi
  exec 3>&-
  [ -z "${2:-}" ] || case $status in HTTP/1.?" 200"*) ;; *) return 1 ;; esac
}

ready() {
  case $1 in
    local) grep -qx ready "$(log_file local)" 2>/dev/null && answers "$STORE_PORT" && answers "$KAFKA_PORT" ;;
    *) answers "$(($(port_of "$1") + 1000))" /actuator/health/readiness ;;
  esac
}

# Resident memory in MiB.
memory_of() {
  local pid
  pid=$(pid_of "$1")
  if [ -z "$pid" ]; then
    echo 0
  elif [ -r "/proc/$pid/status" ]; then
    awk '/^VmRSS:/ { printf "%d", $2 / 1024 }' "/proc/$pid/status"
  else
    ps -o rss= -p "$pid" | awk '{ printf "%d", $1 / 1024 }'
  fi
}

memory_of_all() {
  local part sum=0
  for part in $PARTS; do
    sum=$((sum + $(memory_of "$part")))
  done
  echo "$sum"
}

# --- ports -------------------------------------------------------------------

owner_of_port() {
  local owner=
  if command -v ss >/dev/null; then
    owner=$(ss -H -ltnp "sport = :$1" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/\1 (process \2)/p' | head -1)
  elif command -v lsof >/dev/null; then
    owner=$(lsof -nP -iTCP:"$1" -sTCP:LISTEN 2>/dev/null | awk 'NR == 2 { print $1 " (process " $2 ")" }')
  fi
  echo "${owner:-another process}"
}

# check_port PORT VARIABLE WHAT
check_port() {
  if answers "$1"; then
    taken="$taken
  port $1 ($3) is taken by $(owner_of_port "$1"); choose another by $2=..."
  fi
}

# Says of every port that we need and somebody else has whose it is and which variable changes it.
check_ports() {
  local service variable port taken=
  if ! running local; then
    check_port "$KAFKA_PORT" KAFKA_PORT Kafka
    check_port "$STORE_PORT" STORE_PORT "the store"
    check_port "$SMTP_PORT" SMTP_PORT "mail in"
    check_port "$MAIL_PAGE_PORT" MAIL_PAGE_PORT "the mail page"
  fi
  for service in $SERVICES; do
    if ! running "$service"; then
      variable=$(echo "${service%-service}_PORT" | tr '[:lower:]-' '[:upper:]_')
      port=$(port_of "$service")
      check_port "$port" "$variable" "$service"
      check_port "$((port + 1000))" "$variable" "$service's health: always its port + 1000"
    fi
  done
  [ -z "$taken" ] || fail "not started:$taken"
}

# --- start -------------------------------------------------------------------

# new_secret FILE: 256 bits in Base64, for our eyes only.
new_secret() { (umask 077 && head -c 32 /dev/urandom | base64 >"$1"); }

# The words by which the parts know each other: random, made once, and only their owner can read them.
secrets() {
  local file=$CLINIC_HOME/data/secrets name
  [ -e "$file" ] || (
    umask 077
    mkdir -p "$CLINIC_HOME/data"
    for name in GATEWAY_CLIENT_SECRET DEMO_CLIENT_SECRET; do
      echo "$name=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')"
    done >"$file.new" && mv "$file.new" "$file"
  )
  set -a
  # shellcheck source=/dev/null
  . "$file"
  set +a
}

# start PART [JVM OPTION...]: in the background. It does not hear a Ctrl-C or the end of the terminal: whoever
# started it does, and stops all in the right order.
start() {
  local part=$1 port log
  shift
  port=$(port_of "$part")
  log=$(log_file "$part")
  mkdir -p "$CLINIC_HOME/run" "$CLINIC_HOME/log" "$CLINIC_HOME/data/keys"
  [ -s "$CLINIC_HOME/data/link-secret" ] || new_secret "$CLINIC_HOME/data/link-secret"
  [ -n "$(ls -A "$CLINIC_HOME/data/keys")" ] || new_secret "$CLINIC_HOME/data/keys/first"
  [ ! -e "$log" ] || mv "$log" "$log.before"
  # shellcheck disable=SC2046  # options are words
  (
    trap '' INT HUP
    cd "$CLINIC_HOME" || exit 1
    export LOCAL_DATA="$CLINIC_HOME/data" KEY_FOLDER="$CLINIC_HOME/data/keys" KAFKA_PORT STORE_PORT SMTP_PORT MAIL_PAGE_PORT
    export SERVER_ADDRESS=127.0.0.1 SERVER_PORT="$port" MANAGEMENT_SERVER_PORT="$((port + 1000))"
    export MONGODB_URI="$STORE_URI" KAFKA_BOOTSTRAP_SERVERS="127.0.0.1:$KAFKA_PORT"
    export SMTP_HOST=127.0.0.1
    # Text messages are shown beside the mails, on /texts; set all four to have them sent.
    export SMS_URL="${SMS_URL:-http://127.0.0.1:$MAIL_PAGE_PORT}" SMS_ACCOUNT="${SMS_ACCOUNT:-local}"
    export SMS_TOKEN="${SMS_TOKEN:-local}" SMS_FROM="${SMS_FROM:-+15005550006}"
    LINK_SECRET=$(cat "$CLINIC_HOME/data/link-secret")
    export LINK_SECRET
    export SIGN_IN_ISSUER="http://localhost:$SIGN_IN_PORT" SIGN_IN_FOLDER="$CLINIC_HOME/data/sign-in"
    export IDENTITY_ISSUER="$SIGN_IN_ISSUER" IDENTITY_JWKS_URI="http://127.0.0.1:$SIGN_IN_PORT/oauth2/jwks"
    export PUBLIC_URLS="http://127.0.0.1:$GATEWAY_PORT,http://localhost:$GATEWAY_PORT"
    secrets
    # Pages on this machine may show the booking flow in a frame.
    export EMBED_ORIGINS="${EMBED_ORIGINS:-http://localhost:*,http://127.0.0.1:*}"
    [ ! -e "$WEB_BUILT" ] || export WEB_FOLDER=${WEB_BUILT%/*}
    export THERAPIST_URL="http://127.0.0.1:$THERAPIST_PORT" BOOKING_URL="http://127.0.0.1:$BOOKING_PORT"
    export NOTIFICATION_URL="http://127.0.0.1:$NOTIFICATION_PORT" PUBLIC_URL="http://127.0.0.1:$GATEWAY_PORT"
    exec "$java" $(jvm_options "$part") "$@" "-Dclinic.home=$CLINIC_HOME" -jar "$(jar_of "$part")"
  ) >"$log" 2>&1 </dev/null &
  echo $! >"$(pid_file "$part")"
  disown $! # bash need not report its end
  # Until the new process has become java it doesn't look like one of ours.
  while kill -0 $! 2>/dev/null && ! running "$part"; do
    pause 0.02
  done
}

# The option that makes a part start from its cache, if there is one.
cache_option() {
  [ ! -e "$(cache_of "$1")" ] || echo "-XX:AOTCache=$(cache_of "$1")"
}

start_parts() {
  local service began=$SECONDS
  if ! running local; then
    start_with_cache local
    wait_until_ready "$began" local || return 1
  fi
  for service in $SERVICES; do
    running "$service" || start_with_cache "$service"
  done
  # shellcheck disable=SC2086  # a list of words
  wait_until_ready "$began" $SERVICES
}

start_with_cache() {
  local option
  option=$(cache_option "$1")
  if [ -n "$option" ]; then
    start "$1" "$option" "-Xlog:aot*=off"
  else
    start "$1"
  fi
}

# wait_until_ready BEGAN PART...: false, with the end of its log, when one has ended or the time is up.
wait_until_ready() {
  local began=$1 part waiting still
  shift
  waiting=$*
  while [ -n "$waiting" ]; do
    still=
    for part in $waiting; do
      if ready "$part"; then
        done_with "$(printf '%-22s ready after %2d s' "$part" $((SECONDS - began)))"
      elif ! running "$part"; then
        explain "$part" "has ended by itself"
        return 1
      else
        still="$still $part"
      fi
    done
    waiting=${still# }
    [ -n "$waiting" ] || break
    if [ $((SECONDS - began)) -ge "$START_LIMIT" ]; then
      for part in $waiting; do
        explain "$part" "is not ready after $START_LIMIT s"
      done
      return 1
    fi
    progress "waiting for $waiting ($((SECONDS - began)) s)"
    pause 0.2
  done
}

explain() {
  {
    printf 'clinic: %s %s. The end of its log, %s:\n' "$1" "$2" "$(log_file "$1")"
    tail -n 15 "$(log_file "$1")" | cut -c 1-400
  } >&2
}

# --- stop --------------------------------------------------------------------

# In the order in which nobody loses what it still needs: visitors first, then services, then their store and broker.
stop_parts() {
  trap ':' INT TERM HUP # a second Ctrl-C must not leave half of them behind
  stop gateway
  stop booking-service therapist-service notification-service sign-in
  stop local
}

# stop PART...: asks all of them, waits, and kills who does not listen.
stop() {
  local part pid asked='' began=$SECONDS
  for part in "$@"; do
    pid=$(pid_of "$part")
    if [ -n "$pid" ] && kill "$pid" 2>/dev/null; then
      asked="$asked $part"
    fi
  done
  for part in $asked; do
    while pid=$(pid_of "$part") && [ -n "$pid" ]; do
      progress "stopping $part ($((SECONDS - began)) s)"
      if [ $((SECONDS - began)) -ge "$STOP_LIMIT" ]; then
        kill -9 "$pid" 2>/dev/null || true
        done_with "$part did not stop within $STOP_LIMIT s and was killed"
      fi
      pause 0.1
    done
    done_with "$part stopped"
  done
  for part in "$@"; do
    rm -f "$(pid_file "$part")"
  done
}

# --- the demo ----------------------------------------------------------------

# Once for each data folder, through the public API. The loader itself may be repeated without harm.
load_demo() {
  local jar=$root/demo/target/demo.jar loaded=$CLINIC_HOME/data/demo-is-loaded began=$SECONDS
  [ ! -e "$loaded" ] || return 0
  if [ ! -e "$jar" ]; then
    say "  (no demo to load yet)"
    return 0
  fi
  progress "loading the demo clinics"
  if ! (
    secrets
    export SIGN_IN_ISSUER="http://localhost:$SIGN_IN_PORT"
    exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx96m -jar "$jar" "http://127.0.0.1:$GATEWAY_PORT"
  ) >"$(log_file demo)" 2>&1; then
    explain demo "could not be loaded"
    return 1
  fi
  : >"$loaded"
  done_with "$(printf '%-22s loaded in %d s' demo $((SECONDS - began)))"
}
