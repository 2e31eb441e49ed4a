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

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInRulesTest {
  private static final RuleCatalog CATALOG = RuleCatalog.builtIn();

  @Test
  void everyLinkLeadsToAPageAndAnchorThatExist() throws Exception {
    Set<String> pages = Set.copyOf(resource("pages.txt"));

    Set<String> dead =
        Stream.concat(
                CATALOG.techniques().stream().map(Technique::link),
                CATALOG.patterns().stream()
                    .flatMap(
                        pattern ->
                            Stream.concat(pattern.guide().stream(), pattern.links().stream())))
            .map(Object::toString)
            .filter(link -> !pages.contains(link))
            .collect(toSet());

    assertThat(dead).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("publicInterface")
  void everyPublicNameOfEventletHasARuleForItsUse(String name) {
    String id = CATALOG.match(UsageKind.USE, name).orElseThrow().rule().id();

    assertWithMessage(name).that(id).startsWith("EVT1");
  }

  @Test
  void onlyThePackageItselfFallsBackToTheGeneralRule() throws Exception {
    Set<String> general =
        publicInterface().stream()
            .filter(name -> idOf(UsageKind.USE, name).equals("EVT100"))
            .collect(toSet());

    assertThat(general).containsExactly("eventlet");
  }

  @ParameterizedTest
  @MethodSource("publicInterface")
  void everyPublicNameOfEventletHasARuleForItsImport(String name) {
    assertThat(CATALOG.match(UsageKind.IMPORT, name)).isPresent();
  }

  @ParameterizedTest
  @MethodSource("publicInterface")
  void everyPublicNameOfEventletHasARuleForItsPatchingInTests(String name) {
    assertThat(idOf(UsageKind.STRING, name)).isEqualTo("EVT202");
  }

  @ParameterizedTest
  @CsvSource({
    "import, eventlet, EVT100",
    "import, eventlet.*, EVT100",
    "import, eventlet.sleep, EVT100/sleep",
    "import, eventlet.GreenPool, EVT100/green-pool",
    "import, eventlet.unknown, EVT100",
    "use, eventlet, EVT100/use",
    "use, eventlet.unknown, EVT100/use",
    "use, eventlet.__version__, EVT100/use",
    "use, eventlet.monkey_patch, EVT101",
    "use, eventlet.patcher.original, EVT102/original",
    "use, eventlet.patcher._green_socket_modules, EVT102/internals",
    "use, eventlet.spawn, EVT110",
    "use, eventlet.spawn_n, EVT110/spawn-n",
    "use, eventlet.greenthread.sleep, EVT111",
    "use, eventlet.kill, EVT112",
    "use, eventlet.getcurrent, EVT113/current",
    "use, eventlet.GreenPool.spawn_n, EVT120",
    "use, eventlet.hubs.use_hub, EVT140",
    "use, eventlet.hubs.asyncio.Hub, EVT141/hub",
    "use, eventlet.debug.hub_prevent_multiple_readers@False, EVT150",
    "use, eventlet.debug.hub_prevent_multiple_readers, EVT151",
    "use, eventlet.green.http.client.HTTPConnection, EVT170/http",
    "use, executor=eventlet, EVT240",
    "use, oslo_utils.eventletutils.Event, EVT220/event",
    "use, oslo_service.wsgi.Router, EVT230",
    "use, oslo_service.wsgi.Server, EVT230/server",
    "import, oslo_service.backend._eventlet, EVT232",
    "import, futurist.GreenThreadPoolExecutor, EVT250/executor",
    "import, greenlet, EVT210",
    "option, heartbeat_in_pthread, EVT300",
    "option, #heartbeat_in_pthread, EVT300/commented",
    "requirement, eventlet, EVT400",
    "requirement, celery[eventlet], EVT400/extra"
  })
  void usageHasThePatternThatFitsIt(String kind, String symbol, String key) {
    assertThat(
            CATALOG
                .match(UsageKind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)), symbol)
                .orElseThrow()
                .key())
        .isEqualTo(key);
  }

  @Test
  void everyPatternSaysWhatToUseInstead() {
    Set<String> silent =
        CATALOG.patterns().stream()
            .filter(pattern -> pattern.alternatives().isEmpty())
            .map(Pattern::key)
            .collect(toSet());

    assertThat(silent).isEmpty();
  }

  /** A word of an alternative that builds on threads, a pool or coroutines. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "asyncio.",
        "threading.",
        "concurrent.futures.",
        "futurist.",
        "aiohttp.",
        "await "
      })
  void everyAlternativeOfACertainLibraryHasATechnique(String word) {
    Set<String> without =
        CATALOG.patterns().stream()
            .flatMap(pattern -> pattern.alternatives().stream())
            .filter(alternative -> alternative.text().startsWith("`" + word))
            .filter(alternative -> alternative.technique().isEmpty())
            .map(Alternative::text)
            .collect(toSet());

    assertThat(without).isEmpty();
  }

  @Test
  void everyTechniqueServesARule() {
    Set<Technique> used =
        CATALOG.patterns().stream()
            .flatMap(pattern -> pattern.alternatives().stream())
            .flatMap(alternative -> alternative.technique().stream())
            .collect(toSet());

    assertThat(used).containsExactlyElementsIn(CATALOG.techniques());
  }

  @Test
  void everythingOfEventletThatHasAMeaningOutsideOfItHasATier() {
    // Patching, hooks into the hub, third-party copies: the proposal leaves them out on purpose.
    Set<String> withoutMeaning =
        Set.of(
            "EVT100",
            "EVT100/use",
            "EVT100/patcher",
            "EVT100/warning-class",
            "EVT100/debug",
            "EVT101",
            "EVT102",
            "EVT102/is-monkey-patched",
            "EVT102/original",
            "EVT102/internals",
            "EVT114/gone",
            "EVT120/debug",
            "EVT151",
            "EVT152",
            "EVT170/zmq",
            "EVT170/mysql",
            "EVT170/profile",
            "EVT181",
            "EVT182",
            "EVT183");

    assertThat(
            CATALOG.patterns().stream()
                .filter(pattern -> pattern.rule().id().startsWith("EVT1"))
                .filter(pattern -> pattern.correspondence().tiers().isEmpty())
                .map(Pattern::key)
                .collect(toSet()))
        .isEqualTo(withoutMeaning);
  }

  @Test
  void everyTierAndEveryDesignPatternHasRules() {
    List<Correspondence> all = CATALOG.patterns().stream().map(Pattern::correspondence).toList();

    assertThat(all.stream().flatMap(one -> one.tiers().stream()).collect(toSet()))
        .containsExactlyElementsIn(Tier.values());
    assertThat(all.stream().flatMap(one -> one.designPatterns().stream()).collect(toSet()))
        .containsExactlyElementsIn(DesignPattern.values());
  }

  @Test
  void everyReasonIsASentence() {
    Set<String> fragments =
        CATALOG.patterns().stream()
            .filter(pattern -> !pattern.reason().matches("(?s)[A-Z`a-z].*\\."))
            .map(Pattern::key)
            .collect(toSet());

    assertThat(fragments).isEmpty();
  }

  @Test
  void everyRuleHasAPattern() {
    Set<Rule> without =
        CATALOG.rules().stream()
            .filter(rule -> CATALOG.patternsOf(rule).isEmpty())
            .collect(toSet());

    assertThat(without).isEmpty();
  }

  @Test
  void indexListsEveryFile() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("resources/rules"))) {
      assertThat(BuiltInRules.files().stream().map(RuleFile::name).toList())
          .containsExactlyElementsIn(
              files
                  .map(file -> "rules/" + file.getFileName())
                  .filter(name -> name.endsWith(".config"))
                  .toList());
    }
  }

  @Test
  void filesHoldRulesAndPatternsOnly() throws Exception {
    for (RuleFile file : BuiltInRules.files()) {
      Config config = new Config();
      config.fromText(file.text());
      assertWithMessage(file.name())
          .that(Set.of("rule", "pattern", "technique"))
          .containsAtLeastElementsIn(config.getSections());
    }
  }

  static List<String> publicInterface() throws IOException {
    return resource("eventlet-api.txt");
  }

  private static String idOf(UsageKind kind, String name) {
    return CATALOG.match(kind, name).orElseThrow().rule().id();
  }

  private static List<String> resource(String name) throws IOException {
    try (InputStream stream = BuiltInRulesTest.class.getResourceAsStream("/rules/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
