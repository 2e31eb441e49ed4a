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

package com.googlesource.gerrit.plugins.eventletguard.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.googlesource.gerrit.plugins.eventletguard.change.Fingerprints;
import com.googlesource.gerrit.plugins.eventletguard.change.SkippedFile;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fix;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fixes;
import com.googlesource.gerrit.plugins.eventletguard.fix.Replacement;
import com.googlesource.gerrit.plugins.eventletguard.policy.DeprecationHint;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.policy.Silence;
import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as a log in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS). The
 * same report gives the same bytes.
 *
 * <p>It is written as plain JSON: the object models for Java need Jackson, which would be the
 * largest part of the command line and of its start.
 */
public final class SarifReport {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final String HOME = "https://removal.eventlet.org/";
  private static final String ROOT = "SRCROOT";

  /** The name, with the version of how it is computed, under which a fingerprint stands. */
  private static final String FINGERPRINT = "usage/v1";

  private final List<Judgement> findings;
  private final List<Pattern> patterns;
  private final boolean ofChange;
  private final UnaryOperator<String> pathInTree;
  private final Fixes fixes;

  private SarifReport(
      Stream<Judgement> findings, boolean ofChange, Fixes fixes, UnaryOperator<String> pathInTree) {
    this.findings = findings.toList();
    this.patterns = firstPatterns(this.findings);
    this.fixes = fixes;
    this.ofChange = ofChange;
    this.pathInTree = pathInTree;
  }

  /**
   * What a change introduces, and what it makes a usage on lines that it does not touch.
   *
   * @param fixes of what it introduces
   */
  public static String of(JudgedReport report, Fixes fixes) {
    return new SarifReport(
            Stream.concat(report.introduced().stream(), report.shifted().stream())
                .sorted((one, other) -> Finding.ORDER.compare(one.finding(), other.finding())),
            /* ofChange= */ true,
            fixes,
            UnaryOperator.identity())
        .write(report.skipped(), report.hints());
  }

  /**
   * What stands in files.
   *
   * @param pathInTree from the path that a finding is shown under to the one from the top of its
   *     tree, by which it is known from one run to the next
   */
  public static String of(
      List<Judgement> findings,
      List<SkippedFile> skipped,
      Fixes fixes,
      UnaryOperator<String> pathInTree) {
    return new SarifReport(findings.stream(), /* ofChange= */ false, fixes, pathInTree)
        .write(skipped, List.of());
  }

  private String write(List<SkippedFile> skipped, List<DeprecationHint> hints) {
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "Eventlet Guard");
    driver.put("informationUri", HOME);
    driver.put("rules", patterns.stream().map(SarifReport::rule).toList());
    List<Map<String, Object>> results = new ArrayList<>();
    List<String> fingerprints =
        Fingerprints.numbered(findings.stream().map(Judgement::finding).toList(), pathInTree);
    for (int i = 0; i < findings.size(); i++) {
      results.add(result(findings.get(i), fingerprints.get(i)));
    }
    Map<String, Object> invocation = new LinkedHashMap<>();
    invocation.put("executionSuccessful", true);
    invocation.put(
        "toolExecutionNotifications",
        Stream.concat(
                skipped.stream().map(SarifReport::notification),
                hints.stream().map(SarifReport::notification))
            .toList());
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("columnKind", "utf16CodeUnits");
    run.put("invocations", List.of(invocation));
    run.put("results", results);
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return GSON.toJson(log) + "\n";
  }

  /** By id, the pattern through which each rule speaks first. */
  private static List<Pattern> firstPatterns(List<Judgement> findings) {
    Map<String, Pattern> byRule = new TreeMap<>();
    findings.forEach(
        judgement ->
            byRule.putIfAbsent(judgement.finding().rule().id(), judgement.finding().pattern()));
    return List.copyOf(byRule.values());
  }

  private static Map<String, Object> rule(Pattern pattern) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", pattern.rule().id());
    rule.put("name", pattern.rule().name());
    rule.put("shortDescription", Map.of("text", pattern.rule().title() + "."));
    rule.put("fullDescription", Map.of("text", pattern.reason()));
    pattern.guide().ifPresent(guide -> rule.put("helpUri", guide.toString()));
    rule.put("defaultConfiguration", Map.of("level", level(pattern.severity())));
    rule.put("properties", Map.of("tags", List.of("eventlet", "migration")));
    return rule;
  }

  private Map<String, Object> result(Judgement judgement, String fingerprint) {
    Finding finding = judgement.finding();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", finding.rule().id());
    result.put("ruleIndex", index(finding));
    result.put("level", level(finding.severity()));
    result.put("message", Map.of("text", Sentences.message(finding)));
    result.put("locations", List.of(location(finding)));
    result.put("partialFingerprints", Map.of(FINGERPRINT, fingerprint));
    if (ofChange) {
      result.put("baselineState", "new");
    }
    // Where some results say that they are not suppressed, those that say nothing are unknown.
    result.put("suppressions", judgement.silence().stream().map(SarifReport::suppression).toList());
    fixes.of(finding).ifPresent(fix -> result.put("fixes", List.of(fix(fix))));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("symbol", finding.usage().symbol());
    properties.put("kind", finding.usage().kind().word());
    finding.usage().via().ifPresent(via -> properties.put("via", via.modules()));
    result.put("properties", properties);
    return result;
  }

  private int index(Finding finding) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).rule().equals(finding.rule())) {
        return i;
      }
    }
    throw new IllegalStateException("a finding of no rule: " + finding.rule().id());
  }

  private static Map<String, Object> location(Finding finding) {
    Map<String, Object> region = region(finding.range());
    region.put("snippet", Map.of("text", finding.usage().sourceText()));
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("artifactLocation", artifact(finding.path()));
    place.put("region", region);
    return Map.of("physicalLocation", place);
  }

  private static Map<String, Object> fix(Fix fix) {
    List<Map<String, Object>> changes = new ArrayList<>();
    fix.replacements().stream()
        .collect(Collectors.groupingBy(Replacement::path, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (path, replacements) -> {
              Map<String, Object> change = new LinkedHashMap<>();
              change.put("artifactLocation", artifact(path));
              change.put(
                  "replacements", replacements.stream().map(SarifReport::replacement).toList());
              changes.add(change);
            });
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("description", Map.of("text", fix.description() + "."));
    members.put("artifactChanges", changes);
    return members;
  }

  private static Map<String, Object> replacement(Replacement replacement) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("deletedRegion", region(replacement.range()));
    if (!replacement.text().isEmpty()) {
      members.put("insertedContent", Map.of("text", replacement.text()));
    }
    return members;
  }

  /** Columns are counted from 1; the end is exclusive, as ours is. */
  private static Map<String, Object> region(Range range) {
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", range.startLine());
    region.put("startColumn", range.startCharacter() + 1);
    region.put("endLine", range.endLine());
    region.put("endColumn", range.endCharacter() + 1);
    return region;
  }

  private static Map<String, Object> artifact(String path) {
    Map<String, Object> artifact = new LinkedHashMap<>();
    artifact.put("uri", uri(path));
    if (!path.startsWith("/")) {
      artifact.put("uriBaseId", ROOT);
    }
    return artifact;
  }

  /** A path as a reference (RFC 3986): relative to the tree's root, or of the file system. */
  private static String uri(String path) {
    try {
      if (path.startsWith("/")) {
        return new URI("file", "", path, null).toASCIIString();
      }
      // After a dot and a slash no colon in the first name can be taken for a scheme.
      String uri = new URI(null, null, "./" + path, null).toASCIIString();
      String rest = uri.substring(2);
      int slash = rest.indexOf('/');
      return rest.substring(0, slash < 0 ? rest.length() : slash).contains(":") ? uri : rest;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("every path can be quoted: " + path, e);
    }
  }

  private static Map<String, Object> suppression(Silence silence) {
    Map<String, Object> suppression = new LinkedHashMap<>();
    suppression.put(
        "kind",
        switch (silence.by()) {
          case GUARD, SUPPRESSION, FACADE -> "inSource";
          default -> "external";
        });
    suppression.put("status", "accepted");
    suppression.put("justification", silence.reason());
    return suppression;
  }

  private static Map<String, Object> notification(SkippedFile file) {
    return notification(
        file.reason().hidesUsages() ? "warning" : "note",
        "%s: not scanned (%s)".formatted(file.path(), file.reason().word()),
        file.path());
  }

  /** No result: what it is about stands in the new tree no more. */
  private static Map<String, Object> notification(DeprecationHint hint) {
    return notification("note", hint.placed(), hint.finding().path());
  }

  private static Map<String, Object> notification(String level, String text, String path) {
    Map<String, Object> notification = new LinkedHashMap<>();
    notification.put("level", level);
    notification.put("message", Map.of("text", text));
    notification.put(
        "locations",
        List.of(Map.of("physicalLocation", Map.of("artifactLocation", artifact(path)))));
    return notification;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }
}
