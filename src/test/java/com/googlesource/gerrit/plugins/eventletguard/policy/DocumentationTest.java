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
import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the pages to what is there. */
class DocumentationTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)\n```\n(.*?)\n```");

  private static String page(String name) throws Exception {
    return Files.readString(Path.of("resources", "Documentation", name));
  }

  @Test
  void everyKeyOfTheSettingsHasItsAnchor() throws Exception {
    String page = page("branch-config.md");

    SettingsReader.KEYS.forEach(
        (section, keys) ->
            keys.forEach(
                key -> assertThat(page).contains("<a id=\"%s.%s\">".formatted(section, key))));
  }

  @Test
  void everyExampleOfSettingsIsValid() throws Exception {
    Matcher example = EXAMPLE.matcher(page("branch-config.md"));
    int examples = 0;
    while (example.find()) {
      assertWithMessage(example.group(1))
          .that(SettingsFile.parse("example", example.group(1), RuleCatalog.builtIn()).problems())
          .isEmpty();
      examples++;
    }

    // One for each section of settings, and one of rules.
    assertThat(examples).isEqualTo(SettingsReader.KEYS.size() + 1);
  }

  @Test
  void everyForeignCodeIsListed() throws Exception {
    String page = page("suppression.md");

    ForeignCodes.all().forEach(code -> assertThat(page).contains("| `%s` |".formatted(code)));
  }
}
