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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.config;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.gerrit.extensions.annotations.Export;
import com.google.gerrit.server.config.ProjectConfigEntry;
import com.google.inject.Binding;
import com.google.inject.spi.Elements;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds config.md, and the project's page, to the keys that are read. */
final class ConfigDocumentationTest {
  private static final String PLUGIN = "eventlet-guard";

  /** A key, with its anchor before it and what is said of it after it. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "<a id=\"(?:project-|server-)?(\\w+)\"></a>\\n(\\w+)\\n:\\t(.+?)\\n(?=\\n(?!\\t)|$)",
          Pattern.DOTALL);

  private static final Pattern EXAMPLE = Pattern.compile("\\n\\tExample: `([^`]+)`\\.");

  @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
  private enum Place {
    PROJECT_CONFIG(
        "project.config",
        values -> {
          var unused = ProjectSettings.of(values, 50);
        }),
    GERRIT_CONFIG(
        "gerrit.config",
        values -> {
          var unused = new ServerSettings(values);
        });

    private final String file;
    private final Consumer<ConfigValues> reading;

    Place(String file, Consumer<ConfigValues> reading) {
      this.file = file;
      this.reading = reading;
    }

    Set<String> keys() {
      Set<String> keys = new TreeSet<>();
      reading.accept(
          new ConfigValues(
              "",
              key -> {
                keys.add(key);
                return Optional.empty();
              },
              problem -> {}));
      return keys;
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyThatIsReadIsDescribedAndNoOther(Place place) throws Exception {
    assertThat(described(place).keySet()).isEqualTo(place.keys());
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyHasItsDefaultAndARightExample(Place place) throws Exception {
    SectionCheck check = new SectionCheck(PLUGIN, place.file, place.reading);
    for (Map.Entry<String, String> entry : described(place).entrySet()) {
      assertWithMessage(entry.getKey()).that(entry.getValue()).contains("\tDefault: ");
      Matcher example = EXAMPLE.matcher(entry.getValue());
      assertWithMessage("example of %s", entry.getKey()).that(example.find()).isTrue();
      assertThat(example.group(1)).startsWith(entry.getKey() + " = ");
      Config config = new Config();
      config.fromText("[plugin \"%s\"]\n\t%s\n".formatted(PLUGIN, example.group(1)));
      assertThat(check.problems(config)).isEmpty();
    }
  }

  @Test
  void everyKeyOfAProjectStandsOnItsPage() {
    Set<String> onPage = new TreeSet<>();
    List<Binding<?>> bindings =
        Elements.getElements(new ConfigModule()).stream()
            .filter(Binding.class::isInstance)
            .<Binding<?>>map(element -> (Binding<?>) element)
            .toList();
    for (Binding<?> binding : bindings) {
      if (binding.getKey().getTypeLiteral().getRawType() == ProjectConfigEntry.class) {
        onPage.add(((Export) binding.getKey().getAnnotation()).value());
      }
    }

    assertThat(onPage).isEqualTo(Place.PROJECT_CONFIG.keys());
  }

  private static Map<String, String> described(Place place) throws Exception {
    String page = Files.readString(Path.of("resources/Documentation/config.md"));
    int start = page.indexOf("\n## In " + place.file);
    int end = page.indexOf("\n## ", start + 1);
    Matcher entry = ENTRY.matcher(page.substring(start, end));
    Map<String, String> described = new LinkedHashMap<>();
    while (entry.find()) {
      assertThat(entry.group(1)).isEqualTo(entry.group(2));
      described.put(entry.group(2), entry.group(3));
    }
    return described;
  }
}
