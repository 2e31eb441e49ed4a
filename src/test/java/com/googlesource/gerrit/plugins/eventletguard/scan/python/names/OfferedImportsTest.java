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

import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ModuleTree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OfferedImportsTest {
  private static final OfferedImports IMPORTS =
      new OfferedImports(
          "swift/obj/server.py",
          new ModuleTree()
              .withPackages("swift", "swift/common", "swift/obj")
              .with("swift/common/concurrency.py", "from eventlet import sleep")
              .reexports());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from swift.common.concurrency import sleep",
        "from swift.common.concurrency import (other,\n    sleep as nap)",
        "from swift.common.concurrency import \\\n    sleep",
        "from swift.common.concurrency import *",
        "from swift.common import concurrency",
        "from ..common import concurrency",
        "from ..common.concurrency import sleep",
        "import swift.common.concurrency as c",
        "import os, swift.common",
        "import os; from swift.common import concurrency",
        "try: from swift.common import concurrency",
        "module = importlib.import_module(name)",
      })
  void importMayBringWhatIsOffered(String line) {
    assertThat(IMPORTS.mayComeWith(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from swift.common.concurrency import other",
        "from swift.common import constraints",
        "from . import replicator",
        "from os import path",
        "import os.path as concurrency",
      })
  void importOfAnythingElseBringsNothing(String line) {
    assertThat(IMPORTS.mayComeWith(line)).isFalse();
  }
}
