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

import com.googlesource.gerrit.plugins.eventletguard.scan.TriggerWords;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;

/** Marks the lines that hold one of some names where it may lead to what is looked for. */
final class NameSearch implements LineSearch {
  private final List<String> names;
  private final TriggerWords search;
  private final BiPredicate<String, String> leadsOn;
  private final BiPredicate<String, String> standsForItself;

  /**
   * @param leadsOn whether an attribute of a name, or one of its attributes in turn, leads to what
   *     is looked for
   * @param standsForItself whether a name without one matters in a line with this text
   */
  NameSearch(
      Collection<String> names,
      BiPredicate<String, String> leadsOn,
      BiPredicate<String, String> standsForItself) {
    this.names = List.copyOf(names);
    this.search = TriggerWords.asSpelled(this.names);
    this.leadsOn = leadsOn;
    this.standsForItself = standsForItself;
  }

  /** Marks all lines in which a name may. */
  void markAll(LogicalLines lines, BitSet relevant) {
    lines.visit(search, marking(lines, relevant));
  }

  @Override
  public void markSome(LogicalLines lines, BitSet some, BitSet relevant) {
    lines.visit(search, some, marking(lines, relevant));
  }

  private LogicalLines.Visitor marking(LogicalLines lines, BitSet relevant) {
    return (word, start, line) -> {
      String name = names.get(word);
      LineSearch.markName(
          lines,
          relevant,
          name,
          start,
          line,
          attributes -> leadsOn.test(name, attributes),
          () ->
              standsForItself.test(name, lines.text(line))
                  || lines.holdsImport(line)
                  || lines.isBound(name, start, line)
                  || lines.isGivenName(start, line));
    };
  }
}
