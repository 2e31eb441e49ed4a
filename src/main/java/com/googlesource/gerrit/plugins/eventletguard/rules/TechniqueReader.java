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

package com.googlesource.gerrit.plugins.eventletguard.rules;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads sections {@code [technique "asyncio"]}: what alternatives of rules build on. */
final class TechniqueReader {
  static final String TECHNIQUE = "technique";

  private static final java.util.regex.Pattern ID =
      java.util.regex.Pattern.compile("[a-z0-9]++([.-][a-z0-9]++)*+");

  private static final String NAME = "name";
  private static final String STYLE = "style";
  private static final String SWITCHING = "switching";
  private static final String NEEDS = "needs";
  private static final String NOTE = "note";
  private static final String LINK = "link";
  private static final List<String> KEYS = List.of(NAME, STYLE, SWITCHING, NEEDS, NOTE, LINK);

  private final Map<String, RuleSection> sections = new LinkedHashMap<>();
  private final Map<String, Technique> techniques = new LinkedHashMap<>();

  void read(RuleSection section) {
    section.reportUnknownKeys(KEYS);
    if (!ID.matcher(section.name()).matches()) {
      section.report("", "", "use lower-case words with hyphens between them.");
      return;
    }
    RuleSection earlier = sections.putIfAbsent(section.name(), section);
    if (earlier != null) {
      section.report("", "", "the technique stands already in " + earlier.place() + ".");
      return;
    }
    Optional<String> name = section.required(NAME);
    Optional<Technique.Style> style =
        section.word(STYLE, Technique.Style.values(), Technique.Style::word);
    Optional<Technique.Switching> switching =
        section.word(SWITCHING, Technique.Switching.values(), Technique.Switching::word);
    Optional<URI> link = section.link(LINK);
    section.reportMissing(STYLE, style);
    section.reportMissing(SWITCHING, switching);
    section.reportMissing(LINK, link);
    if (name.isPresent() && style.isPresent() && switching.isPresent() && link.isPresent()) {
      techniques.put(
          section.name(),
          new Technique(
              section.name(),
              name.get(),
              style.get(),
              switching.get(),
              section.release(NEEDS),
              section.text(NOTE).orElse(""),
              link.get()));
    }
  }

  /** What has been read, by id. */
  Map<String, Technique> byId() {
    return techniques;
  }

  Collection<Technique> all() {
    return techniques.values();
  }
}
