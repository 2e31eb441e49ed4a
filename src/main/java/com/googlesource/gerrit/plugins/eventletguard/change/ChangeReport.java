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

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a change does to the usages of its files: old tree against new tree.
 *
 * @param introduced findings of the new tree that the change brings, in {@link Finding#ORDER}
 * @param removed findings of the old tree that it takes away, in {@link Finding#ORDER}
 * @param kept how many findings of the changed files stood before and still stand: untouched,
 *     moved, re-indented or edited
 * @param shifted findings of the new tree on lines that the change does not touch, which became
 *     usages because an import or a name changed elsewhere in the file, or in a module from which
 *     they come; for the summary, never inline
 * @param skipped changed files that were not scanned, by path
 * @param dropped options that the change deletes before they were deprecated
 */
public record ChangeReport(
    List<Finding> introduced,
    List<Finding> removed,
    int kept,
    List<Finding> shifted,
    List<SkippedFile> skipped,
    List<DroppedOption> dropped) {
  public ChangeReport {
    introduced = List.copyOf(introduced);
    removed = List.copyOf(removed);
    shifted = List.copyOf(shifted);
    skipped = List.copyOf(skipped);
    dropped = List.copyOf(dropped);
  }

  /** What a change does that deletes no option. */
  public ChangeReport(
      List<Finding> introduced,
      List<Finding> removed,
      int kept,
      List<Finding> shifted,
      List<SkippedFile> skipped) {
    this(introduced, removed, kept, shifted, skipped, List.of());
  }

  /** Every finding of the new tree that the change is the reason for. */
  List<Finding> brought() {
    return Stream.concat(introduced.stream(), shifted.stream()).toList();
  }

  /** The same report with more findings on untouched lines. */
  ChangeReport withShifted(List<Finding> more) {
    return more.isEmpty()
        ? this
        : new ChangeReport(
            introduced,
            removed,
            kept,
            Stream.concat(shifted.stream(), more.stream()).sorted(Finding.ORDER).toList(),
            skipped,
            dropped);
  }

  /** The same report with the options that the change deletes. */
  ChangeReport withDropped(List<DroppedOption> options) {
    return new ChangeReport(introduced, removed, kept, shifted, skipped, options);
  }

  /** Whether no skipped file may hide usages, so that silence means clean. */
  public boolean complete() {
    return skipped.stream().noneMatch(file -> file.reason().hidesUsages());
  }

  /** Whether a file may hold usages that nobody has seen. */
  public boolean isHidden(String path) {
    return skipped.stream()
        .anyMatch(file -> file.path().equals(path) && file.reason().hidesUsages());
  }
}
