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

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleProblem;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.FileScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what is wrong in a file of settings, as usages whose symbol says what and what would be
 * right. So a mistake is told as any finding is: on the change that makes it, once, until it is
 * gone.
 */
public final class SettingsScanner implements FileScanner {
  private static final Pattern HEADER =
      Pattern.compile("^\\s*\\[\\s*([\\w.-]+)\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\")?\\s*\\]");
  private static final Pattern ENTRY =
      Pattern.compile("^\\s*(?:\\[[^\\]]*\\])?\\s*([\\w-]+)\\s*(?:=(.*))?$");

  private final RuleCatalog builtIn;

  /**
   * @param builtIn the rules that the file may speak about and add to
   */
  public SettingsScanner(RuleCatalog builtIn) {
    this.builtIn = builtIn;
  }

  @Override
  public List<Usage> scan(SourceText text) {
    return SettingsFile.parse(BranchSettings.FILE, text.text(), builtIn).problems().stream()
        .map(problem -> usage(text, problem))
        .distinct()
        .sorted(Usage.ORDER)
        .toList();
  }

  private static Usage usage(SourceText text, RuleProblem problem) {
    int line = line(text, problem);
    String source = text.line(line);
    int end = source.stripTrailing().length();
    int start = Math.min(end, source.length() - source.stripLeading().length());
    String symbol = symbol(problem);
    return new Usage(
        UsageKind.SETTING,
        symbol,
        new Range(line, start, line, end),
        source.substring(start, end),
        symbol);
  }

  /** One line that begins with the file's name, by which the rule knows it. */
  private static String symbol(RuleProblem problem) {
    return problem.message().replaceAll("\\s+", " ").replaceFirst("\\.$", "");
  }

  /**
   * The line that a problem is about: of its key with its value, else of its key, else of its
   * section, else the first one.
   */
  private static int line(SourceText text, RuleProblem problem) {
    int ofSection = 1;
    Optional<Integer> ofKey = Optional.empty();
    boolean inSection = false;
    for (int line = 1; line <= text.lineCount(); line++) {
      String source = text.line(line);
      Matcher header = HEADER.matcher(source);
      if (header.find()) {
        inSection = isNamed(header, problem.section());
        if (inSection && ofSection == 1) {
          ofSection = line;
        }
      }
      Matcher entry = ENTRY.matcher(source);
      if (inSection && entry.find() && entry.group(1).equalsIgnoreCase(problem.key())) {
        String value = Optional.ofNullable(entry.group(2)).orElse("").strip();
        if (!problem.value().isEmpty()
            && value.toLowerCase(Locale.ROOT).contains(problem.value().toLowerCase(Locale.ROOT))) {
          return line;
        }
        if (ofKey.isEmpty()) {
          ofKey = Optional.of(line);
        }
      }
    }
    return ofKey.orElse(ofSection);
  }

  /** Whether a header is of a section as messages write it: {@code branch}, {@code rule "EVT9"}. */
  private static boolean isNamed(Matcher header, String section) {
    String type = header.group(1);
    String name = header.group(2);
    return section.equalsIgnoreCase(type)
        || (name != null && section.equalsIgnoreCase("%s \"%s\"".formatted(type, name)));
  }
}
