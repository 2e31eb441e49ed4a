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

package com.googlesource.gerrit.plugins.eventletguard.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A thread of comments on a change, as a person sees it.
 *
 * @param patchSet the patch set that it was started on
 * @param path the file that it was started on
 * @param messages what was said, the oldest first
 * @param unresolved whether it waits for an answer
 * @param lastId the id of its last comment
 */
public record CommentThread(
    int patchSet, String path, List<String> messages, boolean unresolved, String lastId) {
  private record Comment(String id, String path, JsonObject json) {
    int number(String member) {
      return json.has(member) ? json.get(member).getAsInt() : 0;
    }
  }

  /** The oldest first; those of one second as they stand in the files. */
  private static final Comparator<Comment> AGE =
      Comparator.comparing((Comment comment) -> comment.json().get("updated").getAsString())
          .thenComparing(comment -> comment.number("patch_set"))
          .thenComparing(Comment::path)
          .thenComparing(comment -> comment.number("line"));

  /** The threads of a change, the oldest first. */
  public static List<CommentThread> read(GerritClient client, String project, int change)
      throws IOException, InterruptedException {
    List<Comment> comments = new ArrayList<>();
    JsonObject byPath =
        client
            .get("changes/%s~%d/comments".formatted(GerritClient.encoded(project), change))
            .getAsJsonObject();
    for (Map.Entry<String, JsonElement> entry : byPath.entrySet()) {
      for (JsonElement element : entry.getValue().getAsJsonArray()) {
        JsonObject comment = element.getAsJsonObject();
        comments.add(new Comment(comment.get("id").getAsString(), entry.getKey(), comment));
      }
    }
    // Times are whole seconds, and a reply may stand on another path than what it answers.
    Map<Comment, List<Comment>> threads = new LinkedHashMap<>();
    for (Comment comment : comments) {
      threads.computeIfAbsent(root(comment, comments), key -> new ArrayList<>()).add(comment);
    }
    threads
        .values()
        .forEach(thread -> thread.sort(Comparator.comparing(comment -> depth(comment, thread))));
    return threads.values().stream()
        .sorted(Comparator.comparing(List::getFirst, AGE))
        .map(CommentThread::of)
        .toList();
  }

  private static Comment root(Comment comment, List<Comment> all) {
    return parent(comment, all).map(parent -> root(parent, all)).orElse(comment);
  }

  private static int depth(Comment comment, List<Comment> all) {
    return parent(comment, all).map(parent -> 1 + depth(parent, all)).orElse(0);
  }

  private static Optional<Comment> parent(Comment comment, List<Comment> all) {
    return all.stream()
        .filter(other -> comment.json().has("in_reply_to"))
        .filter(other -> other.id().equals(comment.json().get("in_reply_to").getAsString()))
        .findFirst();
  }

  private static CommentThread of(List<Comment> comments) {
    Comment root = comments.getFirst();
    Comment last = comments.getLast();
    return new CommentThread(
        root.json().get("patch_set").getAsInt(),
        root.path(),
        comments.stream().map(comment -> comment.json().get("message").getAsString()).toList(),
        last.json().get("unresolved").getAsBoolean(),
        last.id());
  }

  /** The rule that its first word names. */
  public String rule() {
    return messages.getFirst().substring(0, messages.getFirst().indexOf(' '));
  }

  public String lastMessage() {
    return messages.getLast();
  }

  /** Says something in it, on its own patch set, as the user interface does. */
  public void reply(
      GerritClient client, String project, int change, String message, boolean unresolved)
      throws IOException, InterruptedException {
    client.post(
        "changes/%s~%d/revisions/%d/review"
            .formatted(GerritClient.encoded(project), change, patchSet),
        Map.of(
            "comments",
            Map.of(
                path,
                List.of(
                    Map.of("in_reply_to", lastId, "message", message, "unresolved", unresolved)))));
  }
}
