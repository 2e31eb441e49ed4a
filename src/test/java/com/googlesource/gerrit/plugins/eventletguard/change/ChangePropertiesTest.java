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

package com.googlesource.gerrit.plugins.eventletguard.change;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.change.GeneratedModule.Statement;
import com.googlesource.gerrit.plugins.eventletguard.change.GeneratedModule.Style;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a change introduces, whatever the modules are: nothing where it only rewrites, moves, splits
 * or joins them, and as much as it adds. Every usage of both sides is accounted for once.
 */
class ChangePropertiesTest {
  private static final int ROUNDS = 60;
  private static final Style PLAIN = Style.PLAIN;

  private final Random random = new Random(20260101);
  private final TestRepository repository = new TestRepository();

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void wrappingCallsIntroducesNothing() throws IOException {
    assertRewriteIntroducesNothing(Style::withWrappedCalls);
  }

  @Test
  void otherQuotesIntroduceNothing() throws IOException {
    assertRewriteIntroducesNothing(style -> style.withQuote("\""));
  }

  @Test
  void otherQuotesInWrappedCallsIntroduceNothing() throws IOException {
    assertRewriteIntroducesNothing(style -> style.withQuote("\"").withWrappedCalls());
  }

  @Test
  void bodiesInsideATryIntroduceNothing() throws IOException {
    assertRewriteIntroducesNothing(style -> style.withBlock("try:"));
  }

  @Test
  void bodiesInsideAWithIntroduceNothing() throws IOException {
    assertRewriteIntroducesNothing(style -> style.withBlock("with lock:"));
  }

  @Test
  void otherLineEndsIntroduceNothing() throws IOException {
    assertRewriteIntroducesNothing(style -> style.withEnd("\r\n"));
  }

  @Test
  void anotherAliasIntroducesNothing() throws IOException {
    assertRewriteIntroducesNothing(style -> style.withAlias("ev"));
  }

  @Test
  void python3InsteadOf2IntroducesNothing() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      GeneratedModule module = module("f");
      assertAllKept(
          Map.of("a.py", module.text(PLAIN.withPython2())), Map.of("a.py", module.text(PLAIN)));
    }
  }

  @Test
  void everythingRewrittenAtOnceIntroducesNothing() throws IOException {
    assertRewriteIntroducesNothing(
        style -> style.withQuote("\"").withWrappedCalls().withBlock("with lock:").withEnd("\r\n"));
  }

  @Test
  void functionsInAnotherOrderIntroduceNothing() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      GeneratedModule module = module("f");
      assertAllKept(
          Map.of("a.py", module.text(PLAIN)), Map.of("a.py", module.shuffled(random).text(PLAIN)));
    }
  }

  @Test
  void functionThatMovesToAnotherFileIntroducesNothing() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      GeneratedModule one = module("f");
      GeneratedModule two = module("g");
      int last = one.functions().size() - 1;
      assertAllKept(
          files("a.py", one, "b.py", two),
          files("a.py", one.part(0, last), "b.py", two.with(one.functions().get(last))));
    }
  }

  @Test
  void renamedFileWithMoreCodeIntroducesNothing() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      GeneratedModule module = module("f");
      assertAllKept(
          Map.of("old/a.py", module.text(PLAIN)),
          Map.of("new/b.py", "# Moved.\n" + module.text(PLAIN) + "\n\nx = 1\n"));
    }
  }

  @Test
  void splitFileIntroducesItsSecondImport() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      GeneratedModule module = module("f");
      int middle = 1 + random.nextInt(module.functions().size() - 1);
      Map<String, String> before = Map.of("a.py", module.text(PLAIN));
      Map<String, String> after =
          files(
              "b.py",
              module.part(0, middle),
              "c.py",
              module.part(middle, module.functions().size()));
      ChangeReport report = checked(before, after, module.usages(), module.usages() + 1);
      assertWithMessage(shown(before, after))
          .that(report.introduced().stream().map(finding -> finding.usage().kind()).toList())
          .containsExactly(UsageKind.IMPORT);
    }
  }

  @Test
  void joinedFilesIntroduceNothing() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      GeneratedModule one = module("f");
      GeneratedModule two = module("g");
      Map<String, String> before = files("a.py", one, "b.py", two);
      Map<String, String> after = Map.of("c.py", one.joined(two).text(PLAIN));
      ChangeReport report =
          checked(before, after, one.usages() + two.usages(), one.joined(two).usages());
      assertWithMessage(shown(before, after)).that(report.introduced()).isEmpty();
      assertWithMessage(shown(before, after)).that(report.removed()).hasSize(1);
    }
  }

  @Test
  void addedUsageIsIntroduced() throws IOException {
    assertIntroducesOne((module, style) -> module.withStatement(random, newUsage()).text(style));
  }

  @Test
  void oneMoreOfEqualStatementsIsIntroduced() throws IOException {
    assertIntroducesOne(
        (module, style) -> {
          List<Statement> own = module.ownUsages();
          Statement statement = own.isEmpty() ? newUsage() : own.get(random.nextInt(own.size()));
          return module.withStatement(random, statement).text(style);
        });
  }

  @Test
  void copyOfAFileIsIntroducedAsAWhole() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      GeneratedModule module = module("f");
      Map<String, String> before = Map.of("a.py", module.text(PLAIN));
      Map<String, String> after = files("a.py", module, "b.py", module);
      ChangeReport report = checked(before, after, 0, module.usages());
      assertWithMessage(shown(before, after)).that(report.introduced()).hasSize(module.usages());
    }
  }

  @Test
  void removedFunctionIntroducesNothing() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      GeneratedModule module = module("f");
      GeneratedModule left = module.part(0, module.functions().size() - 1);
      Map<String, String> before = Map.of("a.py", module.text(PLAIN));
      Map<String, String> after = Map.of("a.py", left.text(PLAIN));
      ChangeReport report = checked(before, after, module.usages(), left.usages());
      assertWithMessage(shown(before, after)).that(report.introduced()).isEmpty();
      assertWithMessage(shown(before, after))
          .that(report.removed())
          .hasSize(module.usages() - left.usages());
    }
  }

  private void assertRewriteIntroducesNothing(UnaryOperator<Style> rewrite) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      GeneratedModule module = module("f");
      Map<String, String> plain = Map.of("a.py", module.text(PLAIN));
      Map<String, String> rewritten = Map.of("a.py", module.text(rewrite.apply(PLAIN)));
      assertAllKept(plain, rewritten);
      assertAllKept(rewritten, plain);
    }
  }

  private void assertIntroducesOne(BiFunction<GeneratedModule, Style, String> added)
      throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      GeneratedModule module = module("f");
      Map<String, String> before = Map.of("a.py", module.text(PLAIN));
      Map<String, String> after = Map.of("a.py", added.apply(module, PLAIN));
      ChangeReport report = checked(before, after, module.usages(), module.usages() + 1);
      assertWithMessage(shown(before, after)).that(report.introduced()).hasSize(1);
      assertWithMessage(shown(before, after)).that(report.removed()).isEmpty();
    }
  }

  private void assertAllKept(Map<String, String> before, Map<String, String> after)
      throws IOException {
    if (before.equals(after)) {
      return;
    }
    ChangeReport report = repository.diff(before, after);
    String shown = shown(before, after);
    assertWithMessage(shown).that(report.skipped()).isEmpty();
    assertWithMessage(shown).that(report.introduced()).isEmpty();
    assertWithMessage(shown).that(report.shifted()).isEmpty();
    assertWithMessage(shown).that(report.removed()).isEmpty();
    assertWithMessage(shown).that(report.kept()).isGreaterThan(0);
  }

  /** The report of a change, in which every usage of its files counts once. */
  private ChangeReport checked(
      Map<String, String> before, Map<String, String> after, int oldUsages, int newUsages)
      throws IOException {
    ChangeReport report = repository.diff(before, after);
    String shown = shown(before, after);
    assertWithMessage(shown)
        .that(report.introduced().size() + report.shifted().size() + report.kept())
        .isEqualTo(newUsages);
    assertWithMessage(shown).that(report.removed().size() + report.kept()).isEqualTo(oldUsages);
    assertThat(report.introduced()).isInOrder(Finding.ORDER);
    assertThat(report.skipped()).isEmpty();
    return report;
  }

  private static Map<String, String> files(
      String onePath, GeneratedModule one, String otherPath, GeneratedModule other) {
    return Map.of(onePath, one.text(PLAIN), otherPath, other.text(PLAIN));
  }

  private GeneratedModule module(String prefix) {
    return GeneratedModule.any(random, prefix);
  }

  private Statement newUsage() {
    return GeneratedModule.newUsage(random);
  }

  private static String shown(Map<String, String> before, Map<String, String> after) {
    return "%s\n-----\n%s"
        .formatted(String.join("\n", before.values()), String.join("\n", after.values()));
  }
}
