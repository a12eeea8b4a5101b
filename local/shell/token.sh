# shellcheck shell=bash
# Signs somebody in without a browser, by the same pages and the same protocol: a code for a verifier (PKCE).

# token [WHO]: an access token.
token() {
  local server=http://localhost:$SIGN_IN_PORT
  command -v curl >/dev/null || fail "curl is missing"
  answers "$SIGN_IN_PORT" /.well-known/openid-configuration || fail "nobody signs people in at $server; ./clinic up first"
  if [ $# = 0 ]; then
    secrets
    curl -s -u "rhomboid-demo:$DEMO_CLIENT_SECRET" -d grant_type=client_credentials "$server/oauth2/token" | access_token
  else
    token_of_person "$server" "$1"
  fi
}

token_of_person() {
  local server=$1 who=$2 line email password jar verifier challenge back=http://127.0.0.1/callback page code
  line=$(people | grep -m1 "^$who") || fail "there is no $who; see ./clinic people"
  read -r email password _ <<<"$line"
  command -v openssl >/dev/null || fail "openssl is missing: it hashes what shows that the code is ours"
  jar=$(mktemp)
  # shellcheck disable=SC2064  # the name as it is now
  trap "rm -f '$jar'" EXIT
  verifier=$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')
  challenge=$(printf %s "$verifier" | openssl dgst -sha256 -binary | openssl base64 -A | tr '+/' '-_' | tr -d =)
  page=$(curl -s -L -b "$jar" -c "$jar" -H 'Accept: text/html' -G "$server/oauth2/authorize" \
    -d response_type=code -d client_id=rhomboid-app --data-urlencode scope='openid profile email' \
    --data-urlencode redirect_uri="$back" -d code_challenge="$challenge" -d code_challenge_method=S256)
  # The form's own token, then back to what was asked for; its answer leads to nobody, but has the code.
  page=$(curl -s -b "$jar" -c "$jar" -o /dev/null -w '%{redirect_url}' "$server/sign-in" \
    --data-urlencode _csrf="$(field_in "$page" _csrf)" --data-urlencode email="$email" --data-urlencode password="$password")
  code=$(curl -s -b "$jar" -c "$jar" -o /dev/null -w '%{redirect_url}' -H 'Accept: text/html' "$page" |
    sed -n 's/.*[?&]code=\([^&]*\).*/\1/p')
  [ -n "$code" ] || fail "$email could not be signed in; is the password in ./clinic people still theirs?"
  curl -s "$server/oauth2/token" -d grant_type=authorization_code -d client_id=rhomboid-app -d code="$code" \
    --data-urlencode redirect_uri="$back" -d code_verifier="$verifier" | access_token
}

field_in() { printf '%s' "$1" | sed -n "s/.*name=\"$2\" value=\"\([^\"]*\)\".*/\1/p" | head -1; }

access_token() { sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p'; }
