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
import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ReexportFinder;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EarlierVersionsTest {
  private static final String PATH = "nova/virt/driver.py";

  /** What may stand anywhere in a module without breaking it. */
  private static final List<String> PARTS =
      List.of(
          "import eventlet",
          "import eventlet as green",
          "from eventlet import greenthread",
          "from nova import utils",
          "import logging, \\\n    threading",
          "thread = eventlet",
          "pool = eventlet.GreenPool(8)",
          "utils = None",
          "text = '''one\n    eventlet.sleep(1)\n'''",
          "joined = 1 + \\\n    2",
          "joined = 1 \\\n",
          "value = [\n    eventlet.spawn,  # noqa\n]",
          "# eventlet-guard: ignore[EVT110] a reason",
          "# noqa",
          "    # another comment",
          "cfg.IntOpt('workers', default=1)",
          "cfg.BoolOpt('heartbeat_in_pthread')",
          "x = 1; eventlet.sleep(2)",
          "if os.environ.get('X'):\n    import eventlet\n    eventlet.monkey_patch()",
          "try:\n    import eventlet\nexcept ImportError:\n    eventlet = None",
          "__import__('eventlet').sleep(1)",
          "@mock.patch('eventlet.spawn')\ndef test(mocked):\n    mocked()",
          "class Driver(object):\n    def run(self):\n        return utils.spawn(self)",
          "class Host:\n\n    def run(self):\n        # noqa\n        green.sleep(0)  # noqa\n",
          "def one():\n    other = eventlet if x else threading\n    other.sleep(1)",
          "def two():\n    a = 1\n    if a:\n        eventlet.spawn(a)\n    return a",
          "async def three():\n    with eventlet.Timeout(3):\n        return 0");

  /** Such as tell nothing. */
  private static final List<String> OTHERS =
      List.of(
          "a = 1",
          "b, c = call(2), 3",
          "import os",
          "text = 'as import z, y'",
          "def f():\n    x = 1\n    y = 2",
          "",
          "# text",
          "if a:\n    f()");

  /** What breaks a module, or the way in which it is read. */
  private static final List<String> BREAKS =
      List.of(
          "print 'old'", "name = 'caf\u00e9'", "name = 'a'\r", "call(", "'''", "    a = 1", "\0");

  private final EarlierVersions versions = new EarlierVersions();
  private final Scanner fresh =
      Scanners.standard(
          RuleCatalog.builtIn(),
          (path, defect) -> {
            throw defect;
          });
  private final Scanner remembering = fresh.remembering(versions);

  @Test
  void versionHoldsWhatAScanFinds() throws IOException {
    Reexports reexports = offeredByUtils();
    Random random = new Random(5);
    int told = 0;
    for (int i = 0; i < 30; i++) {
      List<String> parts = new ArrayList<>(List.of("import eventlet", "from nova import utils"));
      for (int size = random.nextInt(30); size > 0; size--) {
        parts.add(anyPart(random));
      }
      for (int version = 0; version < 30; version++) {
        SourceFile file = file(String.join("\n", parts));
        told += versions.find(file, "").isPresent() ? 1 : 0;
        ScannedFile expected = fresh.read(file);
        assertWithMessage("%s", text(file)).that(remembering.read(file)).isEqualTo(expected);
        assertWithMessage("%s", text(file))
            .that(remembering.readAgain(file, expected, Reexports.NONE, reexports))
            .isEqualTo(fresh.readAgain(file, expected, Reexports.NONE, reexports));
        edit(parts, random);
      }
    }
    assertThat(told).isGreaterThan(100);
  }

  private static Reexports offeredByUtils() throws IOException {
    SourceFile utils = new SourceFile("nova/utils.py", bytes("from eventlet import spawn\n"));
    Scanner scanner = Scanners.standard(RuleCatalog.builtIn(), (path, defect) -> {});
    TreeMap<String, ScannedFile> files = new TreeMap<>();
    files.put("nova/__init__.py", ScannedFile.NOTHING);
    files.put(utils.path(), scanner.read(utils));
    Reexports reexports =
        ReexportFinder.find(
            files,
            importing -> {
              Map<String, ScannedFile> read = new HashMap<>();
              importing.keySet().forEach(path -> read.put(path, files.get(path)));
              return read;
            });
    assertThat(reexports.fullNames()).contains("nova.utils.spawn");
    return reexports;
  }

  private static void edit(List<String> parts, Random random) {
    for (int edits = random.nextInt(3); edits >= 0; edits--) {
      int place = random.nextInt(parts.size() + 1);
      switch (random.nextInt(6)) {
        case 0 -> parts.subList(place, Math.min(place + 2, parts.size())).clear();
        case 1 -> {
          if (parts.size() > 1) {
            Collections.swap(parts, random.nextInt(parts.size()), random.nextInt(parts.size()));
          }
        }
        default -> parts.add(place, anyPart(random));
      }
      parts.removeIf(part -> BREAKS.contains(part) && random.nextBoolean());
    }
  }

  private static String anyPart(Random random) {
    int kind = random.nextInt(100);
    List<String> parts = kind < 2 ? BREAKS : kind < 30 ? PARTS : OTHERS;
    return parts.get(random.nextInt(parts.size()));
  }

  @Test
  void versionIsToldWhenNothingThatMattersChanges() {
    String module =
        "import eventlet\n\n\ndef one():\n    x = 1\n\n\ndef two():\n    eventlet.sleep(1)\n";
    remembering.read(file(module));

    SourceFile longer = file(module.replace("x = 1", "x = 1\n    y = 2\n    return x"));
    assertThat(versions.find(longer, "")).hasValue(fresh.read(longer));
    SourceFile documented = file("# a comment\n" + module);
    assertThat(versions.find(documented, "")).hasValue(fresh.read(documented));
    assertThat(fresh.read(documented).usages().get(0).range().startLine()).isEqualTo(2);
  }

  @Test
  void versionIsNotToldWhenWhatMattersChanges() {
    String module =
        "import eventlet\n\n\ndef one():\n    x = 1\n\n\ndef two():\n    eventlet.sleep(1)\n";
    remembering.read(file(module));

    for (String other :
        List.of(
            module.replace("x = 1", "x = eventlet"),
            module.replace("import eventlet", "import eventlet  # noqa"),
            module.replace("\n\n\ndef two", "\n    '''\n\n\ndef two"),
            module.replace("def two():", "def two():\n    return"),
            module.replace("x = 1", "x = 'caf\u00e9'"),
            "# eventlet-guard: ignore\n" + module,
            module.replace("x = 1", "x = \0"))) {
      assertWithMessage("%s", other).that(versions.find(file(other), "")).isEmpty();
    }
    assertThat(versions.find(file(module), "other")).isEmpty();
    assertThat(versions.find(new SourceFile("nova/a.py", bytes(module)), "")).isEmpty();
  }

  private static SourceFile file(String text) {
    return new SourceFile(PATH, bytes(text));
  }

  private static String text(SourceFile file) {
    return new String(file.content(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
