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
package com.googlesource.gerrit.plugins.eventletguard.gerrit.config;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.Config;

/** Finds what is wrong in the plugin's section of one file, whatever the file inherits. */
final class SectionCheck {
  private final String pluginName;
  private final String file;
  private final Consumer<ConfigValues> reading;

  /**
   * @param file as an administrator would call it
   * @param reading reads every key of the section once
   */
  SectionCheck(String pluginName, String file, Consumer<ConfigValues> reading) {
    this.pluginName = pluginName;
    this.file = file;
    this.reading = reading;
  }

  /** The problems of a file, bad values first, then keys that there are not. */
  List<ConfigProblem> problems(Config config) {
    List<ConfigProblem> problems = new ArrayList<>();
    Set<String> known = new LinkedHashSet<>();
    reading.accept(
        new ConfigValues(
            section(),
            key -> {
              known.add(key);
              return value(config, key);
            },
            problems::add));
    for (String key : known) {
      String[] all = all(config, key);
      if (all.length > 1) {
        problems.add(
            problem(
                key,
                String.join(", ", Arrays.asList(all)),
                "are several values; the key may stand once",
                "the last"));
      }
    }
    Set<String> lowerCase = new LinkedHashSet<>();
    known.forEach(key -> lowerCase.add(key.toLowerCase(Locale.ROOT)));
    for (String key : config.getNames("plugin", pluginName)) {
      if (!lowerCase.contains(key.toLowerCase(Locale.ROOT))) {
        problems.add(
            problem(
                key,
                Strings.nullToEmpty(ProjectSettingsReader.lastOrNull(all(config, key))),
                "sets a key that there is not; there are " + String.join(", ", known),
                "nothing of it"));
      }
    }
    return problems;
  }

  /** The values of a file, with no word about those that are wrong. */
  ConfigValues values(Config config) {
    return new ConfigValues(section(), key -> value(config, key), problem -> {});
  }

  private ConfigProblem problem(String key, String value, String fault, String holds) {
    return new ConfigProblem(file, section(), key, value, fault, holds);
  }

  /** As it stands in the file, in brackets. */
  String section() {
    return "[plugin \"%s\"]".formatted(pluginName);
  }

  private Optional<ConfigValues.Value> value(Config config, String key) {
    String text = ProjectSettingsReader.lastOrNull(all(config, key));
    return text == null || text.strip().equalsIgnoreCase(Inheritance.INHERIT)
        ? Optional.empty()
        : Optional.of(new ConfigValues.Value(text, file));
  }

  private String[] all(Config config, String key) {
    return config.getStringList("plugin", pluginName, key);
  }
}
