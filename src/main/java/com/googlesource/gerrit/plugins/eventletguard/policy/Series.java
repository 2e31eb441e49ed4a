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

package com.googlesource.gerrit.plugins.eventletguard.policy;

import java.util.regex.Pattern;

/**
 * A release series of OpenStack.
 *
 * @param id year and half, such as {@code 2026.2}, by which series are ordered
 */
public record Series(String id) implements Comparable<Series> {
  private static final Pattern FORM = Pattern.compile("\\d{4}\\.[12]");

  public Series {
    if (!isId(id)) {
      throw new IllegalArgumentException("not a series (year, point, 1 or 2): " + id);
    }
  }

  /** Whether a text has the form of an id. */
  public static boolean isId(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(Series other) {
    return id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return id;
  }
}
