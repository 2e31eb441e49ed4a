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

import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in a file of settings something stands; its parser does not tell. */
final class SettingsLines {
  private static final Pattern HEADER =
      Pattern.compile("^\\s*+\\[\\s*+([\\w.-]++)\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*+)?\\]");
  private static final Pattern ENTRY =
      Pattern.compile("^\\s*+(?:\\[[^\\]]*+\\])?+\\s*+([\\w-]++)\\s*+(?:=(.*))?$");

  private final SourceText text;

  SettingsLines(SourceText text) {
    this.text = text;
  }

  /**
   * The line, from 1, of a key with its value, else of the key, else of its section, else the first
   * one.
   *
   * @param section as messages write it: {@code branch}, {@code rule "EVT900"}
   * @param value empty when the key alone is meant
   */
  int find(String section, String key, String value) {
    int ofSection = 1;
    Optional<Integer> ofKey = Optional.empty();
    boolean inSection = false;
    for (int line = 1; line <= text.lineCount(); line++) {
      String source = text.line(line);
      Matcher header = HEADER.matcher(source);
      if (header.find()) {
        inSection = isNamed(header, section);
        if (inSection && ofSection == 1) {
          ofSection = line;
        }
      }
      Matcher entry = ENTRY.matcher(source);
      if (inSection && entry.find() && entry.group(1).equalsIgnoreCase(key)) {
        String written = Optional.ofNullable(entry.group(2)).orElse("").strip();
        if (!value.isEmpty()
            && written.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT))) {
          return line;
        }
        if (ofKey.isEmpty()) {
          ofKey = Optional.of(line);
        }
      }
    }
    return ofKey.orElse(ofSection);
  }

  private static boolean isNamed(Matcher header, String section) {
    String type = header.group(1);
    String name = header.group(2);
    return section.equalsIgnoreCase(type)
        || (name != null && section.equalsIgnoreCase("%s \"%s\"".formatted(type, name)));
  }
}
