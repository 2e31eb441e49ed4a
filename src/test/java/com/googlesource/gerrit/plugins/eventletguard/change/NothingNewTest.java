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

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is not new, however a file is rearranged, and how many files a change may have. */
class NothingNewTest {
  private static final int ROUNDS = 40;

  @Test
  void theSameFileIntroducesNothing() throws IOException {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      String text = module(functions(random));
      assertNothingNew(text, text);
    }
  }

  @Test
  void functionsInAnotherOrderIntroduceNothing() throws IOException {
    Random random = new Random(2);
    for (int round = 0; round < ROUNDS; round++) {
      List<String> functions = functions(random);
      String before = module(functions);
      Collections.shuffle(functions, random);
      assertNothingNew(before, module(functions));
    }
  }

  @Test
  void functionsInsideAnIfIntroduceNothing() throws IOException {
    Random random = new Random(3);
    for (int round = 0; round < ROUNDS; round++) {
      List<String> functions = functions(random);
      String indented = module(functions).replaceAll("(?m)^(?=.)", "    ");
      assertNothingNew(module(functions), "if True:\n" + indented);
    }
  }

  @Test
  void everyOneOfTenThousandChangedFilesIsScanned() throws IOException {
    Map<String, String> before = new HashMap<>();
    Map<String, String> after = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      before.put("pkg/m%d.py".formatted(i), "x = %d\n".formatted(i));
      after.put("pkg/m%d.py".formatted(i), "x = %d\nimport eventlet\n".formatted(i));
    }
    try (TestRepository repository = new TestRepository()) {
      assertThat(repository.diff(before, after).introduced()).hasSize(10_000);
    }
  }

  private static void assertNothingNew(String before, String after) throws IOException {
    try (TestRepository repository = new TestRepository()) {
      ChangeReport report = repository.diff(Map.of("a.py", before), Map.of("a.py", after));
      assertWithMessage("%s-----\n%s", before, after).that(report.introduced()).isEmpty();
    }
  }

  private static String module(List<String> functions) {
    return "import eventlet\nfrom eventlet import tpool\n\n\n" + String.join("\n\n", functions);
  }

  private static List<String> functions(Random random) {
    List<String> functions = new ArrayList<>();
    int count = 2 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      StringBuilder function = new StringBuilder("def f%d(a):\n".formatted(i));
      int statements = 1 + random.nextInt(4);
      for (int j = 0; j < statements; j++) {
        function.append(
            switch (random.nextInt(4)) {
              case 0 -> "    eventlet.sleep(%d)\n".formatted(random.nextInt(3));
              case 1 -> "    a = tpool.execute(a, %d)\n".formatted(random.nextInt(3));
              case 2 -> "    with eventlet.Timeout(a):\n        f%d(a)\n".formatted(i);
              default -> "    a += %d\n".formatted(random.nextInt(3));
            });
      }
      functions.add(function.toString());
    }
    return functions;
  }
}
