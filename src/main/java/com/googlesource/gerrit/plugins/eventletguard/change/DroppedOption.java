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

package com.googlesource.gerrit.plugins.eventletguard.change;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.Comparator;

/**
 * An option that a change stops declaring, which was never declared deprecated.
 *
 * @param finding its declaration in the old tree
 * @param type what declared it there, as written, such as {@code cfg.BoolOpt}
 */
public record DroppedOption(Finding finding, String type) {
  /** By path, then by position. */
  static final Comparator<DroppedOption> ORDER =
      (one, other) -> Finding.ORDER.compare(one.finding, other.finding);

  public DroppedOption {
    requireNonNull(finding, "finding");
    requireNonNull(type, "type");
  }
}
