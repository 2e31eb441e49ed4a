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

package com.googlesource.gerrit.plugins.eventletguard.policy;

import com.googlesource.gerrit.plugins.eventletguard.rules.Rule;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleProblem;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/**
 * A value that stands in a file of settings.
 *
 * @param key section and key, such as {@code branch.stage}; {@code rule} for a rule of the project
 * @param value as it is written, or the id of the rule
 * @param line where, from 1
 * @param holds whether it is right; otherwise the default holds
 */
public record SettingsEntry(String key, String value, int line, boolean holds) {
  /**
   * The entries of a file, section by section; none when it is not in the syntax of git config.
   *
   * @param name how messages name the file
   * @param text its content
   * @param file what was read from it
   */
  public static List<SettingsEntry> of(String name, String text, SettingsFile file) {
    Config config = new Config();
    try {
      config.fromText(text);
    } catch (ConfigInvalidException e) {
      // The problems of the file say so.
      return List.of();
    }
    SettingsLines lines = new SettingsLines(SourceText.of(name, text));
    List<SettingsEntry> entries = new ArrayList<>();
    for (Map.Entry<String, List<String>> section : SettingsReader.KEYS.entrySet()) {
      for (String key : section.getValue()) {
        for (String value : config.getStringList(section.getKey(), null, key)) {
          String written = value == null ? "" : value.strip();
          entries.add(
              new SettingsEntry(
                  section.getKey() + "." + key,
                  written,
                  lines.find(section.getKey(), key, written),
                  file.problems().stream()
                      .noneMatch(problem -> isAbout(problem, section.getKey(), key, written))));
        }
      }
    }
    file.catalog().rules().stream()
        .map(Rule::id)
        .filter(Rule::isProjectId)
        .forEach(
            id ->
                entries.add(
                    new SettingsEntry(
                        "rule", id, lines.find("rule \"%s\"".formatted(id), "", ""), true)));
    return List.copyOf(entries);
  }

  private static boolean isAbout(RuleProblem problem, String section, String key, String value) {
    return problem.section().equalsIgnoreCase(section)
        && problem.key().equalsIgnoreCase(key)
        && problem.value().equalsIgnoreCase(value);
  }
}
