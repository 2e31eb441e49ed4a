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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TriggerSetsTest {
  private static final TriggerSets SETS =
      TriggerSets.asSpelled(
          List.of(
              Set.of("eventlet"),
              Set.of("futurist", "Green"),
              Set.of("utils as", "'spawn", ".call"),
              Set.of("utils as", ".spawn")));

  private static boolean occur(TriggerSets sets, String text) {
    return sets.occurIn(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void setOccursInWhateverOrderItsWordsStand() {
    assertThat(occur(SETS, "futurist Green")).isTrue();
    assertThat(occur(SETS, "Green futurist")).isTrue();
    assertThat(occur(SETS, "x.spawn(utils as)")).isTrue();
    assertThat(occur(SETS, ".call 'spawn utils as")).isTrue();
    assertThat(occur(SETS, "'spawn utils as .call")).isTrue();
  }

  @Test
  void partOfASetIsNotEnough() {
    assertThat(occur(SETS, "futurist")).isFalse();
    assertThat(occur(SETS, "Green")).isFalse();
    assertThat(occur(SETS, "utils as 'spawn utils as 'spawn")).isFalse();
    assertThat(occur(SETS, ".spawn 'spawn .call Green")).isFalse();
  }

  @Test
  void wordsOfDifferentSetsDoNotMakeUpOne() {
    assertThat(occur(SETS, "utils as .call futurist")).isFalse();
  }

  @Test
  void caseCountsUnlessItIsSaidOtherwise() {
    List<Set<String>> sets = List.of(Set.of("version", "ssl"));
    assertThat(occur(TriggerSets.asSpelled(sets), "SSL_VERSION")).isFalse();
    assertThat(occur(TriggerSets.inAnyCase(sets), "SSL_VERSION")).isTrue();
  }

  @Test
  void longestWordOfEachSetIsNamedOnce() {
    assertThat(SETS.words()).containsExactly("eventlet", "futurist", "utils as").inOrder();
  }

  @Test
  void setIsCompleteWithAllOthersOfItsLongestWord() {
    assertThat(SETS.complete(2, Set.of(".spawn")::contains)).isTrue();
    assertThat(SETS.complete(2, Set.of("'spawn", ".call")::contains)).isTrue();
    assertThat(SETS.complete(2, Set.of("'spawn")::contains)).isFalse();
    assertThat(SETS.complete(0, word -> false)).isTrue();
  }
}
