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

package com.googlesource.gerrit.plugins.eventletguard.review;

import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds after any sequence of patch sets, settings, words of people and scans, whether the
 * server stores fixes with comments or not.
 *
 * <p>Each usage of a story is of another API and occurs at most once, so that its symbol tells
 * which finding is which, whatever the matcher thinks.
 */
final class AnyStoryTest {
  private static final int STORIES = 12;
  private static final int STEPS = 16;

  /** Calls of different APIs. */
  private static final List<String> USAGES =
      List.of(
          "eventlet.spawn(job)",
          "eventlet.spawn_n(job)",
          "eventlet.sleep(1)",
          "eventlet.GreenPool(4)",
          "eventlet.Timeout(3)",
          "eventlet.listen(address)");

  private static final List<String> FILES = List.of("nova/worker.py", "nova/agent.py");

  private static final ReviewPlan EMPTY =
      new ReviewPlan(List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Where a usage stands in a patch set. */
  private record Spot(int file, boolean silenced, boolean edited) {}

  private final Map<Integer, Spot> usages = new TreeMap<>();
  private final Map<Integer, Instant> presentSince = new HashMap<>();
  private final StringBuilder told = new StringBuilder();
  private int comments;
  private int baseComments;
  private boolean disabled;
  private Random random;
  private SimulatedChange change;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyThreadStandsForOneFindingAndNoPersonIsTalkedOver(long seed) throws Exception {
    random = new Random(seed);
    for (int story = 0; story < STORIES; story++) {
      usages.clear();
      presentSince.clear();
      told.setLength(0);
      comments = 0;
      baseComments = 0;
      disabled = false;
      try (SimulatedChange started = new SimulatedChange(base())) {
        change = started;
        step("push");
        push();
        for (int step = 0; step < STEPS; step++) {
          act();
        }
      }
    }
  }

  private void act() throws IOException {
    // An administrator may turn it on or off at any time.
    change.storesFixes(random.nextBoolean());
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> {
        step("change usages and push");
        changeUsages();
        push();
      }
      case 3 -> {
        step("change usages unseen");
        changeUsages();
        pushUnseen();
      }
      case 4 -> {
        step("touch and push");
        comments++;
        push();
      }
      case 5 -> {
        step("rebase");
        baseComments++;
        ReviewPlan plan = change.rebase(base(), files());
        check(plan);
      }
      case 6, 7, 8 -> speak();
      default -> {
        disabled = !disabled;
        step("disabled = " + disabled);
        change.branchSettings(disabled ? "[ignore]\n\trule = EVT110\n" : "");
        check(change.scan());
      }
    }
  }

  /** What moves to another file and is edited at the same time would be another usage. */
  private void changeUsages() {
    List<Integer> order = new ArrayList<>(IntStream.range(0, USAGES.size()).boxed().toList());
    Collections.shuffle(order, random);
    for (int usage : order.subList(0, 1 + random.nextInt(2))) {
      Spot spot = usages.get(usage);
      if (spot == null) {
        usages.put(usage, new Spot(random.nextInt(FILES.size()), false, false));
      } else {
        switch (random.nextInt(4)) {
          case 0 -> usages.remove(usage);
          case 1 -> usages.put(usage, new Spot(1 - spot.file(), spot.silenced(), spot.edited()));
          case 2 -> usages.put(usage, new Spot(spot.file(), !spot.silenced(), spot.edited()));
          default -> usages.put(usage, new Spot(spot.file(), spot.silenced(), !spot.edited()));
        }
      }
    }
    step(usages.toString());
  }

  private void speak() throws IOException {
    if (change.threads().isEmpty()) {
      return;
    }
    SimulatedChange.StoredThread thread =
        change.threads().get(random.nextInt(change.threads().size()));
    Speaker speaker =
        List.of(Speaker.AUTHOR, Speaker.REVIEWER, Speaker.OTHER).get(random.nextInt(3));
    boolean unresolved = random.nextBoolean();
    step("%s says %s in %s".formatted(speaker, unresolved, symbol(thread)));
    change.say(thread, speaker, unresolved);
    check(change.scan());
  }

  private void push() throws IOException {
    pushUnseen();
    check(change.scan());
  }

  private void pushUnseen() {
    change.pushUnseen(files());
    presentSince.keySet().retainAll(usages.keySet());
    usages.keySet().forEach(usage -> presentSince.putIfAbsent(usage, change.now()));
  }

  private Map<String, String> base() {
    Map<String, String> files = new HashMap<>();
    FILES.forEach(path -> files.put(path, text(path, List.of(), 0)));
    return files;
  }

  private Map<String, String> files() {
    Map<String, String> files = new HashMap<>();
    for (int file = 0; file < FILES.size(); file++) {
      List<String> lines = new ArrayList<>();
      for (Map.Entry<Integer, Spot> usage : usages.entrySet()) {
        Spot spot = usage.getValue();
        if (spot.file() == file) {
          String call = USAGES.get(usage.getKey());
          lines.add(
              (spot.edited() ? "result = " + call : call) + (spot.silenced() ? "  # noqa" : ""));
        }
      }
      files.put(FILES.get(file), text(FILES.get(file), lines, comments));
    }
    return files;
  }

  private String text(String path, List<String> lines, int comments) {
    StringBuilder text = new StringBuilder("# The module %s.\n".formatted(path));
    text.append("# It has a base.\n".repeat(baseComments));
    text.append("import eventlet\n\n\ndef run(job, address):\n    prepare(job)\n");
    text.append("    # A remark.\n".repeat(comments));
    lines.forEach(line -> text.append("    ").append(line).append('\n'));
    return text.append("    finish(job)\n").toString();
  }

  private void check(ReviewPlan plan) throws IOException {
    checkReplies(plan);
    checkThreads();
    List<SimulatedChange.StoredThread> before = List.copyOf(change.threads());
    change.storesFixes(random.nextBoolean());
    ReviewPlan again = change.scan();
    assertWithMessage("second scan after: %s", told).that(again).isEqualTo(EMPTY);
    assertWithMessage("threads").that(change.threads()).isEqualTo(before);
  }

  /** Only threads in which nobody else had the last word are answered, but for the one note. */
  private void checkReplies(ReviewPlan plan) {
    for (Reply reply : plan.replies()) {
      List<ThreadComment> thread =
          change.threads().get(Integer.parseInt(reply.inReplyTo())).comments;
      Speaker lastBefore = thread.get(thread.size() - 2).speaker();
      assertWithMessage("who spoke before '%s' after: %s", reply.message(), told)
          .that(lastBefore == Speaker.SELF)
          .isEqualTo(reply.kind() != ReplyKind.REVIEWER_NEEDED);
    }
    assertWithMessage("notes that a reviewer is needed after: %s", told)
        .that(
            change.threads().stream()
                .flatMap(thread -> thread.comments.stream())
                .filter(
                    comment ->
                        ReplyKind.of(comment.message())
                            .equals(Optional.of(ReplyKind.REVIEWER_NEEDED)))
                .count())
        .isAtMost(1);
  }

  private void checkThreads() throws IOException {
    Set<String> counted =
        change.judged().introduced().stream()
            .filter(Judgement::counts)
            .map(Judgement::finding)
            .filter(finding -> finding.severity() != Severity.INFO)
            .map(finding -> finding.usage().symbol())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> toldOnce = new HashSet<>();
    for (SimulatedChange.StoredThread thread : change.threads()) {
      String symbol = symbol(thread);
      boolean personSpokeLast = thread.comments.getLast().speaker() != Speaker.SELF;
      if (!counted.contains(symbol)) {
        assertWithMessage("open thread about %s, which is gone, after: %s", symbol, told)
            .that(thread.isOpen() && !personSpokeLast)
            .isFalse();
      } else if (!isOver(thread) && thread.started().compareTo(since(symbol)) >= 0) {
        assertWithMessage("first thread about %s after: %s", symbol, told)
            .that(toldOnce.add(symbol))
            .isTrue();
      }
    }
    Set<String> withThread =
        change.threads().stream()
            .filter(thread -> !isOver(thread))
            .map(AnyStoryTest::symbol)
            .collect(Collectors.toSet());
    assertWithMessage("findings with a thread after: %s", told)
        .that(withThread)
        .containsAtLeastElementsIn(counted);
  }

  private Instant since(String symbol) {
    return presentSince.entrySet().stream()
        .filter(entry -> USAGES.get(entry.getKey()).startsWith(symbol + "("))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError(symbol));
  }

  private static boolean isOver(SimulatedChange.StoredThread thread) {
    return thread.comments.stream()
        .skip(1)
        .filter(comment -> comment.speaker() == Speaker.SELF)
        .flatMap(comment -> ReplyKind.of(comment.message()).stream())
        .anyMatch(ReplyKind::endsThread);
  }

  private static String symbol(SimulatedChange.StoredThread thread) {
    String heading = thread.comments.getFirst().message().lines().findFirst().orElseThrow();
    return heading.substring(heading.indexOf('`') + 1, heading.lastIndexOf('`'));
  }

  private void step(String what) {
    told.append("\n- ").append(what);
  }
}
