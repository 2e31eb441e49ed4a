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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.change.Location;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.scan.FileKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds safe fixes. Safe for use by several threads. */
public final class Fixer {
  /** Gives the content of a file that has findings. */
  @FunctionalInterface
  public interface Files {
    /**
     * The file at a path.
     *
     * @return empty when there is no such file any longer
     * @throws IOException if it cannot be read
     */
    Optional<SourceFile> read(String path) throws IOException;
  }

  /** More findings of one file are nothing that a person fixes one by one. */
  private static final int MOST_FINDINGS = 200;

  /** So much of a change is read again for fixes, at about a megabyte a second. */
  private static final int MOST_BYTES_OF_A_CHANGE = 4 << 20;

  private static final Map<FileKind, FileFixer> FIXERS =
      new EnumMap<>(
          Map.of(
              FileKind.PYTHON, new PythonFixer(),
              FileKind.INI, new OptionLineFixer(/* template= */ false),
              FileKind.TEMPLATE, new OptionLineFixer(/* template= */ true),
              FileKind.YAML, new YamlOptionFixer(),
              FileKind.SHELL, new ShellVariableFixer(),
              FileKind.REQUIREMENTS, new RequirementLineFixer(),
              FileKind.SETUP_CFG, new RequirementLineFixer(),
              FileKind.PYPROJECT, new PyprojectFixer()));

  private final FixConditions conditions;

  public Fixer(FixConditions conditions) {
    this.conditions = requireNonNull(conditions, "conditions");
  }

  /**
   * The fixes of what a change introduces and that counts, where the branch offers fixes. Of files
   * that come to more than 4 MB together, the first are looked at, in the order of their paths.
   *
   * @param files the tree with the change
   * @throws IOException if a file cannot be read
   */
  public static Fixes find(BranchPolicy policy, JudgedReport report, Files files)
      throws IOException {
    if (!policy.offersFixes()) {
      return Fixes.NONE;
    }
    List<Finding> all =
        Stream.of(report.introduced(), report.shifted())
            .flatMap(List::stream)
            .map(Judgement::finding)
            .toList();
    return new Fixer(FixConditions.of(policy, all))
        .find(report.counted().introduced(), upTo(MOST_BYTES_OF_A_CHANGE, files));
  }

  /** The first files, as far as they are not more than so many bytes together. */
  static Files upTo(int most, Files files) {
    AtomicInteger left = new AtomicInteger(most);
    return path ->
        left.get() < 0
            ? Optional.empty()
            : files.read(path).filter(file -> left.addAndGet(-file.content().length) >= 0);
  }

  /**
   * The fix of each finding that has one. Each holds alone: whoever applies several of one file
   * asks {@link #fixAll} for what they come to together.
   *
   * @throws IOException if a file cannot be read
   */
  public Fixes find(Collection<Finding> findings, Files files) throws IOException {
    Map<Location, Fix> fixes = new HashMap<>();
    for (Map.Entry<String, List<Finding>> file : allowed(findings).entrySet()) {
      Optional<SourceFile> content = files.read(file.getKey());
      if (content.isPresent()) {
        Opened.of(content.get()).ifPresent(opened -> opened.find(file.getValue(), fixes));
      }
    }
    return new Fixes(fixes);
  }

  /**
   * A file with as many of its findings fixed as there are safe fixes for.
   *
   * @return empty when nothing is fixed
   */
  public Optional<FixedFile> fixAll(SourceFile file, Collection<Finding> findings) {
    List<Finding> allowed = allowed(findings).getOrDefault(file.path(), List.of());
    return allowed.isEmpty()
        ? Optional.empty()
        : Opened.of(file).flatMap(opened -> opened.fixAll(allowed));
  }

  /**
   * A file that is opened once for all of its findings.
   *
   * @param text the file
   * @param kind what fixes files of its kind
   * @param file what fixes this one
   */
  private record Opened(SourceText text, FileFixer kind, FileFixer.OpenFile file) {
    /** None for a file whose bytes could not be kept: some encodings spell a text in many ways. */
    static Optional<Opened> of(SourceFile file) {
      Optional<FileFixer> kind =
          FileKind.of(file).flatMap(one -> Optional.ofNullable(FIXERS.get(one)));
      if (kind.isEmpty()) {
        return Optional.empty();
      }
      SourceText text = SourceText.of(file);
      return Arrays.equals(text.encode(text.text()), file.content())
          ? kind.get().open(text).map(open -> new Opened(text, kind.get(), open))
          : Optional.empty();
    }

    void find(List<Finding> findings, Map<Location, Fix> out) {
      for (Finding finding : standing(text, findings)) {
        alone(finding)
            .ifPresent(
                edits ->
                    out.put(
                        Location.of(finding),
                        new Fix(
                            kind.description(finding),
                            edits.replacements(text),
                            edits.lines(text),
                            text.isPlainUtf8())));
      }
    }

    Optional<FixedFile> fixAll(List<Finding> findings) {
      List<Finding> chosen = together(standing(text, findings));
      if (chosen.isEmpty()) {
        return Optional.empty();
      }
      Edits edits = file.edits(chosen).orElseThrow();
      Map<Finding, String> fixed = new LinkedHashMap<>();
      chosen.forEach(finding -> fixed.put(finding, kind.description(finding)));
      return Optional.of(new FixedFile(text.encode(edits.apply(text.text())), fixed));
    }

    private Optional<Edits> alone(Finding finding) {
      return file.edits(List.of(finding)).filter(edits -> !edits.isEmpty());
    }

    /** Those that can be fixed together: a mapping must keep an entry, for example. */
    private List<Finding> together(List<Finding> findings) {
      List<Finding> alone =
          findings.stream().filter(finding -> alone(finding).isPresent()).toList();
      if (file.edits(alone).isPresent()) {
        return alone;
      }
      List<Finding> chosen = new ArrayList<>();
      for (Finding finding : alone) {
        chosen.add(finding);
        if (file.edits(chosen).isEmpty()) {
          chosen.removeLast();
        }
      }
      return chosen;
    }
  }

  /** Those that stand where they were found: a file may have changed since. */
  private static List<Finding> standing(SourceText text, List<Finding> findings) {
    return findings.stream().filter(finding -> stands(text, finding)).toList();
  }

  private static boolean stands(SourceText text, Finding finding) {
    return finding.range().endLine() <= text.lineCount()
        && text.end(finding.range()) <= text.text().length()
        && text.text()
            .substring(text.start(finding.range()), text.end(finding.range()))
            .equals(finding.usage().sourceText());
  }

  /** Findings that may be fixed, by file, in the order of each. */
  private Map<String, List<Finding>> allowed(Collection<Finding> findings) {
    Map<String, List<Finding>> byPath =
        findings.stream()
            .filter(conditions::allow)
            .sorted(Finding.ORDER)
            .collect(Collectors.groupingBy(Finding::path, TreeMap::new, Collectors.toList()));
    byPath.values().removeIf(file -> file.size() > MOST_FINDINGS);
    return byPath;
  }
}
