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

package com.googlesource.gerrit.plugins.eventletguard.scan;

import static java.util.Objects.requireNonNull;

/**
 * A place in Python that declares an option for oslo.config.
 *
 * @param name the option's, without its section
 * @param range where the name stands
 * @param type what declares it, as written, such as {@code cfg.BoolOpt}; empty where the old name
 *     of another option is kept
 * @param deprecated whether files that set it are told to stop: it is an empty stand-in, or the old
 *     name of another option
 */
public record OptionDeclaration(String name, Range range, String type, boolean deprecated) {
  public OptionDeclaration {
    requireNonNull(name, "name");
    requireNonNull(range, "range");
    requireNonNull(type, "type");
  }

  /** The same declaration, some lines further down. */
  OptionDeclaration down(int lines) {
    return lines == 0 ? this : new OptionDeclaration(name, range.down(lines), type, deprecated);
  }
}
