# shellcheck shell=bash
# Backups and bringing them back. What is done, keeping.jar does; here is what it needs and what must not run.

# keeping ARGUMENT...: on the store and broker of this folder, which are started for it if they don't run.
keeping() {
  local started=no outcome=0
  find_jdk
  build
  if ! running local; then
    check_ports
    started=yes
    trap 'stop local >/dev/null; exit 130' INT TERM HUP
    start_with_cache local
    wait_until_ready "$SECONDS" local || { stop local; exit 1; }
  fi
  MONGODB_URI="$STORE_URI" KAFKA_BOOTSTRAP_SERVERS="127.0.0.1:$KAFKA_PORT" \
    KEY_FOLDER="$CLINIC_HOME/data/keys" \
    "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx128m -jar "$root/keeping/target/keeping.jar" "$@" || outcome=$?
  [ "$started" = no ] || stop local >/dev/null
  return "$outcome"
}

# Secrets that lie in files beside the data. They go with the keys, and come back where there is none.
KEPT_SECRETS="link-secret secrets sign-in"

# backup FOLDER [KEYS]
backup() {
  [ $# -ge 1 ] && [ $# -le 2 ] || fail "name a new folder: ./clinic backup FOLDER [KEYS]"
  local data=$1 keys=${2:-$1-keys} one
  [ -d "$CLINIC_HOME/data/store" ] || fail "there is nothing in $CLINIC_HOME yet: ./clinic up begins"
  keeping backup "$data" "$keys" || return 1
  for one in $KEPT_SECRETS; do
    (umask 077 && mkdir -p "$keys/secrets" && cp -R "$CLINIC_HOME/data/$one" "$keys/secrets/") || fail "no copy of $one"
  done
  say "Keep $keys somewhere else than $data: who has both can read everything."
}

# restore FOLDER [KEYS] [--over]
restore() {
  local part folders=() one
  for one in "$@"; do
    case $one in --*) ;; *) folders+=("$one") ;; esac
  done
  [ ${#folders[@]} -ge 1 ] && [ ${#folders[@]} -le 2 ] || fail "name the backup: ./clinic restore FOLDER [KEYS] [--over]"
  for part in $SERVICES; do
    ! running "$part" || fail "$part is running, and would write among what is brought back: ./clinic down, then restore"
  done
  mkdir -p "$CLINIC_HOME/data/keys"
  for one in $KEPT_SECRETS; do
    if [ ${#folders[@]} = 2 ] && [ ! -e "$CLINIC_HOME/data/$one" ] && [ -e "${folders[1]}/secrets/$one" ]; then
      cp -R "${folders[1]}/secrets/$one" "$CLINIC_HOME/data/"
    fi
  done
  keeping restore "$@" || return 1
  : >"$CLINIC_HOME/data/demo-is-loaded"
  say "./clinic up starts with what was brought back."
}
