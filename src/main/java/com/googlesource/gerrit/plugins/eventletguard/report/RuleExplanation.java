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

package com.googlesource.gerrit.plugins.eventletguard.report;

import com.googlesource.gerrit.plugins.eventletguard.rules.Example;
import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.Rule;
import java.util.List;

/** What a rule says, for a person at a terminal who wants to know what to do. */
public final class RuleExplanation {
  private static final int WIDTH = 80;
  private static final String INDENT = "  ";

  private final StringBuilder out = new StringBuilder();

  private RuleExplanation() {}

  /**
   * Explains a rule.
   *
   * @param patterns those of its patterns that are asked for, in this order
   */
  public static String of(Rule rule, List<Pattern> patterns) {
    return new RuleExplanation().write(rule, patterns);
  }

  private String write(Rule rule, List<Pattern> patterns) {
    wrap("", "", "%s %s: %s".formatted(rule.id(), rule.name(), rule.title()));
    patterns.forEach(this::writePattern);
    Example.of(rule).ifPresent(this::writeExample);
    writeDisagreement(rule);
    return out.toString();
  }

  private void writePattern(Pattern pattern) {
    PatternFacts facts = new PatternFacts(pattern);
    out.append('\n');
    wrap("", INDENT, "%s, %s: %s".formatted(pattern.key(), facts.kinds(), facts.symbols()));
    paragraph("Why", pattern.reason());
    facts.schedule().ifPresent(schedule -> paragraph("By when", schedule));
    paragraph("Severity by stage", facts.severityByStage());
    if (!pattern.alternatives().isEmpty()) {
      paragraph("Instead", "");
      pattern
          .alternatives()
          .forEach(alternative -> wrap(INDENT + "- ", INDENT + INDENT, alternative.toString()));
    }
    paragraph("Fix", facts.fix());
    facts.correspondence().ifPresent(row -> paragraph("Tables", row));
    // An address is never broken: terminals make links of it.
    pattern.guide().ifPresent(guide -> out.append("%sRead: %s%n".formatted(INDENT, guide)));
    pattern.links().forEach(link -> out.append("%s      %s%n".formatted(INDENT, link)));
  }

  private void writeExample(Example example) {
    out.append("%nExample, before:%n%n".formatted());
    writeCode(example.before());
    out.append("%nExample, after:%n%n".formatted());
    writeCode(example.after());
  }

  private void writeCode(String code) {
    code.lines().forEach(line -> out.append((INDENT + INDENT + line).stripTrailing()).append('\n'));
  }

  private void writeDisagreement(Rule rule) {
    out.append('\n');
    wrap(
        "",
        "",
        ("If it is wrong at one place: `# noqa: %s` at the end of the statement in Python, or"
                + " `# eventlet-guard: ignore[%s] REASON` in any file. If it does not fit the"
                + " project: `ignore.rule`, `severity` or a guard in .eventlet-guard.config.")
            .formatted(rule.id(), rule.id()));
  }

  private void paragraph(String name, String text) {
    wrap(INDENT + name + ": ", INDENT + INDENT, text);
  }

  /** Writes a text in lines of at most the width, unless a single word is longer. */
  private void wrap(String first, String others, String text) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        out.append(line).append('\n');
        line = new StringBuilder(others);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }
}
