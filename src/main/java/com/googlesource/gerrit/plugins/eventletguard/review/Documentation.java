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

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.rules.Rule;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plugin's own pages, where comments link to them.
 *
 * @param base the folder of the pages, with a slash at its end; empty where none are served
 */
public record Documentation(Optional<URI> base) {
  public static final Documentation NONE = new Documentation(Optional.empty());

  /** What a comment has of links beside the guide, at most: a list of them is read by nobody. */
  private static final int MAX_LINKS = 2;

  public Documentation {
    requireNonNull(base, "base");
  }

  /**
   * The lines that lead from a comment to more than it says itself: to its rule, to a comparison of
   * its alternatives, to what the rule names besides, the most useful first.
   */
  List<String> links(Finding finding) {
    List<String> links = new ArrayList<>();
    base.ifPresent(pages -> links.addAll(ownPages(pages, finding)));
    finding.pattern().links().stream()
        .findFirst()
        .ifPresent(link -> links.add("See also: " + link));
    return links.stream().limit(MAX_LINKS).toList();
  }

  private static List<String> ownPages(URI pages, Finding finding) {
    List<String> links = new ArrayList<>();
    String rule = finding.rule().id();
    if (finding.usage().kind() == UsageKind.SETTING) {
      links.add("What can be set: " + pages.resolve("branch-config.html"));
    } else if (!Rule.isProjectId(rule)) {
      links.add("More on %s: %s".formatted(rule, pages.resolve("rules.html#" + rule)));
    }
    if (finding.pattern().alternatives().stream().anyMatch(one -> one.technique().isPresent())) {
      links.add("Alternatives compared: " + pages.resolve("alternatives.html"));
    }
    return links;
  }
}
