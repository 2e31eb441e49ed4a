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
package com.googlesource.gerrit.plugins.eventletguard.gerrit.config;

import com.google.gerrit.extensions.annotations.Exports;
import com.google.gerrit.extensions.api.projects.ProjectConfigEntryType;
import com.google.gerrit.extensions.registration.DynamicSet;
import com.google.gerrit.server.config.ProjectConfigEntry;
import com.google.gerrit.server.git.validators.CommitValidationListener;
import com.google.inject.AbstractModule;
import com.googlesource.gerrit.plugins.eventletguard.review.Notify;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the plugin adds to the server's own configuration: its keys on the page of a project, and
 * the check of what is pushed.
 *
 * <p>The server unsets a value that is equal to the default of its entry. So a choice between words
 * has the default {@value Inheritance#INHERIT}, and any other key none: else a project could not
 * set a key back to what its parent changed.
 */
public final class ConfigModule extends AbstractModule {
  @Override
  protected void configure() {
    DynamicSet.bind(binder(), CommitValidationListener.class).to(ProjectConfigValidator.class);

    choice(
        Inheritance.ENABLED,
        "Review changes",
        "enforced: projects below cannot turn it off, and nothing in a change silences a finding",
        Arrays.stream(Enablement.values()).map(Enablement::word).toList());
    text("label", "Label to vote on", "empty: comments only");
    text("voteOnFindings", "Vote on findings", "a value of the label");
    text("voteOnClean", "Vote without findings", "a value of the label");
    choice(
        "failOn",
        "Findings that count",
        "from this severity on, comments wait for an answer and the vote falls",
        List.of(Severity.WARNING.word(), Severity.ERROR.word()));
    text(
        "acceptLabel",
        "Label that accepts",
        "who may give its highest value accepts a finding by resolving its thread");
    choice("scanWorkInProgress", "Review work in progress", "", List.of("true", "false"));
    text("skipUploader", "Uploaders to leave alone", "user names");
    choice("postResolved", "Post comments resolved", "", List.of("true", "false"));
    text("maxInlineComments", "Inline comments", "at most so many on a patch set");
    choice(
        "notify", "Who gets a mail", "", Arrays.stream(Notify.values()).map(Notify::word).toList());
    choice("dryRun", "Only write to the log", "", List.of("true", "false"));
  }

  private void choice(String key, String name, String description, List<String> words) {
    List<String> permitted = new ArrayList<>(List.of(Inheritance.INHERIT));
    permitted.addAll(words);
    entry(
        key,
        new ProjectConfigEntry(
            name, Inheritance.INHERIT, permitted, /* inheritable= */ true, description));
  }

  private void text(String key, String name, String description) {
    entry(
        key,
        new ProjectConfigEntry(
            name,
            /* defaultValue= */ null,
            ProjectConfigEntryType.STRING,
            /* permittedValues= */ null,
            /* inheritable= */ true,
            description));
  }

  private void entry(String key, ProjectConfigEntry entry) {
    bind(ProjectConfigEntry.class).annotatedWith(Exports.named(key)).toInstance(entry);
  }
}
