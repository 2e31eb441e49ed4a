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

package com.googlesource.gerrit.plugins.eventletguard.review;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.fix.ChangedLines;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fix;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fixes;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.util.Optional;

/**
 * The fixes that comments offer.
 *
 * @param fixes by finding
 * @param stored whether the server stores a fix with a comment; where it does not, the text shows
 *     what it can
 */
public record FixOffer(Fixes fixes, boolean stored) {
  /** No comment offers any. */
  public static final FixOffer NONE = new FixOffer(Fixes.NONE, /* stored= */ false);

  private static final String FENCE = "```";

  public FixOffer {
    requireNonNull(fixes, "fixes");
  }

  /** The fix to store with the comment on a finding. */
  Optional<Fix> toStore(Finding finding) {
    return stored ? fixes.of(finding).filter(Fix::plain) : Optional.empty();
  }

  /** What the comment on a finding says about its fix; empty when that is stored. */
  Optional<String> text(Finding finding) {
    return toStore(finding).isPresent()
        ? Optional.empty()
        : fixes.of(finding).map(fix -> text(fix, finding.range()));
  }

  private static String text(Fix fix, Range range) {
    String known = "A safe fix is known: " + fix.description();
    // Gerrit's user interface applies such a block in place of the lines of its comment.
    return suggestion(fix, range)
        .map(lines -> known + ".\n\n" + FENCE + "suggestion\n" + lines + "\n" + FENCE)
        .orElse(known + "; `eventlet-guard fix` applies it.");
  }

  /** What the lines of a comment become; empty where that is not all, or they only go. */
  private static Optional<String> suggestion(Fix fix, Range range) {
    if (fix.lines().size() != 1 || !fix.plain()) {
      return Optional.empty();
    }
    ChangedLines lines = fix.lines().getFirst();
    boolean same =
        lines.first() == range.startLine()
            && lines.before().size() == range.endLine() - range.startLine() + 1;
    String after = String.join("\n", lines.after());
    return same && !lines.after().isEmpty() && isQuotable(after)
        ? Optional.of(after)
        : Optional.empty();
  }

  /** Whether text can stand between fences and means the same there. */
  private static boolean isQuotable(String text) {
    return !text.contains(FENCE) && text.indexOf('\r') < 0;
  }
}
