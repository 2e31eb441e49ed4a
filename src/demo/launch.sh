# Sourced by ./demo and the benchmarks: finds a JDK, builds what is not built, starts a main class.
# The caller sets root (the project's folder), version (the server's) and program (its own name).

target=$root/target
package=com.googlesource.gerrit.plugins.eventletguard

fail() {
  echo "$program: $*" >&2
  exit 2
}

has_jdk() {
  local major
  [[ -x $1/bin/java && -x $1/bin/javac ]] || return 1
  major=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')
  [[ -n $major && $major -ge 21 ]]
}

find_jdk() {
  local java candidate
  java=$(command -v java || true)
  [[ -z $java ]] || java=$(dirname "$(dirname "$(readlink -f "$java")")")
  for candidate in "${JAVA_HOME:-}" "$java" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [[ -n $candidate ]] && has_jdk "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  fail "no JDK of version 21 or newer found; install one, for example the package openjdk-21-jdk, or set JAVA_HOME."
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
  command -v git >/dev/null || fail "no git found; install it."
  jdk=$(find_jdk)
  if ! is_built; then
    command -v mvn >/dev/null || fail "no Maven (mvn) found; install it."
    build
  fi
  [[ ! -t 1 ]] || terminal=true
  class_path=$target/test-classes:$target/classes
  class_path+=:$(compgen -G "$target/gerrit/$version/gerrit-plugin-api-*.jar")
  exec "$jdk/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dlaunch.terminal=$terminal \
    -cp "$class_path" "$main" "$@"
}
