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

import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Expression;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Fingerprint;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement;
import java.util.function.Supplier;

/**
 * The part of a module that is compared when code moves: a simple statement, the header of a
 * compound one, a decorator, or one name of an import. Not safe for use by several threads.
 */
public final class Unit {
  private final Supplier<String> spelling;
  private String key;

  private Unit(Supplier<String> spelling) {
    this.spelling = spelling;
  }

  static Unit of(Statement statement) {
    return new Unit(() -> Fingerprint.of(statement));
  }

  static Unit of(Statement.Handler handler) {
    return new Unit(() -> Fingerprint.of(handler));
  }

  static Unit of(Statement.Case alternative) {
    return new Unit(() -> Fingerprint.of(alternative));
  }

  static Unit ofDecorator(Expression decorator) {
    return new Unit(() -> Fingerprint.ofDecorator(decorator));
  }

  static Unit ofImport(Statement statement, Statement.Alias alias) {
    return new Unit(() -> Fingerprint.ofImport(statement, alias));
  }

  /** Its normalised form; spelled when first asked for, as most units hold no usage. */
  public String key() {
    if (key == null) {
      key = spelling.get();
    }
    return key;
  }
}
