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

package com.googlesource.gerrit.plugins.eventletguard.rules;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleCatalogTest {
  private static final String TEMPLATE =
      """
      [rule "EVT900"]
        name = sample
        title = A sample is used
        group = Samples
        severity = warning
        kind = use
        reason = It goes away.
        guide = https://example.org/guide
      """;

  @Test
  void exactSymbolGoesBeforeOneWithAStar() throws Exception {
    assertThat(matched("a.b", "a.*", "a.b")).isEqualTo("a.b");
  }

  @Test
  void longerTextBeforeTheStarGoesFirst() throws Exception {
    assertThat(matched("a.b.c", "a.*", "a.b.*")).isEqualTo("a.b.*");
  }

  @Test
  void starStandsForAnyCharacters() throws Exception {
    assertThat(matched("lib.x.GreenThing", "lib.*.Green*")).isEqualTo("lib.*.Green*");
  }

  @Test
  void starAtTheStartMatchesAnyName() throws Exception {
    assertThat(matched("celery[eventlet]", "*[eventlet]")).isEqualTo("*[eventlet]");
  }

  @Test
  void patternThatDiffersAfterTheStarDoesNotMatch() throws Exception {
    assertThat(matched("lib.x.Thing", "lib.*.Green*")).isEmpty();
  }

  @Test
  void symbolIsMatchedByItsCanonicalName() throws Exception {
    assertThat(matched("eventlet.spawn", "eventlet.greenthread.spawn"))
        .isEqualTo("eventlet.greenthread.spawn");
  }

  @Test
  void otherKindOfUsageDoesNotMatch() throws Exception {
    assertThat(catalog("a.b").match(UsageKind.IMPORT, "a.b")).isEmpty();
  }

  @Test
  void unknownSymbolDoesNotMatch() throws Exception {
    assertThat(matched("a.c", "a.b")).isEmpty();
  }

  @Test
  void recognitionDigestTellsWhatIsLookedFor() throws Exception {
    String digest = catalog("a.b", "c.d").recognitionDigest();

    assertThat(catalog("a.b", "c.d").recognitionDigest()).isEqualTo(digest);
    assertThat(catalog("c.d", "a.b").recognitionDigest()).isEqualTo(digest);
    assertThat(catalog("a.b").recognitionDigest()).isNotEqualTo(digest);
    assertThat(catalog("a.b", "c.e").recognitionDigest()).isNotEqualTo(digest);
  }

  @Test
  void recognitionDigestLeavesOutWhatIsSaid() throws Exception {
    String other = TEMPLATE.replace("It goes away.", "It is gone.").replace("warning", "error");

    assertThat(read(other).recognitionDigest()).isEqualTo(read(TEMPLATE).recognitionDigest());
  }

  private static RuleCatalog read(String head) throws Exception {
    return RuleCatalogReader.read(
        List.of(new RuleFile("test", head + "[pattern \"EVT900/p\"]\n  symbol = a.b\n")));
  }

  /** The only symbol of the pattern that matches, or nothing. */
  private static String matched(String symbol, String... symbols) throws Exception {
    return catalog(symbols)
        .match(UsageKind.USE, symbol)
        .map(pattern -> pattern.symbols().get(0))
        .orElse("");
  }

  private static RuleCatalog catalog(String... symbols) throws Exception {
    StringBuilder text = new StringBuilder(TEMPLATE);
    for (int i = 0; i < symbols.length; i++) {
      text.append("[pattern \"EVT900/p%d\"]\n  symbol = \"%s\"\n".formatted(i, symbols[i]));
    }
    return RuleCatalogReader.read(List.of(new RuleFile("test", text.toString())));
  }
}
