# shellcheck shell=bash
# For production on one machine: an authority of the house, certificates of store and broker, and an account for each of
# our services there, laid out as compose.production.yml wants its SECRETS_FOLDER. Works with OpenSSL 1.1 and later.

# Each service's account is called as the service; at the store it may write these databases and nothing else.
databases_of() {
  case $1 in
    booking-service) echo booking booking-keys ;;
    gateway) echo gateway ;;
    *) echo "${1%-service}" ;;
  esac
}

# seal FOLDER: what is there already stays; remove a part's tls.pem to have it renewed.
seal() {
  [ $# = 1 ] || fail "name the folder: ./clinic seal FOLDER"
  command -v openssl >/dev/null || fail "openssl is missing"
  local folder=$1 part
  umask 077
  mkdir -p "$folder/authority"
  [ -s "$folder/authority/ca.key" ] ||
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -sha256 -days 3650 -subj "/CN=The house's authority" \
      -addext "keyUsage=critical,keyCertSign,cRLSign" -keyout "$folder/authority/ca.key" -out "$folder/authority/ca.pem" 2>/dev/null ||
    fail "openssl could not make an authority"
  for part in mongodb kafka gateway therapist-service booking-service notification-service; do
    mkdir -p "$folder/$part"
    cp "$folder/authority/ca.pem" "$folder/$part/ca.pem"
  done
  certify "$folder" mongodb
  certify "$folder" kafka
  [ -s "$folder/mongodb/key" ] || openssl rand -base64 756 >"$folder/mongodb/key"
  for part in gateway therapist-service booking-service notification-service; do
    [ -s "$folder/$part/MONGODB_URI" ] ||
      printf %s "mongodb://$part:$(made_up)@mongodb:27017/?replicaSet=rs0&tls=true&authSource=admin" >"$folder/$part/MONGODB_URI"
    [ "$part" = gateway ] || [ -s "$folder/$part/spring.kafka.properties.sasl.jaas.config" ] ||
      printf %s "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"$part\" password=\"$(made_up)\";" \
        >"$folder/$part/spring.kafka.properties.sasl.jaas.config"
  done
  for part in house broker; do
    [ -s "$folder/authority/$part" ] || made_up >"$folder/authority/$part"
  done
  accounts_of_store "$folder" >"$folder/mongodb/accounts.js"
  accounts_of_broker "$folder" >"$folder/kafka/server.properties"
  hand_over "$folder"
  say "Sealed in $folder. The provider's GATEWAY_CLIENT_SECRET is still to be put into $folder/gateway."
  say "Keep $folder/authority where nobody else comes: who has it can be taken for store and broker."
}

made_up() { openssl rand -hex 24; }

# certify FOLDER PART: for its name in the network, and for asking it from within.
certify() {
  local part=$1/$2 authority=$1/authority
  [ ! -s "$part/tls.pem" ] || return 0
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -sha256 -subj "/CN=$2" -keyout "$part/tls.key" -out "$part/tls.csr" 2>/dev/null &&
    printf 'subjectAltName=DNS:%s,DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth\nkeyUsage=critical,digitalSignature\n' "$2" >"$part/tls.ext" &&
    openssl x509 -req -sha256 -days 825 -in "$part/tls.csr" -CA "$authority/ca.pem" -CAkey "$authority/ca.key" \
      -set_serial "0x$(openssl rand -hex 16)" -extfile "$part/tls.ext" -out "$part/tls.crt" 2>/dev/null &&
    cat "$part/tls.key" "$part/tls.crt" >"$part/tls.pem" || fail "openssl could not make a certificate for $2"
  rm "$part/tls.key" "$part/tls.csr" "$part/tls.ext" "$part/tls.crt"
}

# between BEGIN END FILE: what stands there
between() { sed -n "s/.*$1\([^$2]*\)$2.*/\1/p" "$3"; }

# What mongosh runs inside the container, again and again: the set and the accounts are made once, and it answers whether
# the store takes writes.
accounts_of_store() {
  local part database roles
  printf 'const house = "%s"\n' "$(cat "$1/authority/house")"
  cat <<'SCRIPT'
const admin = db.getSiblingDB("admin")
const isIn = () => { try { return admin.auth("house", house).ok === 1 } catch (e) { return false } }
if (!isIn()) {
  // As long as nobody has an account, whoever asks from within may make the set and the first one.
  try {
    rs.initiate({ _id: "rs0", members: [{ _id: 0, host: "mongodb:27017" }] })
  } catch (e) {
    if (e.codeName !== "AlreadyInitialized") throw e
  }
  if (!db.hello().isWritablePrimary) quit(1)
  admin.createUser({ user: "house", pwd: house, roles: ["userAdminAnyDatabase", "clusterMonitor"] })
  if (!isIn()) quit(1)
}
const account = (user, pwd, databases) => {
  if (!admin.getUser(user)) admin.createUser({ user, pwd, roles: databases.map(name => ({ role: "readWrite", db: name })) })
}
SCRIPT
  for part in gateway therapist-service booking-service notification-service; do
    roles=
    for database in $(databases_of "$part"); do roles="$roles${roles:+, }\"$database\""; done
    printf 'account("%s", "%s", [%s])\n' "$part" "$(between "$part:" @ "$1/$part/MONGODB_URI")" "$roles"
  done
  # shellcheck disable=SC2016  # no variable of ours
  printf 'quit(db.hello().isWritablePrimary ? 0 : 1)\n'
}

# The broker's settings that must not stand in the environment; the others are in compose.production.yml.
accounts_of_broker() {
  local part broker
  broker=$(cat "$1/authority/broker")
  cat <<PROPERTIES
ssl.keystore.type=PEM
ssl.keystore.location=/mnt/shared/config/tls.pem
ssl.truststore.type=PEM
ssl.truststore.location=/mnt/shared/config/ca.pem
ssl.enabled.protocols=TLSv1.3,TLSv1.2
sasl.enabled.mechanisms=PLAIN
sasl.mechanism.inter.broker.protocol=PLAIN
PROPERTIES
  printf 'listener.name.sealed.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required'
  printf ' username="broker" password="%s" user_broker="%s"' "$broker" "$broker"
  for part in therapist-service booking-service notification-service; do
    printf ' user_%s="%s"' "$part" "$(between 'password="' '"' "$1/$part/spring.kafka.properties.sasl.jaas.config")"
  done
  printf ';\n'
}

# To the users that the containers run as: MongoDB's, Kafka's, ours.
hand_over() {
  if [ "$(id -u)" != 0 ]; then
    say "Not root, so the files are yours: give mongodb to user 999, kafka to 1000, the others but authority to 10001."
    return 0
  fi
  chown -R 999:999 "$1/mongodb"
  chown -R 1000:1000 "$1/kafka"
  chown -R 10001:10001 "$1/gateway" "$1"/*-service
}
