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

/**
 * What kind of usage it is that we speak about.
 *
 * @param id {@code EVT} and three digits, stable for ever
 * @param name short name in lower case with hyphens, such as {@code green-pool}
 * @param title what a finding of it is, as a heading without a full stop
 * @param group the heading under which the rule reference lists it
 */
public record Rule(String id, String name, String title, String group) {
  private static final java.util.regex.Pattern ID = java.util.regex.Pattern.compile("EVT\\d{3}");

  /** No built-in rule ever has such an id, so that a new one cannot collide with a project's. */
  private static final String PROJECT = "EVT9";

  public Rule {
    if (!isId(requireNonNull(id, "id"))) {
      throw new IllegalArgumentException("not a rule id (EVT and three digits): " + id);
    }
    requireNonNull(name, "name");
    requireNonNull(title, "title");
    requireNonNull(group, "group");
  }

  /** Whether an id is one of those that projects give to their own rules: EVT900 to EVT999. */
  public static boolean isProjectId(String id) {
    return isId(id) && id.startsWith(PROJECT);
  }

  /** Whether a text is an id: {@code EVT} and three digits. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Rules are told apart by their ids, but for those that several projects made. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
