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

import java.util.Optional;

/**
 * A parameter of a function.
 *
 * @param start offset of its first character
 * @param end offset after its name or annotation
 * @param name the name it binds
 * @param role how it takes arguments
 * @param annotation its annotation, if it has one
 * @param defaultValue its default, if it has one
 */
public record Parameter(
    int start,
    int end,
    String name,
    Role role,
    Optional<Expression> annotation,
    Optional<Expression> defaultValue)
    implements Node {

  /** How a parameter takes arguments. */
  public enum Role {
    POSITIONAL_ONLY,
    POSITIONAL,
    REST,
    KEYWORD_ONLY,
    KEYWORD_REST
  }
}
