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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TriggerWordsTest {
  @Test
  void wordInsideTextIsFound() {
    assertThat(found("import eventlet\n", "eventlet", "greenlet")).isTrue();
  }

  @Test
  void wordAtTheEndIsFound() {
    assertThat(found("xgreenlet", "eventlet", "greenlet")).isTrue();
  }

  @Test
  void wordAfterItsOwnBeginningIsFound() {
    assertThat(found("eveventlet", "eventlet")).isTrue();
  }

  @Test
  void wordInsideTheBeginningOfAnotherIsFound() {
    assertThat(found("xabcx", "abcd", "bc")).isTrue();
  }

  @Test
  void capitalLettersCountAsSmallOnes() {
    assertThat(found("EventLet==1", "eventlet")).isTrue();
    assertThat(found("greenthread", "GreenThread")).isTrue();
  }

  @Test
  void partOfAWordIsNothing() {
    assertThat(found("event let eventle", "eventlet")).isFalse();
  }

  @Test
  void emptyTextHoldsNothing() {
    assertThat(found("", "eventlet")).isFalse();
  }

  @Test
  void withoutWordsNothingIsFound() {
    assertThat(found("eventlet")).isFalse();
  }

  @Test
  void agreesWithPlainSearchOnRandomTexts() {
    Random random = new Random(42);
    for (int round = 0; round < 2000; round++) {
      List<String> words =
          IntStream.range(0, 4).mapToObj(i -> randomText(random, 1 + random.nextInt(4))).toList();
      String text = randomText(random, random.nextInt(12));
      assertThat(TriggerWords.inAnyCase(words).occurIn(text.getBytes(StandardCharsets.US_ASCII)))
          .isEqualTo(words.stream().anyMatch(text::contains));
    }
  }

  @Test
  void agreesWithPlainSearchOnLongRandomTexts() {
    Random random = new Random(42);
    for (int round = 0; round < 200; round++) {
      List<String> words =
          IntStream.range(0, 4)
              .mapToObj(i -> randomText(random, 3 + random.nextInt(6)))
              .distinct()
              .toList();
      String text = randomText(random, 1000 + random.nextInt(100));
      List<String> expected = new ArrayList<>();
      for (int start = 0; start < text.length(); start++) {
        for (int word = 0; word < words.size(); word++) {
          if (text.startsWith(words.get(word), start)) {
            expected.add(word + " at " + start);
          }
        }
      }
      byte[] content = text.getBytes(StandardCharsets.US_ASCII);
      List<String> inOrder = new ArrayList<>();
      List<String> inAnyOrder = new ArrayList<>();
      TriggerWords search = TriggerWords.asSpelled(words);
      search.visit(content, (word, start) -> inOrder.add(word + " at " + start));
      search.visitInAnyOrder(content, (word, start) -> inAnyOrder.add(word + " at " + start));

      assertThat(inOrder).containsExactlyElementsIn(expected).inOrder();
      assertThat(inAnyOrder).containsExactlyElementsIn(expected);
    }
  }

  @Test
  void visitorEndsTheSearchOfALongText() {
    List<Integer> starts = new ArrayList<>();
    boolean all =
        TriggerWords.asSpelled(List.of("eventlet"))
            .visit(
                "import eventlet\n".repeat(200).getBytes(StandardCharsets.US_ASCII),
                (word, start) -> {
                  starts.add(start);
                  return starts.size() < 2;
                });

    assertThat(all).isFalse();
    assertThat(starts).containsExactly(7, 23).inOrder();
  }

  @Test
  void capitalLettersCountAsTheyAreSpelledWhereAsked() {
    TriggerWords words = TriggerWords.asSpelled(List.of("EVENTLET", "greenlet"));
    assertThat(words.occurIn("eventlet".getBytes(StandardCharsets.US_ASCII))).isFalse();
    assertThat(words.occurIn("a greenlet".getBytes(StandardCharsets.US_ASCII))).isTrue();
    assertThat(words.occurIn("an EVENTLET".getBytes(StandardCharsets.US_ASCII))).isTrue();
  }

  @Test
  void visitorIsToldOfEveryOccurrence() {
    List<String> found = new ArrayList<>();
    TriggerWords.asSpelled(List.of("spawn", "spawn_n", "pawn"))
        .visit(
            "spawn spawn_n".getBytes(StandardCharsets.US_ASCII),
            (word, start) -> found.add(word + " at " + start));
    assertThat(found).containsExactly("0 at 0", "2 at 1", "0 at 6", "1 at 6", "2 at 7").inOrder();
  }

  @Test
  void fewWordsTellOfLaunchers() {
    assertThat(
            new CatalogTriggers(RuleCatalog.builtIn())
                .wordsOf(Set.of(UsageKind.LAUNCHER, UsageKind.ENVIRONMENT)))
        .containsNoneOf("version", "workers", "class", "threads", "spawn");
  }

  @Test
  void packageIsTheOneWordForAllThatIsInIt() {
    assertThat(
            new CatalogTriggers(RuleCatalog.builtIn())
                .wordsOf(CatalogTriggers.OF_OTHERS).stream()
                    .filter(word -> word.contains("eventlet"))
                    .toList())
        .containsExactly("eventlet");
  }

  private static boolean found(String text, String... words) {
    return TriggerWords.inAnyCase(List.of(words)).occurIn(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String randomText(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(3)));
    }
    return text.toString();
  }
}
