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
import com.googlesource.gerrit.plugins.eventletguard.fix.Replacement;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What the service account has said of a change, as the REST API shows it.
 *
 * @param comments its inline comments, by patch set, path and position
 * @param messages its messages, the oldest first
 * @param votes its votes other than 0, by label
 */
public record ChangeReview(
    List<InlineComment> comments, List<String> messages, Map<String, Integer> votes) {
  public static final String ACCOUNT = "eventlet-guard";

  /**
   * A fix that is stored with a comment.
   *
   * @param id by which it is applied
   */
  public record StoredFix(String id, String description, List<Replacement> replacements) {}

  /** One of its inline comments. */
  public record InlineComment(
      int patchSet,
      String path,
      Range range,
      String message,
      boolean unresolved,
      Optional<StoredFix> fix) {
    /** The rule that its first word names. */
    public String rule() {
      return message.substring(0, message.indexOf(' '));
    }
  }

  /** Whether it has said anything. */
  public boolean isEmpty() {
    return comments.isEmpty() && messages.isEmpty() && votes.isEmpty();
  }

  /** Its value on a label. */
  public OptionalInt vote(String label) {
    return votes.containsKey(label) ? OptionalInt.of(votes.get(label)) : OptionalInt.empty();
  }

  public static ChangeReview read(GerritClient client, String project, int change)
      throws IOException, InterruptedException {
    String path = "changes/%s~%d/".formatted(GerritClient.encoded(project), change);
    JsonObject detail = client.get(path + "detail").getAsJsonObject();
    return new ChangeReview(
        comments(client.get(path + "comments").getAsJsonObject()), messages(detail), votes(detail));
  }

  private static List<InlineComment> comments(JsonObject byPath) {
    List<InlineComment> comments = new ArrayList<>();
    for (Map.Entry<String, JsonElement> entry : byPath.entrySet()) {
      for (JsonElement element : entry.getValue().getAsJsonArray()) {
        JsonObject comment = element.getAsJsonObject();
        if (isOwn(comment.getAsJsonObject("author")) && comment.has("range")) {
          comments.add(
              new InlineComment(
                  comment.get("patch_set").getAsInt(),
                  entry.getKey(),
                  range(comment.getAsJsonObject("range")),
                  comment.get("message").getAsString(),
                  comment.get("unresolved").getAsBoolean(),
                  fix(comment)));
        }
      }
    }
    comments.sort(
        Comparator.comparing(InlineComment::patchSet)
            .thenComparing(InlineComment::path)
            .thenComparing(InlineComment::range));
    return List.copyOf(comments);
  }

  private static Optional<StoredFix> fix(JsonObject comment) {
    if (!comment.has("fix_suggestions")) {
      return Optional.empty();
    }
    JsonObject fix = comment.getAsJsonArray("fix_suggestions").get(0).getAsJsonObject();
    List<Replacement> replacements = new ArrayList<>();
    for (JsonElement element : fix.getAsJsonArray("replacements")) {
      JsonObject one = element.getAsJsonObject();
      replacements.add(
          new Replacement(
              one.get("path").getAsString(),
              range(one.getAsJsonObject("range")),
              one.get("replacement").getAsString()));
    }
    return Optional.of(
        new StoredFix(
            fix.get("fix_id").getAsString(), fix.get("description").getAsString(), replacements));
  }

  private static Range range(JsonObject range) {
    return new Range(
        range.get("start_line").getAsInt(),
        range.get("start_character").getAsInt(),
        range.get("end_line").getAsInt(),
        range.get("end_character").getAsInt());
  }

  private static List<String> messages(JsonObject detail) {
    List<String> messages = new ArrayList<>();
    for (JsonElement element : detail.getAsJsonArray("messages")) {
      JsonObject message = element.getAsJsonObject();
      if (message.has("author") && isOwn(message.getAsJsonObject("author"))) {
        messages.add(message.get("message").getAsString());
      }
    }
    return List.copyOf(messages);
  }

  private static Map<String, Integer> votes(JsonObject detail) {
    Map<String, Integer> votes = new TreeMap<>();
    JsonObject labels = detail.getAsJsonObject("labels");
    for (String label : labels.keySet()) {
      JsonObject info = labels.getAsJsonObject(label);
      if (info.has("all")) {
        for (JsonElement element : info.getAsJsonArray("all")) {
          JsonObject approval = element.getAsJsonObject();
          if (isOwn(approval) && approval.has("value") && approval.get("value").getAsInt() != 0) {
            votes.put(label, approval.get("value").getAsInt());
          }
        }
      }
    }
    return Map.copyOf(votes);
  }

  private static boolean isOwn(JsonObject account) {
    return account.has("username") && account.get("username").getAsString().equals(ACCOUNT);
  }
}
