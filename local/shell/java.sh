# shellcheck shell=bash
# Finds the tools.

JDK_WANTED=25

# jdk_version FOLDER: its feature version, e.g. 25; nothing if it is no JDK.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -1
  fi
}

jdk_candidates() {
  local java
  [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
  if java=$(command -v java); then
    while [ -L "$java" ]; do
      java=$(cd "$(dirname "$java")" && cd "$(dirname "$(readlink "$java")")" && pwd -P)/$(basename "$(readlink "$java")")
    done
    dirname "$(dirname "$java")"
  fi
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v "$JDK_WANTED+" 2>/dev/null || true
  fi
  for java in /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    [ ! -d "$java" ] || printf '%s\n' "$java"
  done
}

# Sets jdk and java, or says what is missing.
find_jdk() {
  local candidate version
  [ -z "${jdk:-}" ] || return 0
  while IFS= read -r candidate; do
    version=$(jdk_version "$candidate")
    if [ -n "$version" ] && [ "$version" -ge "$JDK_WANTED" ]; then
      jdk=$candidate
      java=$jdk/bin/java
      return 0
    fi
  done <<CANDIDATES
$(jdk_candidates)
CANDIDATES
  fail "no JDK $JDK_WANTED or later found. Looked at JAVA_HOME, the PATH, /usr/lib/jvm, ~/.sdkman and ~/.jdks.
Install one (package openjdk-$JDK_WANTED-jdk, or from https://adoptium.net), or set JAVA_HOME."
}

find_maven() {
  command -v mvn >/dev/null || fail "Maven is missing. Install it (package maven), so that mvn is on the PATH."
}

doctor_tools() {
  local found
  if found=$(find_jdk 2>/dev/null && printf '%s (%s)' "$(jdk_version "$jdk")" "$jdk"); then
    say "JDK      $found"
  else
    say "JDK      missing: $JDK_WANTED or later is needed"
  fi
  if command -v mvn >/dev/null; then
    say "Maven    $(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -1)"
  else
    say "Maven    missing: needed to build"
  fi
  if command -v node >/dev/null; then
    say "Node     $(node -v)"
  else
    say "Node     missing: needed to build the web app"
  fi
  if docker version --format '{{.Server.Version}}' >/dev/null 2>&1; then
    say "Docker   $(docker version --format '{{.Server.Version}}') (tests may use it; ./clinic up does not)"
  else
    say "Docker   no engine answers (only docker compose needs one)"
  fi
}
