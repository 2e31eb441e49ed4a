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

package com.googlesource.gerrit.plugins.eventletguard.scan.cache;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * All that decides what is found in a file. What a project is called, which branch it is and what
 * its settings make of a finding do not, so that all projects share what is kept.
 *
 * @param engine {@link EngineVersion} of the scanner
 * @param rules digest of what the rules look for and of what other modules of the tree offer to
 *     this one
 * @param blob the content's object id, in hexadecimal
 * @param path the file's path in its tree: it tells the kind of the file, whose configuration it
 *     is, and which module
 */
public record ScanKey(String engine, String rules, String blob, String path) {
  /** None of the parts before the path holds one. */
  private static final String SEPARATOR = " ";

  private static final int PARTS = 4;

  public ScanKey {
    requireNonNull(engine, "engine");
    requireNonNull(rules, "rules");
    requireNonNull(blob, "blob");
    requireNonNull(path, "path");
  }

  /** The key as one line of text, for caches that store it. */
  public String text() {
    return String.join(SEPARATOR, engine, rules, blob, path);
  }

  /** The key with such a text; empty when it is no key's. */
  public static Optional<ScanKey> parse(String text) {
    String[] parts = text.split(SEPARATOR, PARTS);
    return parts.length == PARTS
        ? Optional.of(new ScanKey(parts[0], parts[1], parts[2], parts[3]))
        : Optional.empty();
  }
}
