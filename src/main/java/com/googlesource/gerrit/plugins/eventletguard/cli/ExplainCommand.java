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

import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.Rule;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eventlet-guard explain RULE}: why a rule speaks and what to do. */
@Command(
    name = "explain",
    description = "Explains a rule: why, and what to use instead.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RULE", description = "A rule's id or name, such as EVT110.")
  private String wanted;

  @Mixin private SettingsOption config;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    RuleCatalog catalog =
        config
            .read(() -> SettingsOption.inFolder(Path.of("")), spec.commandLine().getErr())
            .catalog();
    Rule rule =
        catalog.rules().stream()
            .filter(candidate -> isWanted(candidate))
            .findFirst()
            .orElseThrow(
                () ->
                    new InputException(
                        "no rule is called %s; `eventlet-guard rules` lists them"
                            .formatted(wanted)));
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s %s%n%s%n", rule.id(), rule.name(), rule.title());
    catalog.patterns().stream()
        .filter(pattern -> pattern.rule().equals(rule))
        .forEach(pattern -> explain(out, pattern));
    out.flush();
    return Main.CLEAN;
  }

  private boolean isWanted(Rule rule) {
    return rule.id().equals(wanted.toUpperCase(Locale.ROOT))
        || rule.name().equals(wanted.toLowerCase(Locale.ROOT));
  }

  private static void explain(PrintWriter out, Pattern pattern) {
    out.printf("%n%s (%s)%n", String.join(", ", pattern.symbols()), pattern.severity().word());
    out.printf("  %s%n", pattern.reason());
    if (!pattern.alternatives().isEmpty()) {
      out.println("  Instead:");
      pattern.alternatives().forEach(alternative -> out.printf("  - %s%n", alternative));
    }
    out.printf("  %s%n", pattern.guide());
    pattern.links().forEach(link -> out.printf("  %s%n", link));
  }
}
