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

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of paths: {@code *} stands for any characters of one name, {@code **} for any of any
 * names, {@code ?} for one character. A pattern that names a folder is about everything below it,
 * and one without {@code /} at its start may begin at any folder.
 *
 * <p>A path is matched in one pass that keeps every place of the pattern where it may stand
 * (Thompson, "Regular expression search algorithm", 1968): a project's settings can hold any number
 * of stars, and a regular expression would try all their lengths.
 */
final class Glob {
  /** What one place of the pattern takes. */
  private enum Kind {
    /** One character, itself. */
    LITERAL,
    /** One character of a name. */
    ONE,
    /** Any characters of a name, or none. */
    IN_NAME,
    /** Any characters, or none. */
    ANYTHING,
    /** Any whole folders with their slashes, or none. */
    FOLDERS
  }

  private record Place(Kind kind, char literal) {
    Place(Kind kind) {
      this(kind, '\0');
    }
  }

  private final String text;
  private final List<Place> places = new ArrayList<>();

  /** The longest text that every path that matches holds as it is. */
  private final String literal;

  private Glob(String text) {
    this.text = text;
    if (!text.startsWith("/")) {
      places.add(new Place(Kind.FOLDERS));
    }
    String glob = withoutOuterSlashes(text);
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (glob.startsWith("**/", i)) {
        places.add(new Place(Kind.FOLDERS));
        i += 2;
      } else if (glob.startsWith("**", i)) {
        places.add(new Place(Kind.ANYTHING));
        i++;
      } else if (c == '*') {
        places.add(new Place(Kind.IN_NAME));
      } else if (c == '?') {
        places.add(new Place(Kind.ONE));
      } else {
        places.add(new Place(Kind.LITERAL, c));
      }
    }
    this.literal = longestLiteral(places);
  }

  private static String longestLiteral(List<Place> places) {
    String longest = "";
    StringBuilder run = new StringBuilder();
    for (Place place : places) {
      if (place.kind() == Kind.LITERAL) {
        run.append(place.literal());
      } else {
        run.setLength(0);
      }
      if (run.length() > longest.length()) {
        longest = run.toString();
      }
    }
    return longest;
  }

  static Glob of(String text) {
    return new Glob(text);
  }

  boolean matches(String path) {
    if (!path.contains(literal)) {
      return false;
    }
    boolean[] current = new boolean[places.size() + 1];
    enter(0, current);
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '/' && current[places.size()]) {
        return true; // below the folder that the pattern names
      }
      boolean[] next = new boolean[current.length];
      for (int place = 0; place < places.size(); place++) {
        if (current[place]) {
          take(c, place, next);
        }
      }
      current = next;
    }
    return current[places.size()];
  }

  private void take(char c, int place, boolean[] next) {
    switch (places.get(place).kind()) {
      case LITERAL -> enterIf(c == places.get(place).literal(), place + 1, next);
      case ONE -> enterIf(c != '/', place + 1, next);
      case IN_NAME -> enterIf(c != '/', place, next);
      case ANYTHING -> enter(place, next);
      case FOLDERS -> {
        // Inside a folder's name nothing but its slash leads on.
        next[place] = true;
        enterIf(c == '/', place + 1, next);
      }
    }
  }

  private void enterIf(boolean condition, int place, boolean[] standing) {
    if (condition) {
      enter(place, standing);
    }
  }

  /** Stands at a place, and at those after it that can take nothing. */
  private void enter(int place, boolean[] standing) {
    standing[place] = true;
    for (int next = place; next < places.size() && mayBeEmpty(next); next++) {
      standing[next + 1] = true;
    }
  }

  private boolean mayBeEmpty(int place) {
    return switch (places.get(place).kind()) {
      case LITERAL, ONE -> false;
      case IN_NAME, ANYTHING, FOLDERS -> true;
    };
  }

  private static String withoutOuterSlashes(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == '/') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == '/') {
      end--;
    }
    return text.substring(start, end);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && glob.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
