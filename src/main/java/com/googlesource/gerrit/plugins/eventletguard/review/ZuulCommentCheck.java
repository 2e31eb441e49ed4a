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

package com.googlesource.gerrit.plugins.eventletguard.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether Zuul takes a comment. It validates {@code file_comments} as a whole: one comment that is
 * wrong, and there is none.
 *
 * @param changedPaths the files of the change
 * @see <a href="https://zuul-ci.org/docs/zuul/latest/job-content.html#leaving-file-comments">Zuul's
 *     documentation</a>
 */
record ZuulCommentCheck(Set<String> changedPaths) {
  private static final Set<String> MEMBERS = Set.of("line", "message", "range", "level");
  private static final Set<String> LEVELS = Set.of("info", "warning", "error");
  private static final List<String> PLACE =
      List.of("start_line", "start_character", "end_line", "end_character");

  /**
   * What is wrong with a comment.
   *
   * @param path of the file that it stands in
   * @param comment its members by name
   * @return half a sentence; empty when Zuul takes it
   */
  Optional<String> problem(String path, Map<String, ?> comment) {
    if (!changedPaths.contains(path)) {
      return Optional.of("the change has no such file");
    }
    if (!MEMBERS.containsAll(comment.keySet())) {
      return Optional.of("it has members that Zuul does not know");
    }
    if (!(comment.get("message") instanceof String message) || message.isBlank()) {
      return Optional.of("it says nothing");
    }
    if (!(comment.get("level") instanceof String level) || !LEVELS.contains(level)) {
      return Optional.of("its level is none of Zuul's");
    }
    if (!(comment.get("line") instanceof Integer line) || line < 1) {
      return Optional.of("its line is none");
    }
    return comment.get("range") instanceof Map<?, ?> range && isPlace(range)
        ? Optional.empty()
        : Optional.of("its range is none");
  }

  private static boolean isPlace(Map<?, ?> range) {
    if (!range.keySet().equals(Set.copyOf(PLACE))
        || !range.values().stream().allMatch(Integer.class::isInstance)) {
      return false;
    }
    List<Integer> place = PLACE.stream().map(key -> (Integer) range.get(key)).toList();
    int startLine = place.get(0);
    int startCharacter = place.get(1);
    int endLine = place.get(2);
    int endCharacter = place.get(3);
    boolean ordered =
        endLine > startLine || (endLine == startLine && endCharacter >= startCharacter);
    return startLine >= 1 && startCharacter >= 0 && endCharacter >= 0 && ordered;
  }
}
