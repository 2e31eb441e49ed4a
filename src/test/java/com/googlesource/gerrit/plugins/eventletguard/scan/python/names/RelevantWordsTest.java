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

package com.googlesource.gerrit.plugins.eventletguard.scan.python.names;

import static com.google.common.truth.Truth.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RelevantWordsTest {
  private static final SymbolRoots ROOTS =
      new SymbolRoots(List.of("eventlet", "nova.utils.spawn", "futurist.Green*"));

  @Test
  void fileWithAllWordsOfASetMayMatter() {
    assertThat(mayMatter("utils.x(); spawn", List.of(Set.of("utils", "spawn")))).isTrue();
    assertThat(mayMatter("eventlet", List.of(Set.of("utils", "spawn"), Set.of("eventlet"))))
        .isTrue();
  }

  @Test
  void fileWithSomeWordsOfASetDoesNotMatter() {
    assertThat(mayMatter("spawn", List.of(Set.of("utils", "spawn")))).isFalse();
    assertThat(mayMatter("utils utils", List.of(Set.of("utils", "spawn")))).isFalse();
  }

  @Test
  void wordsCountInTheCaseInWhichTheyAreSpelled() {
    assertThat(mayMatter("EVENTLET", List.of(Set.of("eventlet")))).isFalse();
  }

  @Test
  void smallerSetIsEnoughForWhatHoldsIt() {
    assertThat(mayMatter("an eventlet", List.of(Set.of("eventlet"), Set.of("eventlet", "engine"))))
        .isTrue();
    assertThat(mayMatter("an eventlet", List.of(Set.of("eventlet"), Set.of("my_eventlet"))))
        .isTrue();
  }

  @Test
  void withoutAnyWordNothingMatters() {
    assertThat(mayMatter("eventlet", List.of())).isFalse();
  }

  /** Every file of a project names the project, so that alone must cost nothing. */
  @Test
  void firstNameOfARootIsNotSearchedForByItself() {
    assertThat(found("nova.conf, nova.virt")).isEqualTo(0);
    assertThat(found("nova.utils.x")).isEqualTo(1);
    assertThat(found("futurist.GreenThreadPoolExecutor")).isEqualTo(1);
  }

  private static boolean mayMatter(String text, List<Set<String>> triggers) {
    return new RelevantWords(triggers, ROOTS).mayMatter(bytes(text));
  }

  private static int found(String text) {
    int[] count = new int[1];
    new RelevantWords(List.of(Set.of("eventlet")), ROOTS)
        .search()
        .visit(
            bytes(text),
            (word, start) -> {
              count[0]++;
              return true;
            });
    return count[0];
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
