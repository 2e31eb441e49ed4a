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

package com.googlesource.gerrit.plugins.eventletguard.scan.python.names;

import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ModuleNames;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells of the import statements of a module which may bring what other modules offer, so that the
 * others need not be parsed. What is no plain import statement may always do so.
 */
public final class OfferedImports {
  private static final String FROM = "from ";
  private static final String IMPORT = "import ";
  private static final String STAR = "*";
  private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^\\w.*]+");

  /** What {@code from module import name} has before its names. */
  private static final int WORDS_BEFORE_NAMES = 3;

  private final String place;
  private final SymbolRoots offered;

  /**
   * @param path the module's
   * @param reexports what other modules of its tree offer
   */
  public OfferedImports(String path, Reexports reexports) {
    this.place = ModuleNames.packageAtPlace(path);
    this.offered = new SymbolRoots(List.copyOf(reexports.fullNames()));
  }

  /**
   * Whether a logical line may bring any of it.
   *
   * @param line without its indentation
   */
  boolean mayComeWith(String line) {
    boolean hasFrom = line.startsWith(FROM);
    if (!hasFrom && !line.startsWith(IMPORT)) {
      return true;
    }
    if (line.indexOf(';') >= 0 || line.chars().anyMatch(c -> c >= 128)) {
      return true;
    }
    List<String> words = NOT_IN_A_NAME.splitAsStream(line).toList();
    return hasFrom ? mayComeFrom(words) : words.stream().skip(1).anyMatch(this::leadsOn);
  }

  private boolean mayComeFrom(List<String> words) {
    if (words.size() <= WORDS_BEFORE_NAMES || !words.get(2).equals(IMPORT.strip())) {
      return true;
    }
    String module = fullName(words.get(1));
    return words.stream()
        .skip(WORDS_BEFORE_NAMES)
        .anyMatch(name -> name.equals(STAR) || offered.concern(module + "." + name));
  }

  private String fullName(String module) {
    int level = 0;
    while (level < module.length() && module.charAt(level) == '.') {
      level++;
    }
    return level == 0 ? module : ModuleNames.relative(place, level, module.substring(level));
  }

  private boolean leadsOn(String module) {
    int dot = module.indexOf('.');
    return offered.firstParts().contains(dot < 0 ? module : module.substring(0, dot));
  }
}
