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
import org.tomlj.Toml;

/**
 * Drops requirements from pyproject.toml: elements of arrays, and entries of Poetry's tables. A
 * file that is not quite TOML stays as it is.
 */
final class PyprojectFixer implements FileFixer {
  @Override
  public Optional<OpenFile> open(SourceText text) {
    return text.text().length() > LONGEST_PARSED || !isValid(text.text())
        ? Optional.empty()
        : Optional.of(findings -> edits(text, findings));
  }

  private static Optional<Edits> edits(SourceText text, List<Finding> findings) {
    List<Edit> edits = new ArrayList<>();
    for (Finding finding : findings) {
      Optional<Edit> edit =
          finding.usage().kind() == UsageKind.REQUIREMENT ? edit(text, finding) : Optional.empty();
      if (edit.isEmpty()) {
        return Optional.empty();
      }
      edits.add(edit.get());
    }
    Edits all = Edits.of(edits);
    return isValid(all.apply(text.text())) ? Optional.of(all) : Optional.empty();
  }

  /** Whether it is TOML, and not nested too deeply to tell. */
  private static boolean isValid(String text) {
    try {
      return !Toml.parse(text).hasErrors();
    } catch (StackOverflowError e) {
      return false;
    }
  }

  @Override
  public String description(Finding finding) {
    return "Drop the requirement " + finding.usage().symbol();
  }

  private static Optional<Edit> edit(SourceText text, Finding finding) {
    int start = text.start(finding.range());
    int end = text.end(finding.range());
    EntryLines lines = new EntryLines(text);
    String name = finding.usage().symbol();
    if (isQuote(text.text(), start - 1) && isQuote(text.text(), end)) {
      return Optional.of(element(text, lines, start - 1, end + 1, name));
    }
    return lines.before(start).isBlank() && isCommentOrNothing(lines.after(end))
        ? Optional.of(lines.delete(finding.range().startLine(), finding.range().endLine(), name))
        : Optional.empty();
  }

  /** An element of an array, with the comma that belongs to it. */
  private static Edit element(SourceText text, EntryLines lines, int start, int end, String name) {
    String source = text.text();
    int next = skip(source, end);
    boolean comma = next < source.length() && source.charAt(next) == ',';
    int last = comma ? next + 1 : end;
    if (lines.before(start).isBlank() && isCommentOrNothing(lines.after(last))) {
      return lines.delete(text.lineAt(start), text.lineAt(last), name);
    }
    if (comma) {
      return Edit.delete(start, skip(source, last));
    }
    int before = skipBack(source, start);
    return before > 0 && source.charAt(before - 1) == ','
        ? Edit.delete(skipBack(source, before - 1), end)
        : Edit.delete(start, end);
  }

  private static int skipBack(String source, int from) {
    int at = from;
    while (at > 0 && isBlank(source.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static int skip(String source, int from) {
    int at = from;
    while (at < source.length() && isBlank(source.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char one) {
    return one == ' ' || one == '\t';
  }

  private static boolean isQuote(String source, int at) {
    return at >= 0
        && at < source.length()
        && (source.charAt(at) == '"' || source.charAt(at) == '\'');
  }

  private static boolean isCommentOrNothing(String rest) {
    return rest.isEmpty() || rest.startsWith("#");
  }
}
