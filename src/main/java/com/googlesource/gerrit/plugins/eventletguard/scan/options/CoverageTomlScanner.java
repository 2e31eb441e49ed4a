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
package com.googlesource.gerrit.plugins.eventletguard.scan.options;

import com.googlesource.gerrit.plugins.eventletguard.scan.FileScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import com.googlesource.gerrit.plugins.eventletguard.scan.packaging.TomlText;
import java.util.List;
import java.util.stream.Collectors;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** How coverage is measured, where {@code pyproject.toml} says it: {@code [tool.coverage.run]}. */
public final class CoverageTomlScanner implements FileScanner {
  private static final List<String> TABLE = List.of("tool", "coverage", "run");
  private static final String CONCURRENCY = "concurrency";

  /** The place that {@code .coveragerc} is for the same options. */
  private static final OptionNames.Place PLACE = new OptionNames.Place("coverage", "run");

  private final OptionNames names;

  public CoverageTomlScanner(OptionNames names) {
    this.names = names;
  }

  @Override
  public List<Usage> scan(SourceText text) {
    if (!(TomlText.at(Toml.parse(text.text()), TABLE) instanceof TomlTable run)
        || !run.contains(List.of(CONCURRENCY))) {
      return List.of();
    }
    TomlText toml = new TomlText(text);
    TomlText.Span span = toml.entryFrom(toml.offset(run.inputPositionOf(List.of(CONCURRENCY))));
    return names
        .find(PLACE, CONCURRENCY, spelled(run.get(List.of(CONCURRENCY))))
        .map(option -> option.usage(text, span.start(), span.end()))
        .stream()
        .toList();
  }

  /** As an ini file would have it. */
  private static String spelled(Object value) {
    return value instanceof TomlArray array
        ? array.toList().stream().map(String::valueOf).collect(Collectors.joining(","))
        : String.valueOf(value);
  }
}
