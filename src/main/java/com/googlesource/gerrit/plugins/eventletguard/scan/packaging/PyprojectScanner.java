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

package com.googlesource.gerrit.plugins.eventletguard.scan.packaging;

import com.googlesource.gerrit.plugins.eventletguard.scan.FileScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * {@code pyproject.toml}: the standard's dependencies, optional dependencies, dependency groups and
 * build requirements, and those of Poetry, PDM, uv and Hatch. Of a file that is not quite TOML,
 * what the parser understands.
 */
public final class PyprojectScanner implements FileScanner {
  /** Arrays of specifiers. */
  private static final List<List<String>> ARRAYS =
      List.of(
          List.of("project", "dependencies"),
          List.of("build-system", "requires"),
          List.of("tool", "uv", "dev-dependencies"),
          List.of("tool", "uv", "constraint-dependencies"));

  /** Tables whose values are arrays of specifiers. */
  private static final List<List<String>> TABLES_OF_ARRAYS =
      List.of(
          List.of("project", "optional-dependencies"),
          List.of("dependency-groups"),
          List.of("tool", "pdm", "dev-dependencies"));

  /** Tables whose values are tables with a key that holds dependencies, and that key. */
  private static final List<String> POETRY_GROUPS = List.of("tool", "poetry", "group");

  private static final List<String> HATCH_ENVIRONMENTS = List.of("tool", "hatch", "envs");
  private static final List<String> HATCH_KEYS = List.of("dependencies", "extra-dependencies");

  /** Tables whose keys are the names of what is required. */
  private static final List<List<String>> POETRY_TABLES =
      List.of(
          List.of("tool", "poetry", "dependencies"), List.of("tool", "poetry", "dev-dependencies"));

  private final RequirementNames names;

  public PyprojectScanner(RequirementNames names) {
    this.names = names;
  }

  @Override
  public List<Usage> scan(SourceText text) {
    return new Visit(names, text).usages(Toml.parse(text.text()));
  }

  /** The scan of one file. */
  private static final class Visit {
    private final RequirementNames names;
    private final SourceText text;
    private final TomlText toml;
    private final List<Usage> usages = new ArrayList<>();

    Visit(RequirementNames names, SourceText text) {
      this.names = names;
      this.text = text;
      this.toml = new TomlText(text);
    }

    List<Usage> usages(TomlTable root) {
      ARRAYS.forEach(path -> visitArray(TomlText.at(root, path)));
      for (List<String> path : TABLES_OF_ARRAYS) {
        if (TomlText.at(root, path) instanceof TomlTable table) {
          table.keySet().forEach(key -> visitArray(table.get(List.of(key))));
        }
      }
      if (TomlText.at(root, HATCH_ENVIRONMENTS) instanceof TomlTable environments) {
        for (String name : environments.keySet()) {
          HATCH_KEYS.forEach(key -> visitArray(member(environments, name, key)));
        }
      }
      POETRY_TABLES.forEach(path -> visitPoetry(TomlText.at(root, path)));
      if (TomlText.at(root, POETRY_GROUPS) instanceof TomlTable groups) {
        groups.keySet().forEach(name -> visitPoetry(member(groups, name, "dependencies")));
      }
      usages.sort(Usage.ORDER);
      return usages;
    }

    private static Object member(TomlTable table, String name, String key) {
      return TomlText.at(table, List.of(name, key));
    }

    private void visitArray(Object value) {
      if (value instanceof TomlArray array) {
        for (int i = 0; i < array.size(); i++) {
          if (array.get(i) instanceof String specifier) {
            TomlText.Span span = toml.stringFrom(toml.offset(array.inputPositionOf(i)));
            Requirement.parse(specifier.strip()).ifPresent(found -> add(found, span));
          }
        }
      }
    }

    private void visitPoetry(Object value) {
      if (value instanceof TomlTable table) {
        for (String name : table.keySet()) {
          String extras = "";
          if (member(table, name, "extras") instanceof TomlArray array) {
            extras = String.join(",", array.toList().stream().map(String::valueOf).toList());
          }
          int offset = toml.offset(table.inputPositionOf(List.of(name)));
          add(Requirement.of(name, extras), toml.entryFrom(offset));
        }
      }
    }

    private void add(Requirement requirement, TomlText.Span span) {
      usages.addAll(names.usagesOf(requirement, text, span.start(), span.end()));
    }
  }
}
