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

import java.util.Optional;

/**
 * What to use instead of what a pattern finds.
 *
 * @param text the API and when it fits, in Markdown, without a full stop
 * @param technique what it builds on; empty when that makes no difference, as for a line to delete
 */
public record Alternative(String text, Optional<Technique> technique) {
  public Alternative {
    requireNonNull(text, "text");
    requireNonNull(technique, "technique");
  }

  /** An alternative that builds on nothing in particular. */
  public static Alternative of(String text) {
    return new Alternative(text, Optional.empty());
  }

  /** The text with, in brackets, what the technique is like and needs. */
  @Override
  public String toString() {
    return technique.map(one -> "%s (%s)".formatted(text, one.nature())).orElse(text);
  }
}
