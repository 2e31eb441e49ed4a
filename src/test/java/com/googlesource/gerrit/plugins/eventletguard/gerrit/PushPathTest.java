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

package com.googlesource.gerrit.plugins.eventletguard.gerrit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.google.gerrit.extensions.common.ChangeInfo;
import com.google.gerrit.extensions.common.RevisionInfo;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The server calls the listener on the thread of the push. */
final class PushPathTest {
  @Test
  void listenerDependsOnNothingButTheQueueAndTheEvents() {
    JavaClasses listener = new ClassFileImporter().importClasses(ChangeEventListener.class);

    classes()
        .should()
        .onlyDependOnClassesThat(
            belongToAnyOf(
                    ChangeEventListener.class,
                    ScanQueue.class,
                    ScanRequest.class,
                    Trigger.class,
                    ChangeKey.class,
                    ChangeInfo.class,
                    RevisionInfo.class)
                .or(
                    resideInAnyPackage(
                        "java.lang", "com.google.inject", "com.google.gerrit.extensions.events")))
        .check(listener);
  }
}
