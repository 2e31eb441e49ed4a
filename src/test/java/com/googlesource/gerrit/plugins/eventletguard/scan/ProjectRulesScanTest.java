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
package com.googlesource.gerrit.plugins.eventletguard.scan;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.lib.Config;
import org.junit.jupiter.api.Test;

/** What a project's own rules find in files that may not mention Eventlet at all. */
class ProjectRulesScanTest {
  private static final CatalogScanners SCANNERS =
      new CatalogScanners(
          text -> List.of(),
          (path, defect) -> {
            throw defect;
          });

  private static RuleCatalog catalog(String kind, String symbol) throws Exception {
    Config config = new Config();
    config.fromText(
        """
        [rule "EVT901"]
          name = own
          title = It is ours
          severity = warning
          kind = %s
          symbol = %s
          reason = It goes.
        """
            .formatted(kind, symbol));
    return RuleCatalog.builtIn()
        .extendedBy(
            "test.config",
            config,
            problem -> {
              throw new IllegalArgumentException(problem.message());
            });
  }

  private static List<String> found(String kind, String symbol, String path, String... lines)
      throws Exception {
    String text = String.join("\n", lines) + "\n";
    return SCANNERS
        .of(catalog(kind, symbol))
        .scan(new SourceFile(path, text.getBytes(StandardCharsets.UTF_8)))
        .findings()
        .stream()
        .map(
            finding ->
                "%s %d %s"
                    .formatted(
                        finding.rule().id(), finding.range().startLine(), finding.usage().symbol()))
        .toList();
  }

  @Test
  void helperOfAProjectIsFoundWhereItIsUsed() throws Exception {
    assertThat(
            found(
                "use",
                "stratus.utils.start",
                "stratus/agent.py",
                "from stratus import utils as u",
                "u.start(work)"))
        .containsExactly("EVT901 2 stratus.utils.start");
  }

  @Test
  void everythingInAPackageIsFound() throws Exception {
    assertThat(
            found(
                "import",
                "stratus.compat.*",
                "stratus/agent.py",
                "from stratus.compat import GreenPool"))
        .containsExactly("EVT901 1 stratus.compat.GreenPool");
  }

  @Test
  void patchedNameIsFound() throws Exception {
    assertThat(
            found(
                "string",
                "stratus.utils.start",
                "stratus/tests/test_agent.py",
                "mock.patch('stratus.utils.start')"))
        .containsExactly("EVT901 1 stratus.utils.start");
  }

  @Test
  void keywordOfACallIsFound() throws Exception {
    assertThat(
            found(
                "use",
                "stratus.pool.make(kind=green)",
                "stratus/agent.py",
                "from stratus import pool",
                "pool.make(kind='green')"))
        .containsExactly("EVT901 2 stratus.pool.make(kind=green)");
  }

  @Test
  void optionRequirementVariableAndLauncherAreFound() throws Exception {
    assertThat(found("option", "agent/green_workers", "etc/a.conf", "[agent]", "green_workers = 3"))
        .containsExactly("EVT901 2 agent/green_workers");
    assertThat(found("requirement", "stratus-green", "requirements.txt", "Stratus_Green>=1"))
        .containsExactly("EVT901 1 stratus-green");
    assertThat(found("environment", "STRATUS_GREEN", "run.sh", "export STRATUS_GREEN=1"))
        .containsExactly("EVT901 1 STRATUS_GREEN");
    assertThat(
            found(
                "launcher",
                "stratus-agent",
                "a.service",
                "[Service]",
                "ExecStart=/usr/bin/stratus-agent"))
        .containsExactly("EVT901 2 stratus-agent");
  }

  @Test
  void otherProjectsFindNothingOfIt() throws Exception {
    SCANNERS.of(catalog("use", "stratus.utils.start"));

    assertThat(
            SCANNERS
                .of(RuleCatalog.builtIn())
                .scan(
                    new SourceFile(
                        "stratus/agent.py",
                        "from stratus import utils\nutils.start()\n"
                            .getBytes(StandardCharsets.UTF_8)))
                .findings())
        .isEmpty();
  }

  @Test
  void catalogsThatSayTheSameShareAScanner() throws Exception {
    assertThat(SCANNERS.of(catalog("use", "stratus.one")))
        .isSameInstanceAs(SCANNERS.of(catalog("use", "stratus.one")));
    assertThat(SCANNERS.of(catalog("use", "stratus.one")))
        .isNotSameInstanceAs(SCANNERS.of(catalog("use", "stratus.two")));
  }
}
