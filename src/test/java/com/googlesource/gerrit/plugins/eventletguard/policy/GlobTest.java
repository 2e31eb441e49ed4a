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

package com.googlesource.gerrit.plugins.eventletguard.policy;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class GlobTest {
  private static boolean matches(String glob, String path) {
    return Glob.of(glob).matches(path);
  }

  @Test
  void folderStandsForEverythingBelow() {
    assertThat(matches("cmd/eventlet", "nova/cmd/eventlet/agents/x.py")).isTrue();
    assertThat(matches("cmd/eventlet/", "nova/cmd/eventlet/x.py")).isTrue();
  }

  @Test
  void nameIsMatchedAsAWhole() {
    assertThat(matches("patch.py", "nova/monkey_patch.py")).isFalse();
  }

  @Test
  void slashAtTheStartIsTheTopOfTheTree() {
    assertThat(matches("/samples", "samples/x.py")).isTrue();
    assertThat(matches("/samples", "nova/samples/x.py")).isFalse();
  }

  @Test
  void starStaysInOneName() {
    assertThat(matches("/a/*.py", "a/b.py")).isTrue();
    assertThat(matches("/a/*.py", "a/b/c.py")).isFalse();
  }

  @Test
  void twoStarsCrossNames() {
    assertThat(matches("/a/**/c.py", "a/c.py")).isTrue();
    assertThat(matches("/a/**/c.py", "a/b/b/c.py")).isTrue();
    assertThat(matches("/a/**", "a/b/c.py")).isTrue();
  }

  @Test
  void questionMarkIsOneCharacter() {
    assertThat(matches("/?.py", "a.py")).isTrue();
    assertThat(matches("/?.py", "ab.py")).isFalse();
  }

  @Test
  void otherCharactersMeanThemselves() {
    assertThat(matches("/a+(b).py", "a+(b).py")).isTrue();
    assertThat(matches("/a.py", "abpy")).isFalse();
  }
}
