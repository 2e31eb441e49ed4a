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

package com.googlesource.gerrit.plugins.eventletguard.scan;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.Rule;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.util.Comparator;
import java.util.Optional;

/**
 * One usage found by one rule.
 *
 * @param pattern the pattern of the rule that recognised the usage; it knows its rule
 * @param path the file, inside its tree
 * @param usage what was found and where
 * @param severity how much it matters: what the rule's author gave, until a branch's policy has
 *     judged it
 * @param remark a sentence on what it means on that branch, once that is known
 */
public record Finding(
    Pattern pattern, String path, Usage usage, Severity severity, Optional<String> remark) {
  /** By path, then by position: the order of every report. */
  public static final Comparator<Finding> ORDER =
      (one, other) -> {
        int byPath = one.path.compareTo(other.path);
        return byPath != 0 ? byPath : Usage.ORDER.compare(one.usage, other.usage);
      };

  /** By severity, the gravest first, then by {@link #ORDER}. */
  public static final Comparator<Finding> GRAVEST_FIRST =
      (one, other) -> {
        int bySeverity = other.severity.compareTo(one.severity);
        return bySeverity != 0 ? bySeverity : ORDER.compare(one, other);
      };

  public Finding {
    requireNonNull(pattern, "pattern");
    requireNonNull(path, "path");
    requireNonNull(usage, "usage");
    requireNonNull(severity, "severity");
    requireNonNull(remark, "remark");
  }

  /** A finding as its rule sees it. */
  public Finding(Pattern pattern, String path, Usage usage) {
    this(pattern, path, usage, pattern.severity(), Optional.empty());
  }

  /** The same finding as a branch's policy sees it. */
  public Finding judged(Severity severity, Optional<String> remark) {
    return new Finding(pattern, path, usage, severity, remark);
  }

  /** The same finding under another path of its file. */
  public Finding at(String otherPath) {
    return new Finding(pattern, otherPath, usage, severity, remark);
  }

  public Rule rule() {
    return pattern.rule();
  }

  /** Why it has to go, in one or a few sentences. */
  public String reason() {
    StringBuilder reason = new StringBuilder(pattern.reason());
    usage.via().ifPresent(via -> reason.append(' ').append(sentence(via)));
    remark.ifPresent(sentence -> reason.append(' ').append(sentence));
    return reason.toString();
  }

  private String sentence(Via via) {
    String modules = "`" + String.join("`, then `", via.modules()) + "`";
    return via.certain()
        ? "It is `%s`, which comes through %s.".formatted(usage.symbol(), modules)
        : "It may be `%s`, one of the things that come through %s under this name."
            .formatted(usage.symbol(), modules);
  }

  public Range range() {
    return usage.range();
  }
}
