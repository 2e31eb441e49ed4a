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

/** Lists of what an image installs, one quoted name a line, as Kolla's templates have them. */
public final class PackageListScanner implements FileScanner {
  private static final Pattern ENTRY =
      Pattern.compile("^\\s*+[\"'](?<name>[A-Za-z0-9._\\[\\]<>=!~-]++)[\"'],?\\s*+$");

  private final RequirementNames names;

  public PackageListScanner(RequirementNames names) {
    this.names = names;
  }

  @Override
  public List<Usage> scan(SourceText text) {
    List<Usage> usages = new ArrayList<>();
    for (int line = 1; line <= text.lineCount(); line++) {
      Matcher entry = ENTRY.matcher(text.line(line));
      if (entry.find()) {
        int start = text.lineStart(line) + entry.start("name");
        int end = text.lineStart(line) + entry.end("name");
        Requirement.parse(entry.group("name"))
            .ifPresent(
                found ->
                    usages.addAll(
                        names.usagesOf(found, text, start, end, RequirementNames.COMMAND)));
      }
    }
    return usages;
  }
}
