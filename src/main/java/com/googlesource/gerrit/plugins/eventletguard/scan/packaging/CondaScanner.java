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
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Conda installs: the entries of {@code environment.yml} and of recipes. */
public final class CondaScanner implements FileScanner {
  private static final Pattern FILE =
      Pattern.compile("(?:.*/)?(?:(?:conda[-_.])?environment[^/]*|conda[^/]*|meta)\\.ya?ml");
  private static final Pattern ENTRY =
      Pattern.compile(
          "^\\s*+-\\s++[\"']?(?:[\\w./-]++::)?(?<entry>(?<name>[A-Za-z0-9._-]++)[^#\"']*+)");

  private final RequirementNames names;

  public CondaScanner(RequirementNames names) {
    this.names = names;
  }

  @Override
  public List<Usage> scan(SourceText text) {
    if (!FILE.matcher(text.path().toLowerCase(Locale.ROOT)).matches()) {
      return List.of();
    }
    List<Usage> usages = new ArrayList<>();
    for (int line = 1; line <= text.lineCount(); line++) {
      Matcher entry = ENTRY.matcher(text.line(line));
      if (entry.find() && !entry.group("entry").contains(":")) {
        int start = text.lineStart(line) + entry.start("entry");
        int end = start + entry.group("entry").stripTrailing().length();
        usages.addAll(names.usagesOf(Requirement.of(entry.group("name"), ""), text, start, end));
      }
    }
    return usages;
  }
}
