# Finds an installed JDK of 21 or newer for the scripts at the top of the repository.
# Maven finds one for itself (see pom.xml); this is for the JVMs that the scripts start.

# Prints the feature version of a JDK. The file says it at once; asking javac starts a JVM.
jdk_version() {
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
  fi
}

# Prints the folder of the first JDK of 21 or newer, or says what to install.
find_jdk() {
  local candidate version
  for candidate in "${JAVA_HOME:-}" "$(readlink -f "$(command -v javac 2>/dev/null)" 2>/dev/null | sed 's#/bin/javac$##')" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
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
