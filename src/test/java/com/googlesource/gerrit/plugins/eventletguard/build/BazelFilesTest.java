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

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Holds the Bazel files to plugin.properties and pom.xml. */
class BazelFilesTest {
  private static final Pattern MANIFEST_ENTRY =
      Pattern.compile("\"((?:Gerrit|Implementation)-[^:\"]+): ([^\"]+)\"");
  private static final Pattern EXTERNAL_JAR = Pattern.compile("\"@([^/\"]+)//jar\"");
  private static final Pattern MAVEN_JAR =
      Pattern.compile("name = \"([^\"]+)\",\\s+artifact = \"([^:\"]+:[^:\"]+):([^\"]+)\"");

  /** What Gerrit's own tree brings, or what only Maven's class path needs. */
  private static final Set<String> NOT_FROM_OUTSIDE =
      Set.of(
          "com.google.gerrit:gerrit-plugin-api",
          "com.icegreen:greenmail",
          "org.eclipse.jgit:org.eclipse.jgit",
          "com.google.code.gson:gson",
          "org.slf4j:slf4j-nop");

  /** What stands under another name: Bazel runs JUnit by its console, ArchUnit by its parts. */
  private static final Set<String> NAMED_OTHERWISE =
      Set.of("org.junit.jupiter:junit-jupiter", "com.tngtech.archunit:archunit-junit5");

  @Test
  void manifestEntriesAreThoseOfPluginProperties() throws Exception {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("plugin.properties"))) {
      properties.load(reader);
    }
    Map<String, String> entries = new TreeMap<>();
    Matcher matcher = MANIFEST_ENTRY.matcher(read("BUILD"));
    while (matcher.find()) {
      entries.put(matcher.group(1), matcher.group(2));
    }

    assertThat(entries).isEqualTo(properties);
  }

  @Test
  void everyJarThatBuildNamesIsDeclared() throws Exception {
    Set<String> named = new TreeSet<>();
    Matcher matcher = EXTERNAL_JAR.matcher(read("BUILD"));
    while (matcher.find()) {
      named.add(matcher.group(1));
    }
    Set<String> declared = new TreeSet<>();
    Matcher jar = MAVEN_JAR.matcher(read("external_plugin_deps.bzl"));
    while (jar.find()) {
      declared.add(jar.group(1));
    }

    assertThat(named).isEqualTo(declared);
  }

  @Test
  void everyDependencyOfThePomIsDeclaredInItsVersion() throws Exception {
    Map<String, String> declared = new TreeMap<>();
    Matcher jar = MAVEN_JAR.matcher(read("external_plugin_deps.bzl"));
    while (jar.find()) {
      declared.put(jar.group(2), jar.group(3));
    }

    pomDependencies()
        .forEach(
            (artifact, version) -> {
              if (!NOT_FROM_OUTSIDE.contains(artifact) && !NAMED_OTHERWISE.contains(artifact)) {
                assertWithMessage("external_plugin_deps.bzl, %s", artifact)
                    .that(declared.get(artifact))
                    .isEqualTo(version);
              }
            });
  }

  private static Map<String, String> pomDependencies() throws Exception {
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile());
    Element dependencies =
        (Element)
            java.util.stream.IntStream.range(
                    0, pom.getElementsByTagName("dependencies").getLength())
                .mapToObj(i -> pom.getElementsByTagName("dependencies").item(i))
                .filter(node -> node.getParentNode().getNodeName().equals("project"))
                .findFirst()
                .orElseThrow();
    Map<String, String> result = new TreeMap<>();
    NodeList list = dependencies.getElementsByTagName("dependency");
    for (int i = 0; i < list.getLength(); i++) {
      Element dependency = (Element) list.item(i);
      result.put(
          text(dependency, "groupId") + ":" + text(dependency, "artifactId"),
          text(dependency, "version"));
    }
    return result;
  }

  private static String text(Element element, String name) {
    return element.getElementsByTagName(name).item(0).getTextContent();
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of(file));
  }
}
