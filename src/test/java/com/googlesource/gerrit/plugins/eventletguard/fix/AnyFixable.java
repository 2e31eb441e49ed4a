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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.PythonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.tomlj.Toml;

/** Files with findings that may have a fix, put together at random, and what holds for each fix. */
public final class AnyFixable {
  private AnyFixable() {}

  public static List<SourceFile> files(long seed, int number) {
    Random random = new Random(seed);
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      files.add(file(random, i));
    }
    return files;
  }

  private static SourceFile file(Random random, int number) {
    String name = "a%d".formatted(number);
    return switch (number % 12) {
      case 0 -> FixedText.file("etc/" + name + ".conf", RandomConfiguration.ini(random));
      case 1 -> FixedText.file("vars/" + name + ".yaml", RandomConfiguration.yaml(random));
      case 2 -> FixedText.file(name + "/requirements.txt", RandomPackaging.requirements(random));
      case 3 -> FixedText.file(name + "/setup.cfg", RandomPackaging.setupCfg(random));
      case 4 -> FixedText.file(name + "/pyproject.toml", RandomPackaging.pyproject(random));
      case 5 -> FixedText.file(name + ".sh", RandomPackaging.shell(random));
      case 6 -> FixedText.file("templates/" + name + ".conf.j2", RandomPackaging.template(random));
      default -> FixedText.file("stratus/" + name + ".py", new RandomPython(random).text());
    };
  }

  /** A fixed file is valid and has the findings that it had, but for one, and for imports of it. */
  public static void assertOnlyGone(SourceFile before, SourceFile after, Finding gone) {
    assertParses(after);
    List<String> expected = described(FixedText.scan(before));
    expected.remove(described(gone));
    List<String> left = described(FixedText.scan(after));
    assertWithMessage(text(after)).that(expected).containsAtLeastElementsIn(left);
    assertWithMessage(text(after))
        .that(withoutImports(expected))
        .containsExactlyElementsIn(withoutImports(left));
  }

  static void assertParses(SourceFile file) {
    if (file.path().endsWith(".py")) {
      assertWithMessage(text(file))
          .that(PythonParser.parseStrictly(text(file)).isPresent())
          .isTrue();
    } else if (file.path().endsWith(".yaml")) {
      LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
      assertWithMessage(text(file))
          .that(new Compose(settings).composeString(text(file)).isPresent())
          .isTrue();
    } else if (file.path().endsWith(".toml")) {
      assertWithMessage(text(file)).that(Toml.parse(text(file)).errors()).isEmpty();
    }
  }

  /** An import may go with the last use of its name. */
  private static List<String> withoutImports(List<String> findings) {
    return findings.stream().filter(one -> !one.startsWith("IMPORT")).toList();
  }

  private static List<String> described(List<Finding> findings) {
    return new ArrayList<>(findings.stream().map(AnyFixable::described).toList());
  }

  private static String described(Finding finding) {
    return "%s %s %s"
        .formatted(finding.usage().kind(), finding.usage().symbol(), finding.usage().sourceText());
  }

  private static String text(SourceFile file) {
    return new String(file.content(), StandardCharsets.UTF_8);
  }
}
