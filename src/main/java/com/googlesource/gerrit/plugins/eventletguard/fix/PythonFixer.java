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

import com.googlesource.gerrit.plugins.eventletguard.rules.SymbolNames;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fixes of Python: an argument that goes away, and a function that one of the standard library
 * replaces, with the imports that come and go with it. What is not valid Python 3 stays as it is.
 */
final class PythonFixer implements FileFixer {
  /** What replaces a function of Eventlet and its kin, by its symbol. */
  private static final Map<String, StandardFunction> FUNCTIONS =
      Map.of(
          "eventlet.greenthread.sleep",
          new StandardFunction("time", "sleep", StandardFunction.Arguments.POSITIVE_NUMBER),
          "oslo_utils.eventletutils.Event",
          new StandardFunction("threading", "Event", StandardFunction.Arguments.NONE));

  @Override
  public Optional<OpenFile> open(SourceText text) {
    if (text.text().length() > LONGEST_PARSED) {
      return Optional.empty();
    }
    PythonSource source = new PythonSource(text);
    return Optional.of(
        findings -> {
          try {
            return edits(source, findings);
          } catch (StackOverflowError e) {
            return Optional.empty(); // nested too deeply to be sure of anything
          }
        });
  }

  private static Optional<Edits> edits(PythonSource source, List<Finding> findings) {
    if (!findings.stream().allMatch(PythonFixer::isKnown)) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    List<Finding> replaced = new ArrayList<>();
    Set<String> modules = new TreeSet<>();
    for (Finding finding : findings) {
      Optional<List<Edit>> edit;
      if (CallArgument.isKnown(finding)) {
        edit = CallArgument.edits(source, finding);
      } else {
        StandardFunction function = FUNCTIONS.get(symbol(finding));
        edit = function.edits(source, finding);
        modules.add(function.module());
        replaced.add(finding);
      }
      if (edit.isEmpty()) {
        return Optional.empty();
      }
      edits.addAll(edit.get());
    }
    // Only now: most findings have no edit, which their line shows without parsing the file.
    if (!source.isValid()) {
      return Optional.empty();
    }
    Optional<List<Edit>> imports = new ImportChanges(source, replaced).edits(modules);
    if (imports.isEmpty()) {
      return Optional.empty();
    }
    edits.addAll(imports.get());
    Edits all = Edits.of(edits);
    return ChangedStatements.parse(source, all) ? Optional.of(all) : Optional.empty();
  }

  @Override
  public String description(Finding finding) {
    return CallArgument.isKnown(finding)
        ? CallArgument.description(finding)
        : FUNCTIONS.get(symbol(finding)).description();
  }

  private static String symbol(Finding finding) {
    return SymbolNames.canonical(finding.usage().symbol());
  }

  private static boolean isKnown(Finding finding) {
    return finding.usage().kind() == UsageKind.USE
        && finding.usage().via().isEmpty()
        && (CallArgument.isKnown(finding) || FUNCTIONS.containsKey(symbol(finding)));
  }
}
