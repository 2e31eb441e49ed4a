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
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/** Brings a site that was just made into the form in which the daemon is to find it. */
final class SiteFiles {
  private SiteFiles() {}

  /**
   * Puts settings and plugins into a site.
   *
   * @param settings a file in git-config syntax; what it names replaces what {@code gerrit.config}
   *     holds
   */
  static void complete(Path site, Path settings, List<Path> plugins) throws IOException {
    try {
      merge(settings, site.resolve("etc/gerrit.config"));
    } catch (ConfigInvalidException e) {
      throw new IOException("cannot merge " + settings + " into gerrit.config", e);
    }
    for (Path plugin : plugins) {
      Files.copy(
          plugin,
          site.resolve("plugins").resolve(plugin.getFileName()),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void merge(Path settings, Path gerritConfig)
      throws IOException, ConfigInvalidException {
    Config overrides = new Config();
    overrides.fromText(Files.readString(settings));
    FileBasedConfig config = new FileBasedConfig(gerritConfig.toFile(), FS.DETECTED);
    config.load();
    for (String section : overrides.getSections()) {
      copy(overrides, config, section, null);
      for (String subsection : overrides.getSubsections(section)) {
        copy(overrides, config, section, subsection);
      }
    }
    config.save();
  }

  private static void copy(Config from, Config to, String section, String subsection) {
    for (String name : from.getNames(section, subsection)) {
      to.setStringList(
          section, subsection, name, List.of(from.getStringList(section, subsection, name)));
    }
  }
}
