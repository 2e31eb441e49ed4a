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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What around a usage may make it legitimate. These are facts of the source; what they are worth is
 * for the branch's policy to say.
 *
 * @param conditions what the conditions under which it runs ask about, innermost last: the last
 *     name of each dotted chain, such as {@code is_patched} of {@code monkey_patch.is_patched()},
 *     and each string constant
 * @param definitions the names of the functions and classes around it, innermost last
 * @param importMayFail whether a failing import is expected where it stands
 * @param marks comments at its statement that speak to checkers, as {@link Marks} knows them, each
 *     from its sign on
 */
public record Surroundings(
    Set<String> conditions, List<String> definitions, boolean importMayFail, List<String> marks) {
  /** Nothing is known. */
  public static final Surroundings NONE = new Surroundings(Set.of(), List.of(), false, List.of());

  /** Code that nests or branches more tells no more; longer lists would only cost memory. */
  private static final int MOST_NAMES = 32;

  public Surroundings {
    conditions = Collections.unmodifiableSet(new LinkedHashSet<>(conditions));
    definitions = List.copyOf(definitions);
    marks = List.copyOf(marks);
  }

  /** The surroundings inside a function or class that stands in this one. */
  public Surroundings inside(String definition) {
    if (definitions.size() == MOST_NAMES) {
      return this;
    }
    List<String> more = new ArrayList<>(definitions);
    more.add(definition);
    return new Surroundings(conditions, more, importMayFail, marks);
  }

  /** The surroundings under a condition that asks about these names. */
  public Surroundings under(Collection<String> names) {
    if (names.isEmpty() || conditions.size() >= MOST_NAMES) {
      return this;
    }
    Set<String> more = new LinkedHashSet<>(conditions);
    names.stream().limit(MOST_NAMES - conditions.size()).forEach(more::add);
    return more.size() == conditions.size()
        ? this
        : new Surroundings(more, definitions, importMayFail, marks);
  }

  /** These surroundings and others at once: something that both places make legitimate. */
  public Surroundings and(Surroundings other) {
    List<String> more = new ArrayList<>(definitions);
    more.addAll(other.definitions);
    return new Surroundings(
        under(other.conditions).conditions, more, importMayFail || other.importMayFail, marks);
  }

  /** What both these surroundings and others say: all that holds of one thing in two places. */
  public Surroundings common(Surroundings other) {
    Set<String> both = new LinkedHashSet<>(conditions);
    both.retainAll(other.conditions);
    List<String> around = new ArrayList<>(definitions);
    around.retainAll(other.definitions);
    return new Surroundings(both, around, importMayFail && other.importMayFail, List.of());
  }

  /** The surroundings where a failing import is expected. */
  public Surroundings whereImportMayFail() {
    return importMayFail ? this : new Surroundings(conditions, definitions, true, marks);
  }

  /** The same surroundings with these marks. */
  public Surroundings withMarks(List<String> marks) {
    return marks.equals(this.marks)
        ? this
        : new Surroundings(conditions, definitions, importMayFail, marks);
  }
}
