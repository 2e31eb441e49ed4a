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

package com.googlesource.gerrit.plugins.eventletguard.report;

/** How the parts of a text for people are told apart. */
@FunctionalInterface
public interface Palette {
  /** Not at all, as a pipe wants it. */
  Palette PLAIN = (part, text) -> text;

  /** What a piece of text is. */
  enum Part {
    /** A file and a position in it. */
    PLACE,
    ERROR,
    WARNING,
    INFO,
    /** The source text that a finding is about. */
    SOURCE,
    /** What is there for those who want more. */
    ASIDE
  }

  /** The text as it is shown; what is visible of it is the same. */
  String paint(Part part, String text);
}
