# shellcheck shell=bash
# The web app: built by Node when something of it is newer than the last build, and tried in a real browser.

WEB=$root/web
WEB_BUILT=$WEB/target/dist/index.html

find_node() {
  command -v npm >/dev/null || fail "Node is missing: the web app is built with it. Install Node 20 or later (package nodejs, npm)."
}

web_is_built() {
  [ -e "$WEB_BUILT" ] &&
    [ -z "$(find "$WEB/src" "$WEB/public" "$WEB/tools" "$WEB"/*.json "$WEB"/*.ts "$WEB/index.html" -newer "$WEB_BUILT" -print 2>/dev/null | head -1)" ]
}

# Its libraries, as the lock file names them.
web_libraries() {
  [ ! "$WEB/package-lock.json" -nt "$WEB/node_modules/.package-lock.json" ] || (cd "$WEB" && npm ci --no-progress)
}

build_web() {
  local began=$SECONDS log=$root/target/clinic/web.log
  find_node
  mkdir -p "$root/target/clinic"
  say "Building the web app"
  (web_libraries && cd "$WEB" && npm run build) >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    fail "the web app could not be built; all of it: $log"
  }
  # Where nothing had changed but a time, so that it isn't built again.
  touch "$WEB_BUILT"
  done_with "$(printf '%-22s built in %d s' 'web app' $((SECONDS - began)))"
}

# test_web: what Node can test alone.
test_web() {
  find_node
  say "The web app's tests"
  web_libraries && (cd "$WEB" && npm run build && npm test) || return 1
}

find_browser() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && browser=$(command -v "$name"); then return 0; fi
  done
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get install -y -qq chromium >/dev/null 2>&1; then
    browser=$(command -v chromium)
    return 0
  fi
  return 1
}

# test_in_browser: the main paths in Chromium, over a whole clinic of its own that is gone afterwards.
test_in_browser() {
  local browser
  if ! find_browser; then
    say "  Not tried in a browser: there is no Chromium. Install it (package chromium) or name it by CHROMIUM=..."
    return 0
  fi
  say "The web app in $browser"
  (
    trap 'stop_parts >/dev/null; exit 1' INT TERM HUP
    CLINIC_HOME=$root/target/clinic/browser
    rm -rf "$CLINIC_HOME"
    free_ports
    START_LIMIT=300 # without their caches, after all that was built and tested before
    outcome=0
    # Two browsers at once come from one address.
    export LIMIT_HOLDS=${LIMIT_HOLDS:-12}
    if start_parts && load_demo; then
      (cd "$WEB" && CHROMIUM=$browser GATEWAY=http://127.0.0.1:$GATEWAY_PORT MAIL_PAGE=http://127.0.0.1:$MAIL_PAGE_PORT PEOPLE=$CLINIC_HOME/data/sign-in/people npm run browser) || outcome=1
    else
      outcome=1
    fi
    stop_parts >/dev/null
    exit "$outcome"
  )
}
