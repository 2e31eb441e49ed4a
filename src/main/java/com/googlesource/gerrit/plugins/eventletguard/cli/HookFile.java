// Copyright (C) 2026 The Eventlet Guard Authors
//
// Licensed under the Apache License, Version 2.0 (the "License");
// you may not use this file except in compliance with the License.
// You may obtain a copy of the License at
//
// http://www.apache.org/licenses/LICENSE-2.0
//
// Unless required by applicable law or agreed to in writing, software
// distributed under the License is distributed on an "AS IS" BASIS,
// WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
// See the License for the specific language governing permissions and
// limitations under the License.

package com.googlesource.gerrit.plugins.eventletguard.cli;

import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Repository;

/** The script that git runs as a hook. It starts the jar as it was started when it was written. */
final class HookFile {
  /** Tells the scripts of this class from those of others. */
  private static final String MARK = "# Installed by `eventlet-guard hook install`";

  private final Path file;
  private final Hook hook;

  private HookFile(Path file, Hook hook) {
    this.file = file;
    this.hook = hook;
  }

  /** The file of a hook, where git looks for it; it may not be there. */
  static HookFile of(Repository repository, Hook hook) throws IOException {
    String configured =
        repository
            .getConfig()
            .getString(
                ConfigConstants.CONFIG_CORE_SECTION, null, ConfigConstants.CONFIG_KEY_HOOKS_PATH);
    Path folder;
    if (configured == null) {
      folder = commonFolder(repository).resolve("hooks");
    } else if (configured.startsWith("~/")) {
      folder = Path.of(System.getProperty("user.home")).resolve(configured.substring(2));
    } else {
      Path top =
          repository.isBare()
              ? repository.getDirectory().toPath()
              : repository.getWorkTree().toPath();
      folder = top.resolve(configured);
    }
    return new HookFile(folder.resolve(hook.word()), hook);
  }

  /** Linked work trees have folders of their own, and share this one (gitrepository-layout(5)). */
  private static Path commonFolder(Repository repository) throws IOException {
    Path own = repository.getDirectory().toPath();
    Path link = own.resolve("commondir");
    return Files.exists(link) ? own.resolve(Files.readString(link).strip()).normalize() : own;
  }

  Path path() {
    return file;
  }

  /**
   * Writes the script.
   *
   * @param failOn the least severity that stops git
   * @throws InputException if somebody else's hook is there, or this is not run from a jar
   */
  void install(Severity failOn) throws InputException, IOException {
    String script = script(failOn);
    if (Files.exists(file) && !isOurs()) {
      throw new InputException(
          "%s is there already, and another's; add to it: %s".formatted(file, command(failOn)));
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, script);
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /**
   * Deletes the script.
   *
   * @return whether there was one
   * @throws InputException if it is somebody else's
   */
  boolean uninstall() throws InputException, IOException {
    if (!Files.exists(file)) {
      return false;
    }
    if (!isOurs()) {
      throw new InputException("%s is another's and stays".formatted(file));
    }
    Files.delete(file);
    return true;
  }

  private boolean isOurs() throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1).contains(MARK);
  }

  private String script(Severity failOn) throws InputException {
    return """
    #!/bin/sh
    %s; `%s` passes it by.
    jar=%s
    if [ ! -f "$jar" ]; then
      echo "eventlet-guard: $jar is gone; install the hook again, or delete $0" >&2
      exit 1
    fi
    exec %s
    """
        .formatted(MARK, hook.bypass(), quoted(jar().toString()), command(failOn));
  }

  /** What runs the hook; the arguments that git gives follow. */
  private String command(Severity failOn) throws InputException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // How this JVM was told to start fast holds for the hook as well.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-X"))
        .forEach(words::add);
    words.add("-jar");
    words.add(jar().toString());
    words.addAll(List.of("hook", "run", "--fail-on", failOn.word(), hook.word()));
    return words.stream().map(HookFile::quoted).collect(Collectors.joining(" ")) + " \"$@\"";
  }

  private static Path jar() throws InputException {
    try {
      Path jar = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(jar)) {
        return jar;
      }
    } catch (URISyntaxException e) {
      throw new InputException("cannot tell where the jar of this program is", e);
    }
    throw new InputException("a hook runs the jar of this program; install it by that jar");
  }

  /** A word that a shell reads as it is. */
  private static String quoted(String word) {
    return word.matches("[\\w./:=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
