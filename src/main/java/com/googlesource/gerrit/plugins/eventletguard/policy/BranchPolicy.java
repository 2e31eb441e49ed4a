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

package com.googlesource.gerrit.plugins.eventletguard.policy;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.change.ChangeReport;
import com.googlesource.gerrit.plugins.eventletguard.change.DroppedOption;
import com.googlesource.gerrit.plugins.eventletguard.change.InheritedFindings;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Via;
import java.util.List;
import java.util.Optional;

/**
 * Judges findings for a branch: how much each matters there, and what makes it legitimate.
 * Immutable.
 *
 * <p>What silences a finding is asked for in this order: the settings (its rule, its path), a
 * comment at its place, a facade, a guard, and that it stands in a test.
 */
public final class BranchPolicy {
  private final BranchSettings settings;
  private final boolean enforced;
  private final Stage stage;
  private final Series series;
  private final Releases releases;
  private final Guards guards;
  private final Paths paths;

  /**
   * @param settings what the project says about the branch
   * @param stage where the branch stands
   * @param series what it belongs to
   */
  public BranchPolicy(BranchSettings settings, Stage stage, Series series) {
    this(settings, stage, series, /* enforced= */ false);
  }

  private BranchPolicy(BranchSettings settings, Stage stage, Series series, boolean enforced) {
    this.settings = requireNonNull(settings, "settings");
    this.enforced = enforced;
    this.stage = requireNonNull(stage, "stage");
    this.series = requireNonNull(series, "series");
    this.releases = new Releases(series);
    this.guards = new Guards(settings);
    this.paths = new Paths(settings);
  }

  /**
   * The same policy without what an author can write to silence a finding: neither comments nor the
   * commit message count, unless what the message says was verified.
   */
  public BranchPolicy enforced() {
    return new BranchPolicy(settings, stage, series, /* enforced= */ true);
  }

  public Stage stage() {
    return stage;
  }

  /** How what patterns speak about stands in the series of the branch. */
  public Releases releases() {
    return releases;
  }

  /** Whether fixes are offered for what is found. */
  public boolean offersFixes() {
    return settings.offersFixes();
  }

  public Series series() {
    return series;
  }

  /** The same policy, were the branch at another stage. */
  public BranchPolicy at(Stage other) {
    return new BranchPolicy(settings, other, series, enforced);
  }

  /** Whether a path is a test's. */
  public boolean isTest(String path) {
    return paths.isTest(path);
  }

  /** Judges findings, in their order. */
  public List<Judgement> judge(List<Finding> findings) {
    return findings.stream().map(this::judge).toList();
  }

  /**
   * Why a commit asks to skip the check, where that is obeyed.
   *
   * @param message the commit's
   */
  public Optional<String> skipReason(String message) {
    return enforced ? Optional.empty() : SkipFooter.reason(message);
  }

  /**
   * Judges what a change does that reverts another commit or was picked from one.
   *
   * @param inherited what of the report comes from there
   */
  public JudgedReport judge(ChangeReport report, InheritedFindings inherited) {
    JudgedReport judged = judge(report);
    if (enforced && !inherited.verified()) {
      return judged;
    }
    return new Inheritance(inherited).silence(report, judged);
  }

  /** Judges what a change does. */
  public JudgedReport judge(ChangeReport report) {
    return new JudgedReport(
        new Consolidation(paths, report.removed()).silence(judge(report.introduced())),
        judge(report.removed()),
        report.kept(),
        judge(report.shifted()),
        report.skipped(),
        hints(report.dropped()));
  }

  /** Nobody deploys what a test declares. */
  private List<DeprecationHint> hints(List<DroppedOption> dropped) {
    return dropped.stream()
        .filter(option -> !paths.isTest(option.finding().path()))
        .filter(option -> judge(option.finding()).counts())
        .map(option -> DeprecationHint.of(option, series))
        .toList();
  }

  private Judgement judge(Finding finding) {
    Optional<Silence> silence =
        bySettings(finding)
            .or(() -> bySuppression(finding))
            .or(() -> byFacade(finding))
            .or(() -> byFacadeOnTheWay(finding))
            .or(() -> byGuard(finding))
            .or(() -> byTests(finding))
            .or(() -> bySeries(finding));
    return new Judgement(finding.judged(severity(finding), remark(finding)), silence);
  }

  private Optional<Silence> bySettings(Finding finding) {
    if (settings.disabledRules().contains(finding.rule().id())) {
      return Optional.of(
          new Silence(
              Silence.By.RULE,
              "The settings of the branch disable %s.".formatted(finding.rule().id())));
    }
    return paths
        .ignored(finding.path())
        .map(
            glob ->
                new Silence(
                    Silence.By.PATH, "The settings of the branch leave out `%s`.".formatted(glob)));
  }

  private Optional<Silence> bySuppression(Finding finding) {
    return enforced
        ? Optional.empty()
        : Suppressions.find(finding).map(reason -> new Silence(Silence.By.SUPPRESSION, reason));
  }

  /** Inside a facade the import is what counts; what the facade does with it is its job. */
  private Optional<Silence> byFacade(Finding finding) {
    return Symbols.isCode(finding)
            && finding.usage().kind() != UsageKind.IMPORT
            && paths.isFacade(finding.path())
        ? Optional.of(
            new Silence(
                Silence.By.FACADE, "It stands in a facade, where only what is imported counts."))
        : Optional.empty();
  }

  /** What comes through a facade counts there. */
  private Optional<Silence> byFacadeOnTheWay(Finding finding) {
    return finding
        .usage()
        .via()
        .flatMap(via -> via.modules().stream().filter(paths::isFacade).findFirst())
        .map(
            facade ->
                new Silence(
                    Silence.By.FACADE,
                    "It comes through the facade `%s`, where it counts.".formatted(facade)));
  }

  private Optional<Silence> byGuard(Finding finding) {
    return guards
        .find(finding)
        .or(() -> guards.findOnTheWay(finding))
        .filter(guard -> guard.strength().compareTo(leastStrength()) >= 0)
        .map(guard -> new Silence(Silence.By.GUARD, guard.reason()));
  }

  /**
   * Before there are two modes a check of availability proves nothing; after Eventlet is gone only
   * what keeps it out is welcome.
   */
  private Guard.Strength leastStrength() {
    return switch (stage) {
      case EVENTLET -> Guard.Strength.MODE;
      case DUAL -> Guard.Strength.OPTIONAL;
      case REMOVED -> Guard.Strength.POISON;
    };
  }

  private Optional<Silence> byTests(Finding finding) {
    return testsPolicy() == TestsPolicy.IGNORE && paths.isTest(finding.path())
        ? Optional.of(
            new Silence(Silence.By.TESTS, "It stands in a test, and the branch ignores tests."))
        : Optional.empty();
  }

  private Optional<Silence> bySeries(Finding finding) {
    boolean concernsStage = stage != Stage.EVENTLET && Symbols.needsEventlet(finding);
    return releases.isNotDeprecatedYet(finding.pattern()) && !concernsStage
        ? Optional.of(
            new Silence(
                Silence.By.SERIES,
                "It is not deprecated in %s, the series of the branch.".formatted(series)))
        : Optional.empty();
  }

  private TestsPolicy testsPolicy() {
    return testsPolicy(settings, stage);
  }

  private static TestsPolicy testsPolicy(BranchSettings settings, Stage stage) {
    return settings.tests().orElse(stage == Stage.DUAL ? TestsPolicy.IGNORE : TestsPolicy.INFO);
  }

  /** The word for what findings in tests are worth at a stage. */
  public static String testsWord(BranchSettings settings, Stage stage) {
    return testsPolicy(settings, stage).word();
  }

  private Severity severity(Finding finding) {
    if (testsPolicy() != TestsPolicy.JUDGE && paths.isTest(finding.path())) {
      return Severity.INFO;
    }
    if (finding.usage().via().filter(this::isOptional).isPresent()) {
      return Severity.INFO;
    }
    Severity said = settings.severities().get(finding.rule().id());
    return said == null ? severityByStage(finding) : said;
  }

  /**
   * Whether a module on the way copes without Eventlet: it binds the name to something else as
   * well, or expects in a branch with two modes that there is none.
   */
  private boolean isOptional(Via via) {
    return !via.certain() || (stage == Stage.DUAL && Guards.isOptional(via.offered()));
  }

  private Severity severityByStage(Finding finding) {
    Severity severity = finding.pattern().severity();
    if (severity == Severity.INFO
        || finding.pattern().everyStage()
        || releases.isGone(finding.pattern())) {
      return severity;
    }
    if (stage != Stage.REMOVED && paths.isJob(finding.path()) && Symbols.selectsMode(finding)) {
      // As long as the mode is supported, jobs test it.
      return Severity.INFO;
    }
    return switch (stage) {
      case EVENTLET -> whereItStillWorks(finding);
      case DUAL -> Symbols.needsEventlet(finding) ? Severity.ERROR : whereItStillWorks(finding);
      case REMOVED -> Symbols.bringsEventlet(finding) ? Severity.ERROR : whereItStillWorks(finding);
    };
  }

  /** An option is gone when its library says so; anything else goes with Eventlet. */
  private Severity whereItStillWorks(Finding finding) {
    return finding.usage().kind() != UsageKind.OPTION || releases.stillWorks(finding.pattern())
        ? Severity.WARNING
        : finding.pattern().severity();
  }

  private Optional<String> remark(Finding finding) {
    Optional<String> remark = releases.remark(finding.pattern());
    if (remark.isPresent()
        || !Symbols.needsEventlet(finding)
        || finding.pattern().everyStage()
        || finding.pattern().severity() == Severity.INFO) {
      return remark;
    }
    return switch (stage) {
      case EVENTLET ->
          Optional.of(
              "The community goal retires Eventlet from OpenStack with %s."
                  .formatted(SeriesCalendar.builtIn().retirement()));
      case DUAL -> Optional.of(NativeMode.remark(finding));
      case REMOVED -> Optional.of("This branch runs without Eventlet, and is to stay so.");
    };
  }
}
