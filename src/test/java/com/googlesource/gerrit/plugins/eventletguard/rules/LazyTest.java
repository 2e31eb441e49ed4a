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

package com.googlesource.gerrit.plugins.eventletguard.rules;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LazyTest {
  @Test
  void nothingIsMadeBeforeItIsAskedFor() {
    AtomicInteger made = new AtomicInteger();

    Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);

    assertThat(made.get()).isEqualTo(0);
    assertThat(lazy.get()).isEqualTo(1);
  }

  @Test
  void manyThreadsGetTheSame() {
    AtomicInteger made = new AtomicInteger();
    Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);

    List<Integer> values =
        IntStream.range(0, 1000).parallel().mapToObj(i -> lazy.get()).distinct().toList();

    assertThat(values).containsExactly(1);
  }

  @Test
  void whatFailsIsTriedAgain() {
    ArrayDeque<Integer> values = new ArrayDeque<>();
    Lazy<Integer> lazy = new Lazy<>(values::pop);
    assertThrows(RuntimeException.class, lazy::get);

    values.push(7);

    assertThat(lazy.get()).isEqualTo(7);
  }
}
