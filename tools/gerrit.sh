# Reads tools/gerrit-versions for the scripts. The caller sets root, the project's folder.

gerrit_versions=$root/tools/gerrit-versions

# Prints the releases that the end-to-end tests run on, one a line.
gerrit_releases() {
  sed -n 's/^\(3[^ ]*\) .*/\1/p' "$gerrit_versions"
}

# gerrit_version RELEASE: prints the version to test of it, such as 3.12.0 of 3.12.
gerrit_version() {
  sed -n "s/^${1//./\\.} \([^ ]*\) .*/\1/p" "$gerrit_versions"
}

# gerrit_kind RELEASE: prints what that version is.
gerrit_kind() {
  sed -n "s/^${1//./\\.} [^ ]* //p" "$gerrit_versions"
}

# Prints the release of the newest full server.
gerrit_default_release() {
  sed -n 's/^\(3[^ ]*\) [^ ]* server$/\1/p' "$gerrit_versions" | tail -1
}
