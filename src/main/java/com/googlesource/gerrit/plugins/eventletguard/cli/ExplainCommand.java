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

package com.googlesource.gerrit.plugins.eventletguard.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.googlesource.gerrit.plugins.eventletguard.report.RuleExplanation;
import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.Rule;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code eventlet-guard explain RULE}: why a rule speaks and what to do. */
final class ExplainCommand extends Command {
  private final PositionalParamSpec rule =
      PositionalParamSpec.builder()
          .paramLabel("RULE")
          .required(true)
          .description(
              "A rule's id or name (EVT110, spawn), or what it finds (eventlet.spawn,"
                  + " heartbeat_in_pthread).")
          .build();
  private final SettingsOption config = new SettingsOption();

  ExplainCommand() {
    super("Explains a rule, or what rules say about a name: why, and what to use instead.");
    spec().addPositional(rule);
    config.addTo(spec());
  }

  @Override
  public Integer call() throws Exception {
    String wanted = rule.getValue();
    RuleCatalog catalog = config.read(() -> SettingsOption.inFolder(Path.of("")), err()).catalog();
    List<Pattern> patterns = new PatternSearch(catalog).find(wanted);
    if (patterns.isEmpty()) {
      throw new InputException(
          "no rule is called %s, and none is about it; `eventlet-guard rules` lists them"
              .formatted(wanted));
    }
    PrintWriter out = out();
    Map<Rule, List<Pattern>> byRule =
        patterns.stream().collect(groupingBy(Pattern::rule, LinkedHashMap::new, toList()));
    out.print(
        byRule.entrySet().stream()
            .map(entry -> RuleExplanation.of(entry.getKey(), entry.getValue()))
            .collect(joining("\n\n")));
    out.flush();
    return Main.CLEAN;
  }
}
