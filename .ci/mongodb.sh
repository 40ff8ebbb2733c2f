#!/usr/bin/env bash
# .ci/mongodb.sh <ferretdb | mongo-java-server> <command …>
#
# Runs the command with MONGODB_URI naming a stand-in for MongoDB on a loopback port, and stops the stand-in after it.
# MongoDB itself is on no package registry. Neither stand-in is all of it, but what each lacks the other shows
# (test/store/engines.ts says what): FerretDB 1.24 over SQLite, through Go's module proxy; mongo-java-server 1.47, through
# Maven. Exit code: the command's; 3 where the stand-in's tools are not on this machine.
set -euo pipefail
cd "$(dirname "$0")/.."

stand_in=${1:?which stand-in?}
shift
built=$PWD/node_modules/.cache/$stand_in
data=$(mktemp -d)
port=$(node -e "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })")
mkdir -p "$built"

require() {
  command -v "$1" > /dev/null || { echo "$stand_in needs $1, which is not here" >&2; exit 3; }
}

case $stand_in in
  ferretdb)
    require go
    # Not `go install …@v1.24.0`: FerretDB's own command wants a generated file that its module does not carry.
    go build -C .ci/mongodb/ferretdb -buildvcs=false -tags ferretdb_no_postgresql -o "$built/ferretdb" . >&2
    "$built/ferretdb" "127.0.0.1:$port" "$data" > "$data/log" 2>&1 &
    ;;
  mongo-java-server)
    require java
    require mvn
    [ -d "$built/lib" ] || mvn -q -B -f .ci/mongodb/mongo-java-server/pom.xml dependency:copy-dependencies "-DoutputDirectory=$built/lib" >&2
    java -cp "$built/lib/*" .ci/mongodb/mongo-java-server/Server.java "$port" > "$data/log" 2>&1 &
    ;;
  *)
    echo "no stand-in $stand_in" >&2
    exit 2
    ;;
esac
server=$!
trap 'kill "$server" 2> /dev/null || true; wait "$server" 2> /dev/null || true; rm -rf "$data"' EXIT

for _ in $(seq 150); do
  (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null && break
  kill -0 "$server" 2> /dev/null || break
  sleep 0.2
done
(exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null || { echo "$stand_in did not start:" >&2; cat "$data/log" >&2; exit 1; }

echo "MONGODB_URI=mongodb://127.0.0.1:$port/ ($stand_in)" >&2
MONGODB_URI=mongodb://127.0.0.1:$port/ MONGODB_STAND_IN=$stand_in "$@"
