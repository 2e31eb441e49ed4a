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

/**
 * A line as Python counts them: it ends where no bracket or string is open.
 *
 * @param start offset of its first character, where its indentation starts
 * @param end offset after its last one, without the line break
 * @param indentation width of its indentation, with tab stops every eight columns
 * @param tokens what stands in it; at least one
 */
record LogicalLine(int start, int end, int indentation, List<Token> tokens) {
  Token first() {
    return tokens.getFirst();
  }
}
