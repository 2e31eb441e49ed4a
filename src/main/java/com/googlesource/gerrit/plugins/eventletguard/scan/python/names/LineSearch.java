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

import java.util.BitSet;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Marks logical lines as relevant. Whether it marks one is told by that line alone, so that it
 * marks the same line of another version too.
 */
interface LineSearch {
  /**
   * Marks some of the lines; those that are relevant already are not looked at.
   *
   * @param some their indexes
   * @param relevant the indexes of the relevant ones
   */
  void markSome(LogicalLines lines, BitSet some, BitSet relevant);

  /**
   * Marks a line that holds a name, unless what stands there leads to nothing that is looked for.
   *
   * @param leadsOn whether an attribute of it does, or what stands there of an attribute's
   *     attributes; an import of one binds the name itself
   * @param standsForItself whether the name alone does
   */
  static void markName(
      LogicalLines lines,
      BitSet relevant,
      String name,
      int start,
      int line,
      Predicate<String> leadsOn,
      BooleanSupplier standsForItself) {
    int end = start + name.length();
    if (relevant.get(line) || !lines.isName(start, end)) {
      return;
    }
    Optional<String> attributes = lines.attributes(end);
    boolean matters =
        attributes.isPresent()
            ? leadsOn.test(attributes.get())
                || (lines.holdsImport(line) && !lines.startsWithFrom(line))
            : standsForItself.getAsBoolean();
    if (matters) {
      relevant.set(line);
    }
  }
}
