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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The files of rules that ship with Eventlet Guard, on the class path under {@code rules/}. */
final class BuiltInRules {
  private static final String FOLDER = "rules/";

  /** Lists the files, one name a line: a class path cannot be listed. */
  private static final String INDEX = "index";

  /** Read once: a catalog is immutable, and its files cannot change while they are loaded. */
  static final RuleCatalog CATALOG = read();

  private BuiltInRules() {}

  private static RuleCatalog read() {
    try {
      return RuleCatalogReader.read(files());
    } catch (InvalidRulesException e) {
      throw new IllegalStateException("the built-in rules are wrong: " + e.getMessage(), e);
    }
  }

  static List<RuleFile> files() {
    List<RuleFile> files = new ArrayList<>();
    for (String name : text(INDEX).lines().filter(line -> !line.isBlank()).toList()) {
      files.add(new RuleFile(FOLDER + name, text(name)));
    }
    return files;
  }

  /** The text of a file of the folder. */
  static String text(String name) {
    try (InputStream stream =
        BuiltInRules.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalStateException("not on the class path: " + FOLDER + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FOLDER + name, e);
    }
  }
}
