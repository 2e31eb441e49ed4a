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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.rest;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.base.CaseFormat;
import com.google.gerrit.extensions.annotations.Export;
import com.google.gerrit.extensions.restapi.RestView;
import com.google.gerrit.server.change.RevisionResource;
import com.google.gerrit.server.config.ConfigResource;
import com.google.gerrit.server.project.ProjectResource;
import com.google.inject.Binding;
import com.google.inject.TypeLiteral;
import com.google.inject.spi.Elements;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.CheckInfo;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.ConfigInfo;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.ScanInfo;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.StatusInfo;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds rest-api.md to the endpoints that are bound and to what they answer. */
final class RestDocumentationTest {
  private static final Map<Class<?>, String> PATHS =
      Map.of(
          RevisionResource.class, "/changes/{change-id}/revisions/{revision-id}/",
          ProjectResource.class, "/projects/{project-name}/",
          ConfigResource.class, "/config/server/");

  /** An endpoint at the head of its chapter, without parameters. */
  private static final Pattern ENDPOINT =
      Pattern.compile("(?m)^`([A-Z]+) (/\\S+/)@PLUGIN@~(\\w+)[^`]*`$");

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\| (.+) \\|$");

  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  @Test
  void everyEndpointThatIsBoundIsDescribedAndNoOther() throws Exception {
    Set<String> described =
        ENDPOINT
            .matcher(page())
            .results()
            .map(RestDocumentationTest::endpoint)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(described).isEqualTo(bound());
    assertThat(described).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(classes = {CheckInfo.class, ScanInfo.class, ConfigInfo.class, StatusInfo.class})
  void everyMemberOfAnAnswerIsDescribedAndNoOther(Class<?> entity) throws Exception {
    Map<String, String> described = described(entity.getSimpleName());

    assertThat(described.keySet()).isEqualTo(members(entity));
    for (RecordComponent component : entity.getRecordComponents()) {
      for (String part : members(elementType(component))) {
        assertWithMessage("%s of %s", part, component.getName())
            .that(section(entity.getSimpleName()))
            .contains("`%s`".formatted(part));
      }
    }
  }

  private static String endpoint(MatchResult described) {
    return "%s %s%s".formatted(described.group(1), described.group(2), described.group(3));
  }

  /** The endpoints as the server gets them, such as {@code GET /config/server/status}. */
  private static Set<String> bound() {
    Set<String> bound = new TreeSet<>();
    for (var element : Elements.getElements(new RestModule())) {
      if (element instanceof Binding<?> binding
          && binding.getKey().getAnnotation() instanceof Export export
          && binding.getKey().getTypeLiteral().getRawType() == RestView.class) {
        List<String> methodAndName = List.of(export.value().split("\\.", 2));
        bound.add(
            "%s %s%s"
                .formatted(
                    methodAndName.getFirst(),
                    PATHS.get(resource(binding.getKey().getTypeLiteral())),
                    methodAndName.getLast()));
      }
    }
    return bound;
  }

  private static Class<?> resource(TypeLiteral<?> view) {
    return (Class<?>) ((ParameterizedType) view.getType()).getActualTypeArguments()[0];
  }

  /** The names of a record's components in JSON; none for what is no record. */
  private static Set<String> members(Class<?> type) {
    return !type.isRecord()
        ? Set.of()
        : Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .map(name -> CaseFormat.LOWER_CAMEL.to(CaseFormat.LOWER_UNDERSCORE, name))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The type of a member, or of what a list holds. */
  private static Class<?> elementType(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType list
            && component.getType() == List.class
        ? (Class<?>) list.getActualTypeArguments()[0]
        : component.getType();
  }

  /** The members of an entity with what is said of each. */
  private static Map<String, String> described(String entity) throws IOException {
    Map<String, String> described = new TreeMap<>();
    ROW.matcher(section(entity))
        .results()
        .forEach(
            row ->
                NAME.matcher(row.group(1))
                    .results()
                    .forEach(name -> described.put(name.group(1), row.group(2))));
    return described;
  }

  private static String section(String entity) throws IOException {
    String page = page();
    int start = page.indexOf("\n### " + entity + "\n");
    assertWithMessage(entity).that(start).isAtLeast(0);
    int end = page.indexOf("\n### ", start + 1);
    return end < 0 ? page.substring(start) : page.substring(start, end);
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("resources", "Documentation", "rest-api.md"));
  }
}
