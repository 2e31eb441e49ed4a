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

package com.googlesource.gerrit.plugins.eventletguard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the direction of dependencies that docs/design.md draws. */
@AnalyzeClasses(
    packages = "com.googlesource.gerrit.plugins.eventletguard",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "com.googlesource.gerrit.plugins.eventletguard.";

  @ArchTest
  static final ArchRule dependenciesPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("rules")
          .definedBy(ROOT + "rules..")
          .layer("scan")
          .definedBy(ROOT + "scan..")
          .layer("change")
          .definedBy(ROOT + "change..")
          .layer("policy")
          .definedBy(ROOT + "policy..")
          .layer("fix")
          .definedBy(ROOT + "fix..")
          .layer("report")
          .definedBy(ROOT + "report..")
          .layer("inventory")
          .definedBy(ROOT + "inventory..")
          .layer("review")
          .definedBy(ROOT + "review..")
          .layer("gerrit")
          .definedBy(ROOT + "gerrit..")
          .layer("cli")
          .definedBy(ROOT + "cli..")
          .whereLayer("gerrit")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("fix")
          .mayOnlyBeAccessedByLayers("report", "review", "gerrit", "cli")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("gerrit", "cli")
          .whereLayer("inventory")
          .mayOnlyBeAccessedByLayers("report", "gerrit", "cli")
          .whereLayer("review")
          .mayOnlyBeAccessedByLayers("gerrit", "cli")
          .whereLayer("policy")
          .mayOnlyBeAccessedByLayers("fix", "report", "inventory", "review", "gerrit", "cli")
          .whereLayer("change")
          .mayOnlyBeAccessedByLayers(
              "policy", "fix", "report", "inventory", "review", "gerrit", "cli")
          .whereLayer("scan")
          .mayOnlyBeAccessedByLayers(
              "change", "policy", "fix", "report", "inventory", "review", "gerrit", "cli");

  @ArchTest
  static final ArchRule onlyGerritKnowsGerrit =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "gerrit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.gerrit..", "com.google.inject..");

  @ArchTest
  static final ArchRule theEngineNeedsNoGuava =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "gerrit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.common..");

  @ArchTest
  static final ArchRule onlyPythonKnowsItsParser =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "scan.python..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.oracle.graal.python..");

  @ArchTest
  static final ArchRule configurationKnowsNothingOfReviewing =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "gerrit.config..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ROOT + "gerrit..")
                  .and(resideOutsideOfPackage(ROOT + "gerrit.config..")));

  @ArchTest
  static final ArchRule reviewingKnowsNothingOfWhoAsks =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + "gerrit",
              ROOT + "gerrit.cache..",
              ROOT + "gerrit.config..",
              ROOT + "gerrit.monitor..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "gerrit.admin..",
              ROOT + "gerrit.module..",
              ROOT + "gerrit.rest..",
              ROOT + "gerrit.ssh..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule everythingStandsInAPackageOfTheDesign =
      classes()
          .should()
          .resideInAnyPackage(
              ROOT + "rules..",
              ROOT + "scan..",
              ROOT + "change..",
              ROOT + "policy..",
              ROOT + "fix..",
              ROOT + "report..",
              ROOT + "inventory..",
              ROOT + "review..",
              ROOT + "gerrit..",
              ROOT + "cli..");
}
