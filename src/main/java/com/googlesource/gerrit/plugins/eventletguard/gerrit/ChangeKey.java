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

package com.googlesource.gerrit.plugins.eventletguard.gerrit;

import static java.util.Objects.requireNonNull;

import com.google.gerrit.extensions.common.ChangeInfo;

/**
 * A change, addressed so that no index is needed to find it.
 *
 * <p>The project is kept by its name, never as the server's own key type: that is a class before
 * Gerrit 3.13 and an interface since, so that a method called on it would link on one side only.
 *
 * @param project the project's full name
 * @param number the change's number
 */
public record ChangeKey(String project, int number) {
  public ChangeKey {
    requireNonNull(project, "project");
  }

  /** The change that an event speaks of. */
  static ChangeKey of(ChangeInfo change) {
    return new ChangeKey(change.project, change._number);
  }

  @Override
  public String toString() {
    return project + "~" + number;
  }
}
