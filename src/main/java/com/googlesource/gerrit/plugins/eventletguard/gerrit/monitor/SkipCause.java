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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor;

/** Why a change is not scanned. */
public enum SkipCause {
  DISABLED("disabled", "Eventlet Guard is switched off on this server"),
  NOT_ENABLED("not_enabled", "Eventlet Guard is not enabled for the project"),
  READ_ONLY("read_only", "the project does not exist or is read-only"),
  GONE("gone", "the change does not exist"),
  CLOSED("closed", "the change is not open"),
  WORK_IN_PROGRESS("work_in_progress", "the change is work in progress"),
  NOT_A_BRANCH("not_a_branch", "the change is not for a branch under refs/heads/"),
  UPLOADER("uploader", "changes by this uploader are left alone (skipUploader)"),
  NO_ACCOUNT("no_account", "there is no account to review with; the server's log says more"),
  NOT_VISIBLE("not_visible", "the account that reviews cannot see the change");

  private final String word;
  private final String sentence;

  SkipCause(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  /** As metrics and JSON have it. */
  public String word() {
    return word;
  }

  /** Tells a person, without a capital or full stop. */
  public String sentence() {
    return sentence;
  }
}
