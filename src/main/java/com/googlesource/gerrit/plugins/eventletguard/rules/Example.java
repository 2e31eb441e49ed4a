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

package com.googlesource.gerrit.plugins.eventletguard.rules;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What code looks like before and after somebody does as a rule advises. The code is made up, and a
 * test holds that the rule finds the first and nothing finds the second.
 *
 * @param fileType the ending of the files, such as {@code py}
 * @param before what the rule finds
 * @param after the same with its first or best alternative
 */
public record Example(String fileType, String before, String after) {
  private static final String FOLDER = "examples/";

  /** Lists the rules that have one, each with its file type: a class path cannot be listed. */
  static final String INDEX = FOLDER + "index";

  private static final Map<String, String> FILE_TYPES = fileTypes();

  public Example {
    requireNonNull(fileType, "fileType");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }

  /**
   * The example of a built-in rule.
   *
   * @return empty when the rule has none
   */
  public static Optional<Example> of(Rule rule) {
    return Optional.ofNullable(FILE_TYPES.get(rule.id()))
        .map(
            fileType -> {
              String folder = FOLDER + rule.id() + "/";
              return new Example(
                  fileType,
                  BuiltInRules.text(folder + "before." + fileType),
                  BuiltInRules.text(folder + "after." + fileType));
            });
  }

  private static Map<String, String> fileTypes() {
    Map<String, String> types = new HashMap<>();
    BuiltInRules.text(INDEX)
        .lines()
        .map(line -> line.split(" ", 2))
        .forEach(words -> types.put(words[0], words[1]));
    return types;
  }
}
