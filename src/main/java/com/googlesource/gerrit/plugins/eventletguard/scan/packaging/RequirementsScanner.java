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

package com.googlesource.gerrit.plugins.eventletguard.scan.packaging;

import com.googlesource.gerrit.plugins.eventletguard.scan.FileScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requirements and constraints as pip reads them: one specifier a line, comments, {@code --hash}
 * options, environment markers, and projects named by {@code #egg=}.
 */
public final class RequirementsScanner implements FileScanner {
  /** A repository or archive, perhaps editable, whose project is named in the fragment. */
  private static final Pattern EGG =
      Pattern.compile(
          "^\\s*+(?:-e\\s++|--editable[= ]\\s*+)?[^\\s#]++#\\S*?(?<=[#&])egg=(?<egg>[^&\\s]++)");

  private final RequirementNames names;

  public RequirementsScanner(RequirementNames names) {
    this.names = names;
  }

  @Override
  public List<Usage> scan(SourceText text) {
    List<Usage> usages = new ArrayList<>();
    boolean continued = false;
    for (int line = 1; line <= text.lineCount(); line++) {
      String content = text.line(line);
      if (!continued) {
        int start = text.lineStart(line);
        Matcher egg = EGG.matcher(content);
        if (egg.find()) {
          Requirement.parse(egg.group("egg"))
              .ifPresent(
                  found ->
                      usages.addAll(
                          names.usagesOf(found, text, start + indent(content), start + egg.end())));
        } else {
          usages.addAll(RequirementLine.usages(names, text, start, start + content.length()));
        }
      }
      continued = content.endsWith("\\");
    }
    usages.sort(Usage.ORDER);
    return usages;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
