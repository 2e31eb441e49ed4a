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

package com.googlesource.gerrit.plugins.eventletguard.demo;

import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the review of the demo's change has to say: exactly these comments, one message and a vote.
 *
 * @param comments as {@code PATH RULE LINE:CHARACTER-LINE:CHARACTER}
 */
record ExpectedReview(List<String> comments) {
  static ExpectedReview read(Path file) throws IOException {
    return new ExpectedReview(
        Files.readAllLines(file).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .sorted()
            .toList());
  }

  /** What is wrong with a review, one sentence each; empty when it is right. */
  List<String> differences(ChangeReview review) {
    List<String> differences = new ArrayList<>();
    List<String> actual = review.comments().stream().map(ExpectedReview::line).sorted().toList();
    comments.stream()
        .filter(line -> !actual.contains(line))
        .forEach(line -> differences.add("missing comment: " + line));
    actual.stream()
        .filter(line -> !comments.contains(line))
        .forEach(line -> differences.add("comment that should not be: " + line));
    if (actual.size() != actual.stream().distinct().count()) {
      differences.add("a comment was made twice");
    }
    if (review.messages().size() != 1) {
      differences.add("messages: %d instead of 1".formatted(review.messages().size()));
    }
    if (review.vote(DemoProject.LABEL).orElse(0) != -1) {
      differences.add("no vote of -1 on " + DemoProject.LABEL);
    }
    return differences;
  }

  private static String line(ChangeReview.InlineComment comment) {
    return "%s %s %d:%d-%d:%d"
        .formatted(
            comment.path(),
            comment.rule(),
            comment.range().startLine(),
            comment.range().startCharacter(),
            comment.range().endLine(),
            comment.range().endCharacter());
  }
}
