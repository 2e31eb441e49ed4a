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

import com.googlesource.gerrit.plugins.eventletguard.fix.Replacement;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The edit of a change that the user interface makes of fixes, until it is published. */
public final class ChangeEdit {
  private final GerritClient client;
  private final String path;

  public ChangeEdit(GerritClient client, GerritProject project, int change) {
    this.client = client;
    this.path = "changes/%s~%d/".formatted(GerritClient.encoded(project.name()), change);
  }

  /** Applies a fix that is stored with a comment on a patch set. */
  public void applyStored(int patchSet, String fixId) throws IOException, InterruptedException {
    client.post(
        path + "revisions/%d/fixes/%s/apply".formatted(patchSet, GerritClient.encoded(fixId)),
        Map.of());
  }

  /** Applies a fix that nobody stored. */
  public void applyProvided(int patchSet, List<Replacement> replacements)
      throws IOException, InterruptedException {
    client.post(
        path + "revisions/%d/fix:apply".formatted(patchSet),
        Map.of(
            "fix_replacement_infos", replacements.stream().map(ChangeEdit::replacement).toList()));
  }

  /** A file as the edit has it. */
  public String text(String file) throws IOException, InterruptedException {
    return client.get(path + "edit/" + GerritClient.encoded(file)).getAsString();
  }

  /** Makes it the next patch set. */
  public void publish() throws IOException, InterruptedException {
    client.post(path + "edit:publish", Map.of());
  }

  public void discard() throws IOException, InterruptedException {
    client.delete(path + "edit");
  }

  private static Map<String, Object> replacement(Replacement replacement) {
    Range range = replacement.range();
    return Map.of(
        "path", replacement.path(),
        "range",
            Map.of(
                "start_line", range.startLine(),
                "start_character", range.startCharacter(),
                "end_line", range.endLine(),
                "end_character", range.endCharacter()),
        "replacement", replacement.text());
  }
}
