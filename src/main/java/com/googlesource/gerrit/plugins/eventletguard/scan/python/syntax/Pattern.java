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

import java.util.List;
import java.util.Optional;

/**
 * A pattern of a {@code case}.
 *
 * @param start offset of its first character
 * @param end offset after its last one
 * @param type tells one kind from another; holds the keyword names of a class pattern
 * @param values the expressions in it: a value, a class, the keys of a mapping
 * @param patterns the patterns inside it
 * @param capture the name that it binds, if any
 */
public record Pattern(
    int start,
    int end,
    String type,
    List<Expression> values,
    List<Pattern> patterns,
    Optional<String> capture)
    implements Node {}
