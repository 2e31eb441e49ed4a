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

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.rules.Example;
import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.Rule;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RuleReferenceTest {
  private static final RuleCatalog CATALOG = RuleCatalog.builtIn();
  private static final Path PAGE = Path.of("resources", "Documentation", "rules.md");

  @Test
  void committedPageIsCurrent() throws IOException {
    String current = RuleReference.markdown(CATALOG);

    GeneratedFile.assertCurrent(PAGE, current, RuleReferenceTest.class);
  }

  @Test
  void everyRuleHasItsAnchorOnce() {
    String page = RuleReference.markdown(CATALOG);

    for (Rule rule : CATALOG.rules()) {
      assertThat(page.split("<a id=\"%s\">".formatted(rule.id()), -1)).hasLength(2);
    }
  }

  @Test
  void everyAlternativeIsOnThePage() {
    String page = RuleReference.markdown(CATALOG);

    for (Pattern pattern : CATALOG.patterns()) {
      if (pattern.isAboutComments()) {
        continue;
      }
      pattern.alternatives().forEach(text -> assertThat(page).contains("- " + text + "\n"));
    }
  }

  @Test
  void everyExampleIsOnThePage() {
    String page = RuleReference.markdown(CATALOG);

    for (Rule rule : CATALOG.rules()) {
      Example.of(rule)
          .ifPresent(
              example -> {
                assertThat(page).contains("\n" + example.before() + "```");
                assertThat(page).contains("\n" + example.after() + "```");
              });
    }
  }

  @Test
  void severityIsToldByStage() {
    assertThat(RuleReference.markdown(CATALOG))
        .contains("Severity: **error** (eventlet: warning, dual: error, removed: error).");
  }
}
