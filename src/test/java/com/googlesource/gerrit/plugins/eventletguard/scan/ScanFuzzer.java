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
import java.util.Arrays;
import java.util.List;

/**
 * A file of any kind with any bytes. The first byte of the input chooses the path, the rest is the
 * content.
 */
public final class ScanFuzzer {
  /** One path for each kind of file, and for each that is read in a way of its own. */
  public static final List<String> PATHS =
      List.of(
          "nova/a.py",
          "setup.py",
          "bin/script",
          "requirements.txt",
          "setup.cfg",
          "pyproject.toml",
          "etc/nova/nova.conf",
          "playbooks/a.yaml",
          "environment.yml",
          "templates/a.conf.j2",
          "tox.ini",
          "devstack/plugin.sh",
          "Dockerfile",
          "a.service",
          "manifests/init.pp",
          "bindep.txt",
          "python-a.spec",
          "debian/control");

  private static final Scanner SCANNER =
      Scanners.standard(
          RuleCatalog.builtIn(),
          (path, defect) -> {
            throw defect;
          });

  private ScanFuzzer() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    String path = PATHS.get((input[0] & 0xFF) % PATHS.size());
    SourceFile file = new SourceFile(path, Arrays.copyOfRange(input, 1, input.length));
    ScanResult result = SCANNER.scan(file);
    FindingChecks.assertInside(file, result.findings());
    assertThat(SCANNER.scan(file)).isEqualTo(result);
  }
}
