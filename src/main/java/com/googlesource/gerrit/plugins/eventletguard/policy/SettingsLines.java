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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a file of settings something stands; its parser does not tell. Each line is read once,
 * however much is asked.
 */
final class SettingsLines {
  private static final Pattern HEADER =
      Pattern.compile("^\\s*+\\[\\s*+([\\w.-]++)\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*+)?\\]");
  private static final Pattern ENTRY =
      Pattern.compile("^\\s*+(?:\\[[^\\]]*+\\])?+\\s*+([\\w-]++)\\s*+(?:=(.*))?$");

  /** A line that sets a key; the value in small letters. */
  private record Entry(int line, String value) {}

  /** All parts of a section: the line of its first header, and what it sets by key. */
  private record Section(int line, Map<String, List<Entry>> entries) {}

  /** By the names under which messages write them, in small letters. */
  private final Map<String, Section> sections = new HashMap<>();

  SettingsLines(SourceText text) {
    List<Section> current = List.of();
    for (int line = 1; line <= text.lineCount(); line++) {
      String source = text.line(line);
      Matcher header = HEADER.matcher(source);
      if (header.find()) {
        current = new ArrayList<>();
        for (String name : names(header)) {
          int first = line;
          current.add(sections.computeIfAbsent(name, key -> new Section(first, new HashMap<>())));
        }
      }
      Matcher entry = ENTRY.matcher(source);
      if (!current.isEmpty() && entry.find()) {
        Entry found =
            new Entry(line, lowerCase(Optional.ofNullable(entry.group(2)).orElse("").strip()));
        for (Section section : current) {
          section
              .entries()
              .computeIfAbsent(lowerCase(entry.group(1)), key -> new ArrayList<>())
              .add(found);
        }
      }
    }
  }

  /**
   * The line, from 1, of a key with its value, else of the key, else of its section, else the first
   * one.
   *
   * @param section as messages write it: {@code branch}, {@code rule "EVT900"}
   * @param value empty when the key alone is meant
   */
  int find(String section, String key, String value) {
    Section found = sections.get(lowerCase(section));
    if (found == null) {
      return 1;
    }
    List<Entry> entries = found.entries().getOrDefault(lowerCase(key), List.of());
    return entries.stream()
        .filter(entry -> !value.isEmpty() && entry.value().contains(lowerCase(value)))
        .findFirst()
        .or(() -> entries.stream().findFirst())
        .map(Entry::line)
        .orElse(found.line());
  }

  private static List<String> names(Matcher header) {
    String type = header.group(1);
    String name = header.group(2);
    return name == null
        ? List.of(lowerCase(type))
        : List.of(lowerCase(type), lowerCase("%s \"%s\"".formatted(type, name)));
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
