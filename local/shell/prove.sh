# shellcheck shell=bash
# Tries what Docker Compose runs, from a fresh clone on: in a project of its own, on ports of its own.

PROOFS="clone stories several keeping upgrade"

prove_usage() {
  cat <<'USAGE'
./clinic prove [PROOF...]   on Docker, beside whatever runs; all of them, or those named, in this order:
  clone      clones this repository, has Compose make and start everything, and measures
  stories    the stories of acceptance, on what runs by Compose
  several    two of each: one hour and many who want it; then each replaced by a new one while people book
  keeping    a backup, the store lost, and brought back
  upgrade    from the last tag (or PROVE_FROM=<commit>) to this: what was booked is there
By environment: PROVE_PORT=22000, the first of a hundred ports; PROVE_STAY=yes leaves all running at the end
USAGE
}

prove() {
  local proof
  [ "${1:-}" != help ] || { prove_usage; return; }
  for proof in "$@"; do
    case " $PROOFS " in *" $proof "*) ;; *) prove_usage >&2; fail "there is no proof '$proof'" ;; esac
  done
  # shellcheck disable=SC2086  # a list of words
  [ $# -gt 0 ] || set -- $PROOFS
  find_docker
  find_jdk
  find_maven
  proof_settings
  trap end_of_proof EXIT
  for proof in "$@"; do
    say
    say "== $proof"
    "prove_$proof" || fail "$proof did not hold"
  done
}

# As in .env.example. One machine is all visitors, so nobody is turned away for asking too often.
proof_settings() {
  local port=${PROVE_PORT:-22000} secret=$root/target/clinic/proof
  mkdir -p "$root/target/clinic"
  [ -s "$secret" ] || new_secret "$secret"
  export COMPOSE_PROJECT_NAME=rhomboid-proof
  # A range, so that there can be several gateways. What asks them in turn reaches them inside.
  export GATEWAY_PORT=$((port + 10))-$((port + 19)) SIGN_IN_PORT=$((port + 20)) MAIL_PAGE_PORT=$((port + 21))
  export PROMETHEUS_PORT=$((port + 22)) GRAFANA_PORT=$((port + 23))
  export PUBLIC_URL=http://127.0.0.1:$((port + 10))
  # Else it would be the issuer that the stories are told, which is no address inside.
  export SIGN_IN_DISCOVERY=http://keycloak:8080/realms/rhomboid
  export LIMIT_CREATE=100000/1m LIMIT_SEARCH=100000/1m LIMIT_OTHER=100000/1m LIMIT_LINK=100000/1m LIMIT_HOLDS=10000
  PLATFORM_ADMIN_PASSWORD=$(tr -dc 'A-Za-z0-9' <"$secret")
  export PLATFORM_ADMIN_EMAIL=paula@rhomboid.example PLATFORM_ADMIN_PASSWORD KC_BOOTSTRAP_ADMIN_PASSWORD=$PLATFORM_ADMIN_PASSWORD
  export DEMO_CLIENT_SECRET=$PLATFORM_ADMIN_PASSWORD
  export BACKUP_FOLDER=$root/target/clinic/proof-backup KEYS_BACKUP_FOLDER=$root/target/clinic/proof-backup-keys
}

end_of_proof() {
  [ "${PROVE_STAY:-no}" = yes ] || compose --progress quiet --profile demo --profile keeping --profile observability down --volumes
}

# started [UP ARGUMENT...]: everything, healthy, with the demo in it. From the images that are there, else they are made.
started() {
  local began=$SECONDS
  compose --progress quiet up --detach --wait "$@" || { compose ps --all; return 1; }
  say "healthy after $((SECONDS - began)) s"
  compose --progress quiet run --rm --no-TTY --no-deps demo >/dev/null || return 1
}

prove_clone() {
  local folder began clone
  folder=$(mktemp -d)
  began=$SECONDS
  git clone --quiet "$root" "$folder/rhomboid"
  clone=$((SECONDS - began))
  (cd "$folder/rhomboid" && docker compose --progress quiet up --detach --build --wait) || {
    compose ps --all
    rm -rf "$folder"
    return 1
  }
  say "from git clone to healthy: $((SECONDS - began)) s, $clone s of it for the clone"
  rm -rf "$folder"
  images_and_starts
}

# What each image takes on the disk, and what each service says of its own start.
images_and_starts() {
  local service container
  for service in gateway therapist-service booking-service notification-service; do
    container=$(compose ps --quiet "$service" | head -1)
    printf '  %-22s %5s MB, %s\n' "$service" \
      "$(docker inspect -f '{{.Image}}' "$container" | xargs docker image inspect -f '{{.Size}}' | awk '{ printf "%d", $1 / 1e6 }')" \
      "$(docker logs "$container" 2>&1 | grep -o 'Started [A-Za-z]* in [0-9.]* seconds (process running for [0-9.]*)' | tail -1)"
  done
  docker stats --no-stream --format '  {{.Name}} {{.MemUsage}}' | grep "$COMPOSE_PROJECT_NAME" | sort
}

# stories_by PATTERN: of acceptance, on what runs.
stories_by() {
  local log=$root/target/clinic/prove.log
  GATEWAY_URL=$PUBLIC_URL MAILPIT_URL=http://127.0.0.1:$MAIL_PAGE_PORT \
    SIGN_IN_ISSUER=http://localhost:$SIGN_IN_PORT/realms/rhomboid \
    maven "$log" test-compile surefire:test@default-test -pl acceptance -am -Dtest="$1" \
    -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip=true
}

prove_stories() {
  started --scale gateway=1 --scale therapist-service=1 --scale booking-service=1 --scale notification-service=1 || return 1
  # Those that need nothing but an address, a mail catcher and people who sign in.
  stories_by 'OneDayAtTheClinicTest,RacingForOneHourTest,WaitingAndComingAgainTest,BeingScreenedTest,BeingLetInTest,LookingAfterOnesDataTest,AskingForTheImpossibleTest'
}

prove_several() {
  started --scale gateway=2 --scale therapist-service=2 --scale booking-service=2 --scale notification-service=2 || return 1
  stories_by 'OneDayAtTheClinicTest,ReplacingEveryPartTest'
}

# One number for each collection, of what the services have stored.
counts() {
  local database
  for database in therapist booking notification; do
    compose exec --no-TTY mongodb mongosh --quiet "$database" --eval \
      'db.getCollectionNames().sort().forEach(c => print(db.getName() + "." + c, db[c].countDocuments({})))'
  done
}

# mails: how many have arrived since the catcher's start.
mails() { curl -s "http://127.0.0.1:$MAIL_PAGE_PORT/api/v1/messages?limit=1" | sed -n 's/.*"total":\([0-9]*\).*/\1/p'; }

prove_keeping() {
  local began before after mails
  started || return 1
  rm -rf "$BACKUP_FOLDER" "$KEYS_BACKUP_FOLDER"
  install -d -o 10001 -g 10001 -m 700 "$BACKUP_FOLDER" "$KEYS_BACKUP_FOLDER"
  stories_by 'RacingForOneHourTest' || return 1
  before=$(counts)
  mails=$(mails)
  began=$SECONDS
  compose --progress quiet run --rm --no-TTY keeping backup /backup/proof /backup-keys/proof || return 1
  say "backup taken in $((SECONDS - began)) s, $(du -sk "$BACKUP_FOLDER" | cut -f 1) kB"
  compose --progress quiet stop gateway therapist-service booking-service notification-service
  compose --progress quiet rm --force --stop mongodb
  docker volume rm "${COMPOSE_PROJECT_NAME}_mongodb" >/dev/null
  say "the store is gone, with its volume"
  began=$SECONDS
  compose --progress quiet up --detach --wait mongodb
  compose --progress quiet run --rm --no-TTY keeping restore /backup/proof /backup-keys/proof || return 1
  say "brought back in $((SECONDS - began)) s"
  compose --progress quiet up --detach --wait || return 1
  say "healthy again after $((SECONDS - began)) s"
  after=$(counts)
  difference "$before" "$after"
  [ "$mails" = "$(mails)" ] || { say "mails before: $mails, after: $(mails)"; return 1; }
  say "no mail went out a second time ($mails in all)"
  stories_by 'OneDayAtTheClinicTest'
}

# difference BEFORE AFTER: of two counts; empty collections count for nothing.
difference() {
  say "collections and their documents that differ, before and after:"
  diff <(printf '%s\n' "$1" | grep -v ' 0$') <(printf '%s\n' "$2" | grep -v ' 0$') && say "  none"
  return 0
}

prove_upgrade() {
  local from folder before after began
  from=${PROVE_FROM:-$(git -C "$root" describe --tags --abbrev=0 2>/dev/null || true)}
  [ -n "$from" ] || fail "there is no tag to upgrade from: PROVE_FROM=<commit>"
  compose --progress quiet --profile demo down --volumes
  folder=$(mktemp -d)
  git clone --quiet "$root" "$folder/rhomboid" && git -C "$folder/rhomboid" checkout --quiet "$from" || return 1
  say "from $(git -C "$folder/rhomboid" log -1 --format='%h of %cs')"
  # Its own file, its own images; the port as it took them then.
  (cd "$folder/rhomboid" && export GATEWAY_PORT=${GATEWAY_PORT%-*} &&
    docker compose --progress quiet --profile demo build && docker compose --progress quiet up --detach --wait &&
    docker compose --progress quiet run --rm --no-TTY --no-deps demo >/dev/null) || return 1
  stories_by 'RacingForOneHourTest,OneDayAtTheClinicTest' || return 1
  before=$(counts)
  rm -rf "$folder"
  began=$SECONDS
  compose --progress quiet up --detach --build --wait || return 1
  say "upgraded in $((SECONDS - began)) s, images and all"
  after=$(counts)
  difference "$before" "$after"
  stories_by 'OneDayAtTheClinicTest,RacingForOneHourTest'
}
