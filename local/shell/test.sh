# shellcheck shell=bash
# All tests, the store's tests once more on a real engine, and those of signing in once more on Keycloak.

# run_tests [--engine | --keycloak] [MAVEN ARGUMENT...]
run_tests() {
  local status=0 log=$root/target/clinic/test.log engine=
  if [ "${1:-}" = --keycloak ]; then
    shift
    set -- -Pkeycloak -pl sign-in -am -Dtest=KeycloakTest -Dsurefire.failIfNoSpecifiedTests=false \
      -Dspotless.check.skip=true "$@"
  elif [ "${1:-}" = --engine ]; then
    engine=$root/../shared/mongo
    shift
    [ -d "$engine" ] || fail "there is no engine beside this repository (../shared/mongo)"
  fi
  find_jdk
  find_maven
  mkdir -p "$root/target/clinic"
  rm -f "$root"/*/target/surefire-reports/TEST-*.xml
  : >"$BUILT.begun"
  if [ -n "$engine" ]; then
    # No test takes the power away, so none waits for the disk.
    DOCUMENTDB_SYNC=off on_the_engine "$engine" maven "$log" test -Dgroups=store -Dspotless.check.skip=true "$@" || status=$?
  else
    maven "$log" verify "$@" || status=$?
    # Parts of Maven's work alone are asked for by name; the whole includes the pages.
    if [ $# = 0 ]; then
      test_web || status=1
      if [ "$status" = 0 ]; then
        # What was tested is what runs: nothing is built again.
        unpack_jars "$log" && mv "$BUILT.begun" "$BUILT"
        test_in_browser || status=1
      fi
    fi
  fi
  if [ "$status" != 0 ]; then
    grep -E 'Failed to execute goal' "$log" | sort -u || true
    say "All that Maven said: $log"
  fi
  summary "$status"
  return "$status"
}

# maven LOG GOAL [ARGUMENT...]: Maven's own outcome. Two modules at a time, for tests wait a lot; goes on to the end even
# when one fails, and shows the lines that matter.
maven() {
  local log=$1
  shift
  (cd "$root" && JAVA_HOME=$jdk mvn -B -ntp -fae -T 2 "$@" 2>&1) | tee "$log" |
    { grep --line-buffered -E '^\[testing\]|^\[INFO\] Building [a-z]|Tests run:.*(Time elapsed|FAIL)|^\[ERROR\]|BUILD ' || true; }
}

# on_the_engine FOLDER COMMAND...: with a database of its own, gone afterwards.
on_the_engine() {
  local status=0
  engine_folder=$1
  shift
  engine_data=$(mktemp -d)
  "$engine_folder/install.sh" || return 1
  export DOCUMENTDB_DATA=$engine_data/db
  trap end_engine EXIT
  MONGODB_URI=$(start_engine) || return 1
  export MONGODB_URI
  "$@" || status=$?
  end_engine
  trap - EXIT
  unset MONGODB_URI DOCUMENTDB_DATA
  return "$status"
}

# Both its ports lie below those that the system hands out to clients: after many tests, one of those may be in use.
start_engine() {
  local port
  for _ in 1 2 3; do
    port=$((20000 + RANDOM % 2000))
    if DOCUMENTDB_PG_PORT=$((port + 2000)) "$engine_folder/start.sh" "$port"; then return 0; fi
    "$engine_folder/stop.sh" --wipe >&2 || true
  done
  return 1
}

end_engine() {
  "$engine_folder/stop.sh" --wipe || true
  rmdir "$engine_data" 2>/dev/null || true
}

# One line: the sum of all reports.
summary() {
  find "$root" -path '*/target/surefire-reports/TEST-*.xml' -exec grep -h -m 1 -E '<testsuites? ' {} + 2>/dev/null |
    awk -v status="$1" '
      function of(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0 }
      { tests += of("tests"); failed += of("failures") + of("errors"); skipped += of("skipped") }
      END { printf "%s: %d passed, %d failed, %d skipped\n", status == 0 ? "OK" : "FAILED",
                   tests - failed - skipped, failed, skipped }'
}
