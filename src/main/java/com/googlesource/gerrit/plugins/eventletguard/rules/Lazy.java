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

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;

/**
 * A value that is made when it is first asked for, and once. Safe for use by several threads: those
 * that ask meanwhile wait for it.
 */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile T value;

  /**
   * @param maker makes the value, which is not null; what it throws comes to whoever asks, and the
   *     next one asks it again
   */
  public Lazy(Supplier<T> maker) {
    this.maker = requireNonNull(maker, "maker");
  }

  @Override
  public T get() {
    T made = value;
    if (made == null) {
      synchronized (this) {
        made = value;
        if (made == null) {
          made = requireNonNull(maker.get(), "a made value");
          value = made;
        }
      }
    }
    return made;
  }
}
