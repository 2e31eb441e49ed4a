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

/**
 * Deletes lines of configuration files and of their samples: the option, the lines that continue
 * its value, and its comment.
 */
final class OptionLineFixer implements FileFixer {
  /** Part of a template that may reach over lines. */
  private static final String STATEMENT = "{%";

  private final boolean template;

  /**
   * @param template whether indentation is the template's, so that it continues nothing
   */
  OptionLineFixer(boolean template) {
    this.template = template;
  }

  @Override
  public Optional<OpenFile> open(SourceText text) {
    return Optional.of(findings -> edits(text, findings));
  }

  private Optional<Edits> edits(SourceText text, List<Finding> findings) {
    List<Edit> edits = new ArrayList<>();
    for (Finding finding : findings) {
      Optional<Edit> edit = edit(text, finding);
      if (edit.isEmpty()) {
        return Optional.empty();
      }
      edits.add(edit.get());
    }
    return Optional.of(Edits.of(edits));
  }

  @Override
  public String description(Finding finding) {
    String name = OptionText.name(finding);
    if (OptionText.isPartial(finding)) {
      return "Take Eventlet out of the option " + name;
    }
    return FixConditions.isCommented(finding)
        ? "Delete the documentation of the option " + name
        : "Delete the option " + name;
  }

  /** Also for the text of a configuration file inside another file. */
  Optional<Edit> edit(SourceText text, Finding finding) {
    if (finding.usage().kind() != UsageKind.OPTION) {
      return Optional.empty();
    }
    EntryLines lines = new EntryLines(text);
    int line = finding.range().startLine();
    int start = text.start(finding.range());
    int end = text.end(finding.range());
    String option = finding.usage().sourceText();
    int separator = option.indexOf('=');
    if (finding.range().endLine() != line
        || separator < 0
        || option.contains(STATEMENT)
        || !lines.standsAlone(start, end)) {
      return Optional.empty();
    }
    if (FixConditions.isCommented(finding) && isIndentedMore(text, line + 1, line)) {
      return Optional.empty(); // it might become the end of what stands above
    }
    int last = lastLine(text, line, finding);
    if (OptionText.isPartial(finding)) {
      return last == line
          ? partial(finding, option.substring(separator + 1), start + separator + 1)
          : Optional.empty();
    }
    return Optional.of(lines.delete(line, last, OptionText.name(finding)));
  }

  private static Optional<Edit> partial(Finding finding, String written, int offset) {
    String value = written.strip();
    int start = offset + EntryLines.indentation(written);
    return OptionText.rest(finding, value)
        .map(rest -> new Edit(start, start + value.length(), rest));
  }

  /** The last line that continues the value. */
  private int lastLine(SourceText text, int first, Finding finding) {
    int last = first;
    if (!template && !FixConditions.isCommented(finding)) {
      while (isIndentedMore(text, last + 1, first)) {
        last++;
      }
    }
    return last;
  }

  private static boolean isIndentedMore(SourceText text, int line, int than) {
    return line <= text.lineCount()
        && !text.line(line).isBlank()
        && EntryLines.indentation(text.line(line)) > EntryLines.indentation(text.line(than));
  }
}
