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

import com.google.gerrit.extensions.common.AccountInfo;
import com.google.gerrit.extensions.common.ChangeInfo;
import com.google.gerrit.extensions.common.RevisionInfo;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ServerSettings;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The server calls the listeners on the thread of the push. */
final class PushPathTest {
  @Test
  void listenerDependsOnNothingButTheQueueAndTheEvents() {
    onlyDependsOn(
        ChangeEventListener.class,
        ScanQueue.class,
        ScanRequest.class,
        Trigger.class,
        ChangeKey.class,
        ChangeInfo.class,
        RevisionInfo.class);
  }

  /** A push can publish comments, too. */
  @Test
  void listenerToCommentsDependsOnNothingElseButTextsAndItsLimit() {
    onlyDependsOn(
        CommentListener.class,
        CommentRequests.class,
        DemandLimit.class,
        ServerSettings.class,
        ScanQueue.class,
        ScanRequest.class,
        Trigger.class,
        ChangeKey.class,
        AccountInfo.class,
        ChangeInfo.class,
        RevisionInfo.class);
    onlyDependsOn(CommentRequests.class);
  }

  private static void onlyDependsOn(Class<?> listener, Class<?>... others) {
    JavaClasses imported = new ClassFileImporter().importClasses(listener);

    classes()
        .should()
        .onlyDependOnClassesThat(
            belongToAnyOf(listener)
                .or(belongToAnyOf(others))
                .or(
                    resideInAnyPackage(
                        "java.lang",
                        "java.util..",
                        "com.google.inject",
                        "com.google.gerrit.extensions.events")))
        .check(imported);
  }
}
