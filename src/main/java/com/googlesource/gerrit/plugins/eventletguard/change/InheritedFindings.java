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
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The findings of a change that come from the commit that it reverts or was picked from. */
public final class InheritedFindings {
  private final CommitOrigin.Kind kind;
  private final String original;
  private final boolean verified;
  private final Set<Finding> findings;

  /**
   * @param kind what the change does with the other commit
   * @param original what people are told that the other commit is
   * @param verified whether that commit was found and compared; otherwise only the message says so
   * @param findings objects of the change's report
   */
  InheritedFindings(
      CommitOrigin.Kind kind, String original, boolean verified, Collection<Finding> findings) {
    this.kind = requireNonNull(kind, "kind");
    this.original = requireNonNull(original, "original");
    this.verified = verified;
    this.findings = Collections.newSetFromMap(new IdentityHashMap<>());
    this.findings.addAll(findings);
  }

  public CommitOrigin.Kind kind() {
    return kind;
  }

  /** What people are told that the other commit is. */
  public String original() {
    return original;
  }

  /** Whether the other commit was found and compared; otherwise only the message says so. */
  public boolean verified() {
    return verified;
  }

  /** Whether a finding, as the report holds it, comes from there. */
  public boolean contain(Finding finding) {
    return findings.contains(finding);
  }

  /**
   * Those of another report that are the same.
   *
   * @param whole what a range of commits does of which the change is the last one
   */
  public InheritedFindings within(ChangeReport whole) {
    return new InheritedFindings(
        kind,
        original,
        verified,
        UsageMatcher.accountedFor(whole.brought(), List.copyOf(findings)));
  }
}
