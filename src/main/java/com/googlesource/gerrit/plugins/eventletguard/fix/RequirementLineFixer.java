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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deletes requirements that stand on a line of their own, in requirements files and setup.cfg. */
final class RequirementLineFixer implements FileFixer {
  private static final String CONTINUED = "\\";

  @Override
  public Optional<OpenFile> open(SourceText text) {
    return Optional.of(findings -> edits(text, findings));
  }

  private static Optional<Edits> edits(SourceText text, List<Finding> findings) {
    List<Edit> edits = new ArrayList<>();
    for (Finding finding : findings) {
      int line = finding.range().startLine();
      EntryLines lines = new EntryLines(text);
      boolean alone = lines.before(text.start(finding.range())).isBlank();
      if (finding.usage().kind() != UsageKind.REQUIREMENT || !alone) {
        return Optional.empty();
      }
      int last = line;
      while (last < text.lineCount() && text.line(last).endsWith(CONTINUED)) {
        last++;
      }
      edits.add(lines.delete(line, last, finding.usage().symbol()));
    }
    return Optional.of(Edits.of(edits));
  }

  @Override
  public String description(Finding finding) {
    return "Drop the requirement " + finding.usage().symbol();
  }
}
