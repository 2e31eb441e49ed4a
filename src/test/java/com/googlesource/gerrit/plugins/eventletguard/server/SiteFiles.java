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

package com.googlesource.gerrit.plugins.eventletguard.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/** The files of a site, as the daemon is to find them. */
public final class SiteFiles {
  private SiteFiles() {}

  /**
   * Puts settings and plugins into a site.
   *
   * @param settings a file in git-config syntax; what it names replaces what {@code gerrit.config}
   *     holds
   */
  static void complete(Path site, Path settings, List<Path> plugins) throws IOException {
    Config overrides = new Config();
    try {
      overrides.fromText(Files.readString(settings));
    } catch (ConfigInvalidException e) {
      throw new IOException("cannot read " + settings, e);
    }
    configure(site, config -> merge(overrides, config));
    for (Path plugin : plugins) {
      Files.copy(
          plugin,
          site.resolve("plugins").resolve(plugin.getFileName()),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Changes a site's {@code gerrit.config}, which a server reads when it starts. */
  public static void configure(Path site, Consumer<Config> change) throws IOException {
    FileBasedConfig config = gerritConfig(site);
    change.accept(config);
    config.save();
  }

  /** Whether a site is to be served as a replica. */
  static boolean isReplica(Path site) throws IOException {
    return gerritConfig(site).getBoolean("container", "replica", false);
  }

  private static FileBasedConfig gerritConfig(Path site) throws IOException {
    FileBasedConfig config =
        new FileBasedConfig(site.resolve("etc/gerrit.config").toFile(), FS.DETECTED);
    try {
      config.load();
    } catch (ConfigInvalidException e) {
      throw new IOException("cannot read " + config.getFile(), e);
    }
    return config;
  }

  private static void merge(Config overrides, Config config) {
    for (String section : overrides.getSections()) {
      copy(overrides, config, section, null);
      for (String subsection : overrides.getSubsections(section)) {
        copy(overrides, config, section, subsection);
      }
    }
  }

  private static void copy(Config from, Config to, String section, String subsection) {
    for (String name : from.getNames(section, subsection)) {
      to.setStringList(
          section, subsection, name, List.of(from.getStringList(section, subsection, name)));
    }
  }
}
