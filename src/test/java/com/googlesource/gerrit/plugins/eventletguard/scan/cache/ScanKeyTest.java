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

package com.googlesource.gerrit.plugins.eventletguard.scan.cache;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class ScanKeyTest {
  @Test
  void textTellsTheKey() {
    ScanKey key = new ScanKey("engine", "rules", "0123abcd", "a folder/with  spaces .py");

    assertThat(ScanKey.parse(key.text())).hasValue(key);
  }

  @Test
  void otherTextIsNoKey() {
    assertThat(ScanKey.parse("")).isEmpty();
    assertThat(ScanKey.parse("engine rules 0123abcd")).isEmpty();
  }
}
