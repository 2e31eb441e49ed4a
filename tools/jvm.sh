# How the JVM of the command line starts, for the wrapper and for the build.

jvm_options=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmn96m -Xlog:disable)

# Prints where the classes of a jar are archived for a JDK, which is the one that can read it.
class_archive() { # jar, version of the JDK
  printf '%s-%s.%s\n' "${1%.jar}" "$2" "$([ "$2" -ge 25 ] && echo aot || echo jsa)"
}

# Prints the option that makes a JVM use an archive; one that is missing or unfit is left alone.
use_archive() { # archive
  case $1 in
    *.aot) printf -- '-XX:AOTCache=%s\n' "$1" ;;
    *) printf -- '-XX:SharedArchiveFile=%s\n' "$1" ;;
  esac
}

# Prints the option that makes a JVM archive at its end what it has loaded: ahead-of-time linked
# (JEP 514) from JDK 25 on, else as dynamic class-data sharing (JEP 350).
write_archive() { # archive
  case $1 in
    *.aot) printf -- '-XX:AOTCacheOutput=%s\n' "$1" ;;
    *) printf -- '-XX:ArchiveClassesAtExit=%s\n' "$1" ;;
  esac
}
