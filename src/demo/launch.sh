# Sourced by ./demo and the benchmarks: finds a JDK, builds what is not built, starts a main class.
# The caller sets root (the project's folder) and program (its own name), and may set version (the
# server's) to another than the newest.

target=$root/target
package=com.googlesource.gerrit.plugins.eventletguard

# shellcheck source=../../tools/jdk.sh
source "$root/tools/jdk.sh"
# shellcheck source=../../tools/gerrit.sh
source "$root/tools/gerrit.sh"

version=$(gerrit_version "$(gerrit_default_release)")

fail() {
  echo "$program: $*" >&2
  exit 2
}

is_built() {
  local jar=$target/eventlet-guard.jar
  [[ -f $jar && -f $target/test-classes/${package//.//}/demo/Demo.class ]] &&
    compgen -G "$target/gerrit/$version/gerrit-plugin-api-*.jar" >/dev/null &&
    [[ -z $(find "$root/src" "$root/resources" "$root/pom.xml" "$root/plugin.properties" \
      -type f -newer "$jar" -not -path "$root/src/demo/*" -print -quit) ]]
}

build() {
  local log=$target/demo-build.log start=$SECONDS pid status=0
  mkdir -p "$target"
  echo "Building the plugin and fetching Gerrit $version ..."
  (cd "$root" && exec mvn -B -ntp -DskipTests -Dgerrit.server.version="$version" \
    pre-integration-test) >"$log" 2>&1 &
  pid=$!
  trap 'kill "$pid" 2>/dev/null || true' EXIT
  while kill -0 "$pid" 2>/dev/null; do
    sleep 1
    if [[ -t 1 ]]; then
      printf '\r  building ... %d s' $((SECONDS - start))
    elif (((SECONDS - start) % 15 == 0)); then
      echo "  building ... $((SECONDS - start)) s"
    fi
  done
  wait "$pid" || status=$?
  trap - EXIT
  [[ ! -t 1 ]] || printf '\r\033[K'
  if ((status == 0)); then
    echo "Built in $((SECONDS - start)) s."
  elif grep -qE 'Could not find artifact com.google.gerrit' "$log"; then
    fail "Maven Central has no server of version $version; try another --gerrit VERSION."
  elif grep -qE 'Unknown host|UnknownHost|Could not transfer|Connection refused|timed out' "$log"; then
    fail "Maven cannot fetch what it needs; is there a network? See $log."
  else
    grep -m 5 '^\[ERROR\]' "$log" >&2 || true
    fail "the build failed; see $log."
  fi
}

# launch MAIN_CLASS ARGUMENT...: the class is named inside our package, or below it.
launch() {
  local main=$package.$1 jdk class_path terminal=false
  shift
  need git "install git." || exit 2
  jdk=$(find_jdk) || exit 2
  if ! is_built; then
    need mvn "install Maven 3.8 or newer." || exit 2
    build
  fi
  [[ ! -t 1 ]] || terminal=true
  class_path=$target/test-classes:$target/classes
  class_path+=:$(compgen -G "$target/gerrit/$version/gerrit-plugin-api-*.jar")
  exec "$jdk/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dlaunch.terminal=$terminal \
    -cp "$class_path" "$main" "$@"
}
