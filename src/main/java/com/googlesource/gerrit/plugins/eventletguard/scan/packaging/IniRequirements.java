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

package com.googlesource.gerrit.plugins.eventletguard.scan.packaging;

import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requirements in the values of an ini file, one a line. */
final class IniRequirements {
  /** The condition of tox before an entry: {@code py312,lint: name}. */
  private static final Pattern FACTORS = Pattern.compile("\\s*+[\\w{},!.-]++:\\s++");

  private final RequirementNames names;
  private final BiPredicate<String, String> holdsRequirements;

  /**
   * @param holdsRequirements tells it of a section and a key, both in small letters and the key
   *     with underscores
   */
  IniRequirements(RequirementNames names, BiPredicate<String, String> holdsRequirements) {
    this.names = names;
    this.holdsRequirements = holdsRequirements;
  }

  /** The usages of the whole text. */
  List<Usage> scan(SourceText text) {
    List<Usage> usages = new ArrayList<>();
    String section = "";
    boolean requirements = false;
    for (int line = 1; line <= text.lineCount(); line++) {
      String content = text.line(line);
      int start = text.lineStart(line);
      int end = start + content.length();
      if (content.isBlank() || content.stripLeading().startsWith("#")) {
        continue;
      }
      if (Character.isWhitespace(content.charAt(0))) {
        if (requirements) {
          usages.addAll(RequirementLine.usages(names, text, afterFactors(text, start, end), end));
        }
      } else if (content.charAt(0) == '[') {
        int close = content.indexOf(']');
        section = close < 0 ? "" : content.substring(1, close).strip().toLowerCase(Locale.ROOT);
        requirements = false;
      } else {
        int separator = separator(content);
        String key = content.substring(0, separator).strip().toLowerCase(Locale.ROOT);
        requirements = holdsRequirements.test(section, key.replace('-', '_'));
        if (requirements && separator < content.length()) {
          usages.addAll(
              RequirementLine.usages(
                  names, text, afterFactors(text, start + separator + 1, end), end));
        }
      }
    }
    usages.sort(Usage.ORDER);
    return usages;
  }

  /** The offset of the first {@code =} or {@code :}, or the length when there is none. */
  private static int separator(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) != '=' && line.charAt(at) != ':') {
      at++;
    }
    return at;
  }

  private static int afterFactors(SourceText text, int start, int end) {
    Matcher factors = FACTORS.matcher(text.text()).region(start, end);
    return factors.lookingAt() ? factors.end() : start;
  }
}
