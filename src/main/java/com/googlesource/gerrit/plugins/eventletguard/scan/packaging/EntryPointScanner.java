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

import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.FileScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import com.googlesource.gerrit.plugins.eventletguard.scan.launch.LaunchNames;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entry points in {@code setup.cfg} and {@code pyproject.toml}: the code that a name starts. */
public final class EntryPointScanner implements FileScanner {
  private static final Pattern SECTION = Pattern.compile("^\\[++(?<name>[^\\]]++)]+");
  private static final Pattern ENTRY_POINTS =
      Pattern.compile("(options\\.)?entry_points|project\\.(entry-points|scripts|gui-scripts).*");
  private static final Pattern ENTRY =
      Pattern.compile(
          "^\\s*+[\"']?[\\w.-]++[\"']?\\s*+=\\s*+[\"']?(?<target>[\\w.]++:[\\w.]++)[\"']?");

  private final LaunchNames names;

  public EntryPointScanner(LaunchNames names) {
    this.names = names;
  }

  @Override
  public List<Usage> scan(SourceText text) {
    List<Usage> usages = new ArrayList<>();
    boolean inside = false;
    for (int line = 1; line <= text.lineCount(); line++) {
      String content = text.line(line);
      Matcher section = SECTION.matcher(content);
      if (section.find()) {
        inside = ENTRY_POINTS.matcher(section.group("name").strip()).matches();
      }
      Matcher entry = ENTRY.matcher(content);
      if (inside && entry.find()) {
        int start = text.lineStart(line) + entry.start("target");
        int end = text.lineStart(line) + entry.end("target");
        names
            .launcher(entry.group("target"))
            .ifPresent(
                symbol ->
                    usages.add(
                        new Usage(
                            UsageKind.LAUNCHER,
                            symbol,
                            text.range(start, end),
                            symbol,
                            "entry point " + symbol)));
      }
    }
    return usages;
  }
}
