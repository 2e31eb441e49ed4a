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
import java.util.Set;

/**
 * {@code setup.cfg}: the requirements of setuptools ({@code install_requires} and its like, and
 * every key of {@code [options.extras_require]}) and of pbr (every key of {@code [extras]}).
 */
public final class SetupCfgScanner implements FileScanner {
  private static final Set<String> EXTRAS = Set.of("options.extras_require", "extras");
  private static final Set<String> SECTIONS = Set.of("options", "metadata");
  private static final Set<String> KEYS =
      Set.of("install_requires", "setup_requires", "tests_require", "requires_dist");

  private final RequirementNames names;

  public SetupCfgScanner(RequirementNames names) {
    this.names = names;
  }

  @Override
  public List<Usage> scan(SourceText text) {
    List<Usage> usages = new ArrayList<>();
    String section = "";
    boolean requirements = false;
    for (int line = 1; line <= text.lineCount(); line++) {
      String content = text.line(line);
      int start = text.lineStart(line);
      int end = start + content.length();
      if (content.isBlank() || content.stripLeading().startsWith("#")) {
        continue;
      }
      if (Character.isWhitespace(content.charAt(0))) {
        if (requirements) {
          usages.addAll(RequirementLine.usages(names, text, start, end));
        }
      } else if (content.charAt(0) == '[') {
        int close = content.indexOf(']');
        section = close < 0 ? "" : content.substring(1, close).strip().toLowerCase(Locale.ROOT);
        requirements = false;
      } else {
        int separator = separator(content);
        String key = content.substring(0, separator).strip().toLowerCase(Locale.ROOT);
        requirements =
            EXTRAS.contains(section)
                || (SECTIONS.contains(section) && KEYS.contains(key.replace('-', '_')));
        if (requirements && separator < content.length()) {
          usages.addAll(RequirementLine.usages(names, text, start + separator + 1, end));
        }
      }
    }
    usages.sort(Usage.ORDER);
    return usages;
  }

  /** The offset of the first {@code =} or {@code :}, or the length when there is none. */
  private static int separator(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) != '=' && line.charAt(at) != ':') {
      at++;
    }
    return at;
  }
}
