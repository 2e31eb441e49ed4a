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

package com.googlesource.gerrit.plugins.eventletguard.scan.modules;

import static com.google.common.truth.Truth.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameUsesTest {
  private final NameUses uses = new NameUses(Set.of("GreenPool", "eventlet"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "concurrency.GreenPool()",
        "swift.common.concurrency.eventlet.sleep(0)",
        "(yield).GreenPool",
        "my_eventlet.GreenPool",
        "eventlet_utils.GreenPool",
        "f'{concurrency.GreenPool}'",
        "getattr(concurrency, 'GreenPool')",
        "getattr(\n    concurrency, \"eventlet\")",
        "import_class('swift.common.concurrency.GreenPool')",
        "importutils.import_object(\n    'swift.common.concurrency.GreenPool', 4)",
      })
  void nameTakenFromAModuleIsAUse(String text) {
    assertThat(occurIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GreenPool()",
        "mock.patch('swift.common.concurrency.eventlet.sleep')",
        "mock.patch.object(concurrency, 'eventlet')",
        "eventlet.eventlet",
        "@mock.patch.object(eventlet.greenpool.GreenPool, 'spawn')",
        "@mock.patch(u\"nova.utils.eventlet\")",
        "getattr(concurrency, 'GreenPoolOfMine')",
        "",
      })
  void anythingElseIsNone(String text) {
    assertThat(occurIn(text)).isFalse();
  }

  @Test
  void chainWithoutEndIsReadOnce() {
    assertThat(occurIn("a" + ".eventlet".repeat(200_000))).isTrue();
    assertThat(occurIn("'eventlet' ".repeat(20_000))).isFalse();
  }

  private boolean occurIn(String text) {
    return uses.occurIn(text.getBytes(StandardCharsets.UTF_8));
  }
}
