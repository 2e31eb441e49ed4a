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

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.rules.InvalidRulesException;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalogReader;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file of rules, or of a branch's settings, with any bytes. */
public final class RulesFuzzer {
  private static final RuleCatalog CATALOG = RuleCatalog.builtIn();

  private RulesFuzzer() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    SettingsFile settings = SettingsFile.parse(BranchSettings.FILE, text, CATALOG);
    assertThat(SettingsFile.parse(BranchSettings.FILE, text, CATALOG).problems())
        .isEqualTo(settings.problems());
    try {
      RuleCatalog catalog = RuleCatalogReader.read(List.of(new RuleFile("any.config", text)));
      catalog.patterns().forEach(pattern -> assertThat(pattern.symbols()).isNotEmpty());
    } catch (InvalidRulesException e) {
      assertThat(e).hasMessageThat().contains("any.config");
    }
  }
}
