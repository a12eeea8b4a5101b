# shellcheck shell=bash
# What ./clinic says, and how it waits. Works with the bash 3.2 of a Mac, too.

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "clinic: $*" >&2
  exit 1
}

# On a terminal each line of progress replaces the last one; elsewhere only what is finished is printed.
progress() {
  if [ -t 1 ]; then
    printf '\r\033[K  %s' "$*"
  fi
}

done_with() {
  if [ -t 1 ]; then
    printf '\r\033[K'
  fi
  printf '  %s\n' "$*"
}

# pause SECONDS: interrupted at once by a signal that is trapped, as a plain sleep would not be.
pause() {
  sleep "$1" &
  wait $! || true
}

# lock FOLDER: one at a time; the lock of somebody who has died is taken over.
lock() {
  local owner
  lock_folder=$1/lock
  mkdir -p "$1"
  if ! mkdir "$lock_folder" 2>/dev/null; then
    owner=$(cat "$lock_folder/pid" 2>/dev/null || true)
    if [ -n "$owner" ] && kill -0 "$owner" 2>/dev/null; then
      fail "another ./clinic (process $owner) is at work here; wait for it, or stop it"
    fi
    rm -rf "$lock_folder"
    mkdir "$lock_folder"
  fi
  echo $$ >"$lock_folder/pid"
}

unlock() {
  if [ -n "${lock_folder:-}" ]; then
    rm -rf "$lock_folder"
    lock_folder=
  fi
}
