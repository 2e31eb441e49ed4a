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

/**
 * Finds what is wrong in a file of settings, as usages whose symbol says what and what would be
 * right. So a mistake is told as any finding is: on the change that makes it, once, until it is
 * gone.
 */
public final class SettingsScanner implements FileScanner {
  /** More mistakes are told when these are mended. */
  private static final int MOST = 1000;

  private final RuleCatalog builtIn;

  /**
   * @param builtIn the rules that the file may speak about and add to
   */
  public SettingsScanner(RuleCatalog builtIn) {
    this.builtIn = builtIn;
  }

  @Override
  public List<Usage> scan(SourceText text) {
    SettingsLines lines = new SettingsLines(text);
    return SettingsFile.parse(BranchSettings.FILE, text.text(), builtIn).problems().stream()
        .limit(MOST)
        .map(problem -> usage(text, lines, problem))
        .distinct()
        .sorted(Usage.ORDER)
        .toList();
  }

  private static Usage usage(SourceText text, SettingsLines lines, RuleProblem problem) {
    int line = lines.find(problem.section(), problem.key(), problem.value());
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
}
