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

package com.googlesource.gerrit.plugins.eventletguard.ansible;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A comment as Zuul reports it: on the lines of the patch set, which may be others than those of
 * the tree that the job looked at.
 */
public record ReportedComment(String path, Range range, String message) {
  private static final Pattern HUNK =
      Pattern.compile("(?m)^@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@");

  /** Lines of one side of a difference that the other side has otherwise, or not at all. */
  private record Hunk(int oldStart, int oldCount, int newStart, int newCount) {
    static Hunk of(MatchResult matcher) {
      return new Hunk(
          Integer.parseInt(matcher.group(1)),
          matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2)),
          Integer.parseInt(matcher.group(3)),
          matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4)));
    }

    /** The first line after it, on a side; git counts from the line before where there is none. */
    private static int end(int start, int count) {
      return count == 0 ? start + 1 : start + count;
    }

    int offset() {
      return end(oldStart, oldCount) - end(newStart, newCount);
    }

    boolean isBefore(int newLine) {
      return end(newStart, newCount) <= newLine;
    }
  }

  /** The rule that its first word names. */
  public String rule() {
    return message.substring(0, message.indexOf(' '));
  }

  /** The comments that a build has returned, by path and position. */
  public static List<ReportedComment> of(ZuulBuild build) throws IOException, InterruptedException {
    JsonObject byPath = build.returned().getAsJsonObject("file_comments");
    List<ReportedComment> comments = new ArrayList<>();
    for (String path : byPath.keySet()) {
      List<Hunk> hunks =
          HUNK.matcher(build.git("diff", "-U0", "refs/zuul/change", "HEAD", "--", path))
              .results()
              .map(Hunk::of)
              .toList();
      for (JsonElement element : byPath.getAsJsonArray(path)) {
        JsonObject comment = element.getAsJsonObject();
        JsonObject range = comment.getAsJsonObject("range");
        comments.add(
            new ReportedComment(
                path,
                new Range(
                    translated(range.get("start_line").getAsInt(), hunks),
                    range.get("start_character").getAsInt(),
                    translated(range.get("end_line").getAsInt(), hunks),
                    range.get("end_character").getAsInt()),
                comment.get("message").getAsString()));
      }
    }
    comments.sort(
        Comparator.comparing(ReportedComment::path).thenComparing(ReportedComment::range));
    return comments;
  }

  private static int translated(int line, List<Hunk> hunks) {
    int offset = 0;
    for (Hunk hunk : hunks) {
      if (hunk.isBefore(line)) {
        offset = hunk.offset();
      }
    }
    return line + offset;
  }
}
