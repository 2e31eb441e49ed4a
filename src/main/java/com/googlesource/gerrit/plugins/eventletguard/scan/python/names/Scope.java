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

import java.util.HashSet;
import java.util.Set;

/** Which names a block of code binds itself, and which it declares to be bound elsewhere. */
final class Scope {
  /** The kinds of blocks, which differ in who sees their names. */
  enum Type {
    MODULE,
    FUNCTION,
    CLASS,
    COMPREHENSION
  }

  private final Type type;
  private final Set<String> bound = new HashSet<>();
  private final Set<String> globals = new HashSet<>();
  private final Set<String> nonlocals = new HashSet<>();

  Scope(Type type) {
    this.type = type;
  }

  Type type() {
    return type;
  }

  void bind(String name) {
    bound.add(name);
  }

  void declareGlobal(String name) {
    globals.add(name);
  }

  void declareNonlocal(String name) {
    nonlocals.add(name);
  }

  /** Whether a name belongs to this block. */
  boolean owns(String name) {
    return bound.contains(name) && !isGlobal(name) && !nonlocals.contains(name);
  }

  /** Whether {@code global} says that the module owns a name. */
  boolean isGlobal(String name) {
    return type != Type.MODULE && globals.contains(name);
  }

  /** Whether a declaration says that another block owns a name. */
  boolean isDeclaredElsewhere(String name) {
    return isGlobal(name) || nonlocals.contains(name);
  }
}
