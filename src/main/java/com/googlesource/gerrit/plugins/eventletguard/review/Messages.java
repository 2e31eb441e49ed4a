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

import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The texts of inline comments. */
public final class Messages {
  private Messages() {}

  /**
   * The comment on a finding: what it is, why it has to go, what to use instead, where to read.
   *
   * @param documentation the plugin's own pages
   * @param offer the fixes that comments offer; what does not fit is left out
   * @param maxBytes its size at most, in bytes of UTF-8
   */
  static String comment(
      Finding finding, Documentation documentation, FixOffer offer, int maxBytes) {
    Pattern pattern = finding.pattern();
    StringBuilder text = new StringBuilder(Heading.line(finding));
    text.append("\n\n").append(finding.reason());
    if (!pattern.alternatives().isEmpty()) {
      text.append("\n\nUse instead:\n");
      pattern.alternatives().forEach(alternative -> text.append("\n- ").append(alternative));
    }
    List<String> links = new ArrayList<>();
    pattern.guide().ifPresent(guide -> links.add("Guide: " + guide));
    links.addAll(documentation.links(finding));
    if (!links.isEmpty()) {
      text.append("\n\n").append(String.join("\n", links));
    }
    String withFix = offer.text(finding).map(fix -> text + "\n\n" + fix).orElseGet(text::toString);
    // Half a suggestion would be none.
    return withFix.getBytes(StandardCharsets.UTF_8).length <= maxBytes
        ? withFix
        : Markdown.cut(text.toString(), maxBytes);
  }
}
