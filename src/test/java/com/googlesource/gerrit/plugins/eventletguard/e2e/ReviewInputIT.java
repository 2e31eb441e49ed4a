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

package com.googlesource.gerrit.plugins.eventletguard.e2e;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import com.googlesource.gerrit.plugins.eventletguard.server.CommandLineJar;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritClient;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The review that the command line prints, posted by hand to a real Gerrit. */
class ReviewInputIT {
  private static final String PATH = "service/worker.py";
  private static final String WITHOUT = "import time\n";
  private static final String WITH =
      "import time\n\nimport eventlet\n\neventlet.spawn(print)\neventlet.sleep(5)\n";

  private static final String SUGGESTION = "```suggestion\ntime.sleep(5)\n```";

  @RegisterExtension static final GerritServer GERRIT = GerritServer.shared();

  @Test
  void gerritTakesTheReviewAndShowsWhatThePluginWouldSay() throws Exception {
    GerritProject silent =
        GerritProject.create(GERRIT.site(), "by-hand/silent", GerritProject.ALL_PROJECTS);
    GerritProject enabled =
        GerritProject.create(GERRIT.site(), "by-hand/enabled", GerritProject.ALL_PROJECTS);
    enabled.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());
    ChangeReview ofPlugin = GERRIT.review(enabled, push(enabled.cloneTo(GERRIT.newFolder())));

    GitClone clone = silent.cloneTo(GERRIT.newFolder());
    int change = push(clone);
    String input =
        CommandLineJar.run(
                "diff", "--repo", clone.directory().toString(), "--format", "gerrit", "HEAD^!")
            .out();
    GerritClient gerrit = new GerritClient(GERRIT.site().url());
    String path = "/changes/%s~%d".formatted(GerritClient.encoded(silent.name()), change);
    gerrit.post(path + "/revisions/current/review", body(input));

    JsonArray comments = gerrit.get(path + "/comments").getAsJsonObject().getAsJsonArray(PATH);
    assertThat(comments).hasSize(ofPlugin.comments().size());
    for (ChangeReview.InlineComment expected : ofPlugin.comments()) {
      assertThat(comments.asList().stream().map(ReviewInputIT::message).toList())
          .contains(upToGuide(expected.message()));
    }
    assertThat(comments.get(0).getAsJsonObject().get("unresolved").getAsBoolean()).isTrue();
    assertThat(comments.get(comments.size() - 1).getAsJsonObject().get("message").getAsString())
        .endsWith(SUGGESTION);
    assertThat(ofPlugin.comments().getLast().message()).endsWith(SUGGESTION);
  }

  private static int push(GitClone clone) throws Exception {
    clone.write(PATH, WITHOUT);
    clone.commit("Add a worker", GitClone.newChangeId());
    clone.pushBranch("master");
    clone.write(PATH, WITH);
    clone.commit("Let it poll", GitClone.newChangeId());
    return clone.pushForReview("master");
  }

  private static Map<String, JsonElement> body(String input) {
    return new Gson().fromJson(input, new TypeToken<Map<String, JsonElement>>() {});
  }

  private static String message(JsonElement comment) {
    JsonObject members = comment.getAsJsonObject();
    return upToGuide(members.get("message").getAsString());
  }

  /** Without the last links: the command line knows no server whose pages it could lead to. */
  private static String upToGuide(String message) {
    return message.substring(0, message.indexOf('\n', message.indexOf("\nGuide: ") + 1));
  }
}
