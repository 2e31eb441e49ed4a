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

package com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax;

/**
 * A token of Python source.
 *
 * @param type what it is
 * @param start offset of its first character
 * @param end offset after its last one
 * @param depth how many brackets are open before it
 */
public record Token(Type type, int start, int end, int depth) {
  /** The kinds of tokens. */
  public enum Type {
    NAME,
    NUMBER,
    STRING,
    OPERATOR
  }

  int length() {
    return end - start;
  }

  /** Whether it is spelled so in the text that it is a token of. */
  public boolean is(String spelling, String text) {
    return length() == spelling.length() && text.startsWith(spelling, start);
  }
}
