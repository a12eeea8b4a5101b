# shellcheck shell=bash
# What is run by Docker Compose: making its images, replacing what runs by what was made.

# compose ARGUMENT...: the file of this folder, whatever folder we are called from.
compose() { (cd "$root" && docker compose "$@"); }

find_docker() {
  docker compose version >/dev/null 2>&1 || fail "docker compose is missing: package docker-compose-plugin"
  docker version >/dev/null 2>&1 || fail "no Docker engine answers"
}

# The programs whose images are ours; Keycloak's has no version of its own.
IMAGES="gateway therapist-service booking-service notification-service demo keeping"

# images [VERSION]: all of them, with what they are and what they were made of.
images() {
  local began=$SECONDS part
  find_docker
  RHOMBOID_VERSION=${1:-$(sed -n 's/^  <version>\(.*\)<\/version>$/\1/p' "$root/pom.xml" | head -1)}
  RHOMBOID_REVISION=$(git -C "$root" describe --always --dirty --abbrev=40 --exclude '*' 2>/dev/null || true)
  RHOMBOID_CREATED=$(git -C "$root" log -1 --format=%cI 2>/dev/null || true)
  export RHOMBOID_VERSION RHOMBOID_REVISION RHOMBOID_CREATED
  compose --profile demo --profile keeping build || fail "not all images could be made"
  say
  for part in $IMAGES; do
    docker image inspect -f '{{index .RepoTags 0}} {{.Size}}' "rhomboid/$part:$RHOMBOID_VERSION" |
      awk '{ printf "%-48s %5d MB\n", $1, $2 / 1e6 }'
  done
  say "Made in $((SECONDS - began)) s. To run them: RHOMBOID_VERSION=$RHOMBOID_VERSION docker compose up -d --wait"
}

# roll [SERVICE...]: puts a new instance beside each that runs, from the image as it is now, and stops the old one when the
# new one is healthy. Nobody who asks meanwhile notices.
roll() {
  local service
  find_docker
  for service in "${@:-}"; do
    case $service in
      '' | gateway | therapist-service | booking-service | notification-service) ;;
      *) fail "there are gateway, therapist-service, booking-service and notification-service, but no $service" ;;
    esac
  done
  # shellcheck disable=SC2086  # a list of words
  [ $# -gt 0 ] || set -- therapist-service booking-service notification-service gateway
  for service in "$@"; do
    roll_service "$service"
  done
}

# Whether a port is left for another one.
gateway_has_more_ports() { compose config gateway | grep -q 'published: .*-'; }

roll_service() {
  local service=$1 old one count began=$SECONDS
  old=$(compose ps --quiet "$service")
  count=$(printf '%s\n' "$old" | grep -c . || true)
  [ "$count" -gt 0 ] || fail "no $service runs by Docker Compose"
  if [ "$service" = gateway ] && ! gateway_has_more_ports; then
    compose --progress quiet up --detach --no-deps --no-build --force-recreate --wait gateway || fail "the gateway did not become healthy"
    say "$(printf '%-22s replaced in %d s, with a gap: GATEWAY_PORT is no range' gateway $((SECONDS - began)))"
    return
  fi
  for one in $old; do
    compose --progress quiet up --detach --no-deps --no-build --no-recreate --wait --scale "$service=$((count + 1))" "$service" ||
      fail "the new $service did not become healthy; the former one still runs (docker compose ps, logs)"
    docker stop "$one" >/dev/null && docker rm "$one" >/dev/null
  done
  say "$(printf '%-22s %d replaced in %d s' "$service" "$count" $((SECONDS - began)))"
}
