# Finds an installed JDK of 21 or newer for the scripts at the top of the repository.
# Maven finds one for itself (see pom.xml); this is for the JVMs that the scripts start.

# Prints the feature version of a JDK. The file says it at once; asking javac starts a JVM. Here and
# below few processes are started: a hook waits for each.
jdk_version() {
  local key value
  if [ -r "$1/release" ]; then
    while IFS='="' read -r key _ value _; do
      if [ "$key" = JAVA_VERSION ]; then
        printf '%s\n' "${value%%[!0-9]*}"
        return
      fi
    done <"$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
  fi
}

# Prints the folder of the JDK whose compiler is on the path, if there is one.
jdk_on_path() {
  local javac
  javac=$(command -v javac) && javac=$(readlink -f "$javac") && printf '%s\n' "${javac%/bin/javac}"
}

# Prints the folder of the first JDK of 21 or newer, or says what to install.
find_jdk() {
  local candidate version
  for candidate in "${JAVA_HOME:-}" on-path \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ "$candidate" = on-path ]; then
      candidate=$(jdk_on_path) || continue
    fi
    # Without JAVA_HOME the first is empty, and /bin/javac on many systems a link to the default.
    [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] || continue
    version=$(jdk_version "$candidate")
    if [ "${version:-0}" -ge 21 ]; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  echo "No JDK of 21 or newer is installed, and Gerrit needs one: install Eclipse Temurin 21 or the package openjdk-21-jdk, or set JAVA_HOME to one." >&2
  return 1
}

# Stops with a sentence unless a command is there.
need() {
  command -v "$1" >/dev/null 2>&1 && return 0
  echo "$1 is not installed, and this needs it: $2" >&2
  return 1
}
