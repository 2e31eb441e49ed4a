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
import java.util.regex.Pattern;

/**
 * Deletes variables that shell sets on a line of its own, outside of any block, and reads nowhere
 * in the same file.
 */
final class ShellVariableFixer implements FileFixer {
  /** What stands before a name that is set. */
  private static final Pattern BEFORE = Pattern.compile("(?:export +)?");

  /** A line that ends so goes on in the next one. */
  private static final Pattern GOES_ON =
      Pattern.compile("(?:\\\\|\\||&&|[({]|\\b(?:then|do|else|in))$");

  @Override
  public Optional<OpenFile> open(SourceText text) {
    return Optional.of(findings -> edits(text, findings));
  }

  private static Optional<Edits> edits(SourceText text, List<Finding> findings) {
    List<Edit> edits = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.range().startLine() != finding.range().endLine() || !isVariable(finding)) {
        return Optional.empty();
      }
      int line = finding.range().startLine();
      EntryLines lines = new EntryLines(text);
      boolean alone =
          BEFORE.matcher(lines.before(text.start(finding.range()))).matches()
              && lines.after(text.end(finding.range())).isEmpty()
              && (line == 1 || !GOES_ON.matcher(text.line(line - 1).stripTrailing()).find());
      if (!alone || VariableUses.isRead(text.text(), name(finding))) {
        return Optional.empty();
      }
      edits.add(lines.delete(line, line, name(finding)));
    }
    return Optional.of(Edits.of(edits));
  }

  @Override
  public String description(Finding finding) {
    return "Delete the variable " + name(finding);
  }

  private static boolean isVariable(Finding finding) {
    UsageKind kind = finding.usage().kind();
    return (kind == UsageKind.OPTION || kind == UsageKind.ENVIRONMENT)
        && finding.usage().sourceText().startsWith(name(finding) + "=");
  }

  private static String name(Finding finding) {
    return OptionText.name(finding);
  }
}
