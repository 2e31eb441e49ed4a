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

import java.util.List;
import java.util.Optional;

/**
 * What one file holds.
 *
 * @param findings in {@link Finding#ORDER}
 * @param skipped why the file was not read; empty when it was
 * @param declarations of options that the rules may mean
 */
public record ScanResult(
    List<Finding> findings, Optional<SkipReason> skipped, List<OptionDeclaration> declarations) {
  /** A file without usages. */
  public static final ScanResult NOTHING = new ScanResult(List.of(), Optional.empty(), List.of());

  public ScanResult {
    findings = List.copyOf(findings);
    requireNonNull(skipped, "skipped");
    declarations = List.copyOf(declarations);
  }

  /** A file that was not read. */
  public static ScanResult skipped(SkipReason reason) {
    return new ScanResult(List.of(), Optional.of(reason), List.of());
  }
}
