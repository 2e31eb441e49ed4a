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

package com.googlesource.gerrit.plugins.eventletguard.scan.packaging;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.UsageLines;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetupCfgScannerTest {
  private static final SetupCfgScanner SCANNER =
      new SetupCfgScanner(new RequirementNames(RuleCatalog.builtIn()));

  @Test
  void requirementOfAListIsFound() {
    assertThat(scan("[options]\ninstall_requires =\n    six\n    eventlet>=9.9  # why\n"))
        .containsExactly("eventlet @ 4:4-4:17 = eventlet>=9.9");
  }

  @Test
  void requirementOnTheLineOfItsKeyIsFound() {
    assertThat(scan("[options]\ntests-require = eventlet>=9.9\n"))
        .containsExactly("eventlet @ 2:16-2:29 = eventlet>=9.9");
  }

  @Test
  void everyExtraOfSetuptoolsIsRead() {
    assertThat(scan("[options.extras_require]\ngreen =\n  eventlet\nother = celery[eventlet]\n"))
        .containsExactly(
            "eventlet @ 3:2-3:10 = eventlet", "celery[eventlet] @ 4:8-4:24 = celery[eventlet]")
        .inOrder();
  }

  @Test
  void everyExtraOfPbrIsRead() {
    assertThat(scan("[extras]\neventlet =\n  eventlet>=9.95.2 # MIT\n"))
        .containsExactly("eventlet @ 3:2-3:18 = eventlet>=9.95.2");
  }

  @Test
  void blankAndCommentLinesDoNotEndAList() {
    assertThat(scan("[options]\ninstall_requires =\n  six\n\n# note\n  eventlet\n"))
        .containsExactly("eventlet @ 6:2-6:10 = eventlet");
  }

  @Test
  void otherKeysAreNotRead() {
    assertThat(scan("[metadata]\nname = eventlet\nkeywords =\n  eventlet\n")).isEmpty();
  }

  @Test
  void otherSectionsAreNotRead() {
    assertThat(scan("[entry_points]\ninstall_requires =\n  eventlet\n")).isEmpty();
  }

  @Test
  void nextKeyEndsAList() {
    assertThat(scan("[options]\ninstall_requires =\n  six\npackages =\n  eventlet\n")).isEmpty();
  }

  private static List<String> scan(String text) {
    return UsageLines.of(SCANNER, "setup.cfg", text);
  }
}
