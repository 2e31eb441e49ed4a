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

package com.googlesource.gerrit.plugins.eventletguard.build;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.build.GerritVersions.Release;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Holds whatever names a version of Gerrit to {@code tools/gerrit-versions}. */
final class GerritVersionsTest {
  /** A release or a version, and no part of a longer number. */
  private static final Pattern VERSION =
      Pattern.compile("(?<![\\d.])3\\.1\\d(?:\\.\\d+)?(?![\\d])");

  private static final String APIS = "//execution[id='gerrit-apis']//artifactItem";

  @Test
  void pomTestsOnTheNewestServer() throws Exception {
    assertThat(pom("/project/properties/gerrit.server.version"))
        .containsExactly(GerritVersions.newestServer().version());
  }

  @Test
  void pomCompilesAgainstAnApiOfTheOldestRelease() throws Exception {
    String api = pom("/project/properties/gerrit.api.version").getFirst();

    assertThat(api).startsWith(GerritVersions.releases().getFirst().name() + ".");
    assertThat(GerritVersions.apis()).contains(api);
  }

  @Test
  void pomStartsEachApiOnTheDaemonThatIsSaid() throws Exception {
    List<Release> started = GerritVersions.releases().stream().filter(r -> !r.isServer()).toList();

    for (Release release : started) {
      String profile = "//profile[id='gerrit-%s']".formatted(release.name());
      assertThat(pom(profile + "/activation/property/value")).containsExactly(release.version());
      assertThat(pom(profile + "/properties/gerrit.launcher.version"))
          .containsExactly(release.launcher());
    }
  }

  @Test
  void pomBringsEveryApiForTheLinkageCheck() throws Exception {
    assertThat(pom(APIS + "/version")).containsExactlyElementsIn(GerritVersions.apis());
    assertThat(Set.copyOf(pom(APIS + "/artifactId"))).containsExactly("gerrit-plugin-api");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "verify", "bench/push", "bench/reviews", "src/demo/launch.sh"})
  void scriptReadsTheVersionsThere(String script) throws Exception {
    assertThat(versions(Path.of(script))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "resources/Documentation/about.md",
        "resources/Documentation/admin.md",
        "resources/Documentation/build.md",
        "resources/Documentation/config.md",
        "resources/Documentation/faq.md"
      })
  void pageNamesNoOther(String page) throws Exception {
    Set<String> known = new TreeSet<>(GerritVersions.apis());
    GerritVersions.releases().forEach(release -> known.add(release.name()));

    assertThat(known).containsAtLeastElementsIn(versions(Path.of(page)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "resources/Documentation/admin.md"})
  void pageSaysFromWhichToWhichReleaseTheJarRuns(String page) throws Exception {
    assertThat(Files.readString(Path.of(page)))
        .contains(
            "Gerrit %s to %s"
                .formatted(
                    GerritVersions.releases().getFirst().name(),
                    GerritVersions.releases().getLast().name()));
  }

  @Test
  void pageOnTheBuildListsWhatIsStartedAndWhatIsLinkedWith() throws Exception {
    String page = Files.readString(Path.of("resources", "Documentation", "build.md"));
    List<String> apis = GerritVersions.apis();

    for (Release release : GerritVersions.releases()) {
      assertThat(page)
          .contains(
              release.isServer()
                  ? "| %s | the server %s".formatted(release.name(), release.version())
                  : "| %s | the API %s, on the daemon of %s"
                      .formatted(release.name(), release.version(), release.launcher()));
    }
    assertThat(page)
        .contains(
            "the APIs %s and %s"
                .formatted(String.join(", ", apis.subList(0, apis.size() - 1)), apis.getLast()));
    assertThat(page)
        .contains("the server %s, the default".formatted(GerritVersions.newestServer().version()));
  }

  private static Set<String> versions(Path file) throws Exception {
    return VERSION
        .matcher(Files.readString(file))
        .results()
        .map(match -> match.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The texts of what an XPath finds in the pom; at least one. */
  private static List<String> pom(String path) throws Exception {
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile());
    XPath xpath = XPathFactory.newInstance().newXPath();
    NodeList nodes = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int node = 0; node < nodes.getLength(); node++) {
      texts.add(nodes.item(node).getTextContent().strip());
    }
    assertWithMessage("%s in pom.xml", path).that(texts).isNotEmpty();
    return texts;
  }
}
