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

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.change.DroppedOption;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;

/**
 * Advice on an option that a change deletes without having deprecated it: to leave an empty
 * stand-in, as the community goal proposes.
 *
 * @param finding the declaration in the old tree
 * @param message what to do, in plain text on one line
 */
public record DeprecationHint(Finding finding, String message) {
  public DeprecationHint {
    requireNonNull(finding, "finding");
    requireNonNull(message, "message");
  }

  /** The message with the place in the old tree, as plain text on one line. */
  public String placed() {
    return "%s:%d: %s".formatted(finding.path(), finding.range().startLine(), message);
  }

  static DeprecationHint of(DroppedOption option, Series series) {
    Finding finding = option.finding();
    String standIn =
        "%s(%s, deprecated_for_removal=True, deprecated_since='%s', deprecated_reason='It has no"
                .formatted(option.type(), finding.usage().sourceText(), series)
            + " effect any more, as Eventlet is being removed.')";
    return new DeprecationHint(
        finding,
        "This deletes the option %s, which was never declared deprecated, so that whoever sets it"
                .formatted(finding.usage().sourceText())
            + " is not told. Deprecate it first: leave an empty stand-in, `%s`, add a release note,"
                .formatted(standIn)
            + " and delete it one or two series later.");
  }
}
