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

package com.googlesource.gerrit.plugins.eventletguard.inventory;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.change.SkippedFile;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.Series;
import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far a project is.
 *
 * @param name how the user names it
 * @param deliverable what its files say about it
 * @param stage where its branch stands
 * @param series what its branch belongs to
 * @param activity how its repository lives; empty when there is none
 * @param inactive why nobody is to be expected to migrate it, as a phrase
 * @param usages every finding of its tree
 * @param skipped the files that were not scanned
 * @param blockers what is in the way
 * @param checklist the steps
 * @param effort what is left to do, in hours
 * @param criteria what the community goal asks of it
 * @param history how it came here; empty when nobody asked
 */
public record Inventory(
    String name,
    Deliverable deliverable,
    Stage stage,
    Series series,
    Optional<Activity> activity,
    Optional<String> inactive,
    Usages usages,
    List<SkippedFile> skipped,
    Blockers blockers,
    Checklist checklist,
    Effort effort,
    List<Criterion> criteria,
    Optional<History> history) {

  /**
   * The order in which to go about several projects: those that live before those that do not, what
   * is left before what is complete, services before libraries, and the least work first.
   */
  public static final Comparator<Inventory> ORDER =
      Comparator.comparing((Inventory inventory) -> inventory.inactive().isPresent())
          .thenComparing(Inventory::isComplete)
          .thenComparing(inventory -> inventory.deliverable().kind())
          .thenComparing(inventory -> inventory.effort().hours().likely())
          .thenComparing(Inventory::name);

  /**
   * A tree to take stock of.
   *
   * @param name how the user names it
   * @param files its files
   * @param findings what a scan of all of it found
   * @param skipped the files that were not scanned
   * @param activity how its repository lives; empty when there is none
   */
  public record Subject(
      String name,
      TreeFiles files,
      List<Finding> findings,
      List<SkippedFile> skipped,
      Optional<Activity> activity) {
    public Subject {
      requireNonNull(name, "name");
      requireNonNull(files, "files");
      findings = findings.stream().sorted(Finding.ORDER).toList();
      skipped = List.copyOf(skipped);
      requireNonNull(activity, "activity");
    }
  }

  /**
   * Takes stock of a tree.
   *
   * @param policy of its branch
   * @param kind whether it is a service; empty to tell by its files
   * @param today the day against which its activity is held
   * @throws IOException if a file cannot be read
   */
  public static Inventory of(
      Subject subject, BranchPolicy policy, Optional<Deliverable.Kind> kind, LocalDate today)
      throws IOException {
    Usages usages = Usages.of(policy, subject.findings());
    Deliverable deliverable =
        Deliverable.read(
            subject.files(), subject.findings().stream().map(Finding::path).toList(), kind);
    return new Inventory(
        subject.name(),
        deliverable,
        policy.stage(),
        policy.series(),
        subject.activity(),
        inactive(deliverable, subject.activity(), today),
        usages,
        subject.skipped(),
        Blockers.of(usages),
        Checklist.of(deliverable, policy.stage(), usages),
        EffortModel.builtIn().estimate(usages),
        Criterion.of(deliverable, usages),
        Optional.empty());
  }

  private static Optional<String> inactive(
      Deliverable deliverable, Optional<Activity> activity, LocalDate today) {
    return deliverable
        .retired()
        .map(path -> "retired, as " + path + " says")
        .or(
            () ->
                activity
                    .filter(life -> life.isInactive(today))
                    .map(
                        life ->
                            life.lastCommit()
                                .map(day -> "no commit by a person since " + day)
                                .orElse("no commit by a person")));
  }

  /** The same inventory with how it came about. */
  public Inventory with(History past) {
    return new Inventory(
        name,
        deliverable,
        stage,
        series,
        activity,
        inactive,
        usages,
        skipped,
        blockers,
        checklist,
        effort,
        criteria,
        Optional.of(past));
  }

  /** Whether the project meets all that the goal asks of it. */
  public boolean isComplete() {
    return criteria.stream().allMatch(criterion -> criterion.state() == State.DONE);
  }
}
