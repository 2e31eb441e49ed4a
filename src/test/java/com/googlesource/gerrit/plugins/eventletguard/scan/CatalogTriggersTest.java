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
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogTriggersTest {
  private static final CatalogTriggers TRIGGERS = new CatalogTriggers(RuleCatalog.builtIn());

  private static final TriggerSets SETS =
      TriggerSets.inAnyCase(TRIGGERS.setsOf(CatalogTriggers.OF_OTHERS));

  private static boolean mayHoldUsage(String text) {
    return SETS.occurIn(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void optionWithACommonNameNeedsItsSection() {
    assertThat(mayHoldUsage("version: 1")).isFalse();
    assertThat(mayHoldUsage("[ssl]\nversion = TLSv1")).isTrue();
    assertThat(mayHoldUsage("cinder::ssl::version: TLSv1")).isTrue();
    assertThat(mayHoldUsage("OS_SSL__VERSION=1")).isTrue();
  }

  @Test
  void optionOfTheDefaultSectionNeedsNone() {
    assertThat(mayHoldUsage("wsgi_log_format=%s")).isTrue();
  }

  @Test
  void packageIsTheWordForAllThatIsInIt() {
    assertThat(mayHoldUsage("EVENTLET_HUB=poll")).isTrue();
  }

  @Test
  void wordsAreThoseOfTheKindsThatAreAskedFor() {
    Set<String> launchers = TRIGGERS.wordsOf(Set.of(UsageKind.LAUNCHER));
    assertThat(launchers).contains("eventlet");
    assertThat(launchers).doesNotContain("version");
  }
}
