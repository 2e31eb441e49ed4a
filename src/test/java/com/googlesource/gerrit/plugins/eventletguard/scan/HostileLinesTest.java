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
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lines of 200 KB that make a regular expression try every length of everything, or recurse for
 * each repetition: minutes, or no stack left. The bound of a minute is no measure of speed.
 */
@Timeout(60)
class HostileLinesTest {
  private static final int LENGTH = 200_000;

  private final Scanner scanner =
      Scanners.standard(
          RuleCatalog.builtIn(),
          (path, defect) -> {
            throw defect;
          });

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "requirements.txt, x#&, eventlet",
    "requirements.txt, -, eventlet",
    "setup.cfg, [, eventlet",
    "pyproject.toml, #[, # eventlet",
    "python-a.spec, Requires:python%{(, # eventlet",
    "debian/control, python%{(, # eventlet",
    "a.sh, A-, export EVENTLET_HUB=poll",
    "Dockerfile, ENV A , ENV EVENTLET_HUB poll",
    "a.service, ExecStart=, Environment=EVENTLET_HUB=poll",
    "environment.yml, - a::, - eventlet",
    "playbooks/a.yaml, a-, eventlet: 1",
    "tox.ini, {a}!, # eventlet"
  })
  void fileWithSuchALineIsScanned(String path, String piece, String word) {
    String line = piece.repeat(LENGTH / piece.length());
    assertWithMessage(path).that(scan(path, word + "\n" + line + "!\n").skipped()).isEmpty();
  }

  @Test
  void nameOfUnderscoresMayHoldAConfiguration() {
    String name = "_".repeat(LENGTH);
    assertThat(
            scan(
                    "nova/a.py",
                    "import eventlet\n%s.set_override('executor', 'eventlet')\n".formatted(name))
                .findings())
        .isNotEmpty();
  }

  @Test
  void stringOfManyPartsIsReadAsANameToPatch() {
    String target = "a" + ".a".repeat(LENGTH / 2);
    List<Finding> findings =
        scan("nova/a.py", "import mock\nimport eventlet\nmock.patch('%s')\n".formatted(target))
            .findings();
    assertThat(findings).hasSize(1);
  }

  @Test
  void pathOfManyNamesIsOfNoKindOrOfOne() {
    String path = "requirements.".repeat(LENGTH / 13);
    assertThat(scan(path, "eventlet").findings()).isEmpty();
    assertThat(scan(path + "txt", "eventlet").findings()).hasSize(1);
  }

  private ScanResult scan(String path, String text) {
    return scanner.scan(new SourceFile(path, text.getBytes(StandardCharsets.UTF_8)));
  }
}
