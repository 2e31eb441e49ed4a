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

import com.googlesource.gerrit.plugins.eventletguard.policy.SeriesCalendar;
import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of the migration of one project, in their order, and how far each is.
 *
 * <p>They are those that the proposal of the community goal gives for services and for libraries,
 * ordered as the teams agreed in April 2025: the WSGI server first, the tests last.
 *
 * @param steps every step, done or not
 */
public record Checklist(List<Step> steps) {
  public Checklist {
    steps = List.copyOf(steps);
  }

  static Checklist of(Deliverable deliverable, Stage stage, Usages usages) {
    return new Checklist(new Author(deliverable, stage, usages).write());
  }

  /** The first step of which something is left; empty when everything is done. */
  public Optional<Step> next() {
    return steps.stream().filter(step -> step.state() == State.LEFT).findFirst();
  }

  /** Writes the steps. */
  private static final class Author {
    private final Deliverable deliverable;
    private final Stage stage;
    private final Usages usages;
    private final Map<Task, List<InventoriedFinding>> tasks = new EnumMap<>(Task.class);

    Author(Deliverable deliverable, Stage stage, Usages usages) {
      this.deliverable = deliverable;
      this.stage = stage;
      this.usages = usages;
      for (Task task : Task.values()) {
        tasks.put(task, new ArrayList<>());
      }
      usages
          .findings()
          .forEach(
              finding -> Task.of(finding).ifPresent(task -> tasks.get(taskOf(task)).add(finding)));
    }

    List<Step> write() {
      List<Step> steps =
          switch (deliverable.kind()) {
            case SERVICE -> beginningOfService();
            case LIBRARY -> beginningOfLibrary();
          };
      steps.add(step(Task.PATCHING, "Stop patching the standard library"));
      steps.add(step(Task.PROCESSES, "Start processes without Eventlet"));
      steps.add(
          step(Task.OPTIONS, "Deprecate the options that only Eventlet needs, and let them idle"));
      steps.add(deprecation());
      steps.add(step(Task.TESTS, "Migrate the tests"));
      steps.add(
          step(
              Task.REMOVAL,
              "Remove what only runs on Eventlet, then the requirement (%s)"
                  .formatted(SeriesCalendar.builtIn().retirement())));
      return steps;
    }

    private List<Step> beginningOfService() {
      List<Step> steps = new ArrayList<>();
      steps.add(choice("Choose native threads or asyncio"));
      steps.add(minimum());
      steps.add(step(Task.SERVING, "Serve HTTP without Eventlet's WSGI server"));
      steps.add(step(Task.LIBRARIES, "Use each library in a mode without Eventlet"));
      steps.add(step(Task.CODE, "Replace Eventlet in the service's own code"));
      return steps;
    }

    private List<Step> beginningOfLibrary() {
      List<Step> steps = new ArrayList<>();
      steps.add(minimum());
      steps.add(choice("Choose the packages that replace Eventlet"));
      steps.add(step(Task.CODE, "Offer each driver and executor without Eventlet, too"));
      steps.add(step(Task.LIBRARIES, "Use each library in a mode without Eventlet"));
      steps.add(step(Task.SERVING, "Serve HTTP without Eventlet's WSGI server"));
      return steps;
    }

    private Step step(Task task, String title) {
      List<InventoriedFinding> left = tasks.get(task);
      return left.isEmpty()
          ? new Step(title, State.DONE, left, "nothing is left")
          : new Step(title, State.LEFT, left, "");
    }

    private Step minimum() {
      List<InventoriedFinding> low = tasks.get(Task.MINIMUM);
      String title = "Require Eventlet 0.35 or newer, which asyncio needs beside it";
      if (!low.isEmpty()) {
        return new Step(title, State.LEFT, low, "");
      }
      return new Step(title, State.DONE, List.of(), evidenceOfMinimum());
    }

    private String evidenceOfMinimum() {
      if (usages.findings().stream().noneMatch(Blockers::isRequirement)) {
        return "no file requires it";
      }
      return usages.findings().stream().anyMatch(Blockers::isLowMinimum)
          ? "the choice is native threads, which work beside any"
          : "no requirement admits an older one";
    }

    /** Native threads need no newer Eventlet: then a low minimum goes with the requirement. */
    private Task taskOf(Task task) {
      boolean threads = stage != Stage.EVENTLET && asyncio().isEmpty();
      return task == Task.MINIMUM && threads ? Task.REMOVAL : task;
    }

    private Step choice(String title) {
      return evidenceOfChoice()
          .map(evidence -> new Step(title, State.DONE, List.of(), evidence))
          .orElseGet(
              () ->
                  new Step(
                      title,
                      State.UNKNOWN,
                      List.of(),
                      deliverable.replacements().isEmpty()
                          ? "nothing in the tree tells"
                          : "it requires %s, which may be the choice"
                              .formatted(String.join(", ", deliverable.replacements()))));
    }

    private Optional<String> evidenceOfChoice() {
      return asyncio()
          .or(
              () ->
                  switch (stage) {
                    case EVENTLET -> Optional.empty();
                    case DUAL -> Optional.of("the code asks for the concurrency mode");
                    case REMOVED -> Optional.of("the code runs without Eventlet");
                  });
    }

    private Optional<String> asyncio() {
      return usages.findings().stream()
          .filter(finding -> finding.standing() == Standing.OPEN && Task.isAsyncioHub(finding))
          .findFirst()
          .map(
              finding ->
                  "asyncio beside Eventlet, in %s:%d"
                      .formatted(finding.finding().path(), finding.finding().range().startLine()));
    }

    private Step deprecation() {
      String title =
          "Deprecate running on Eventlet (%s)".formatted(SeriesCalendar.builtIn().deprecation());
      Criterion criterion = Criterion.deprecation(deliverable, usages);
      return new Step(title, criterion.state(), List.of(), criterion.evidence());
    }
  }
}
