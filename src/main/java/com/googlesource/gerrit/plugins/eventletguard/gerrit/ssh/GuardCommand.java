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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.ssh;

import com.google.gerrit.extensions.restapi.RestApiException;
import com.google.gerrit.json.OutputFormat;
import com.google.gerrit.sshd.SshCommand;

/** What the commands have in common: what a person can do nothing wrong about is no stack trace. */
abstract class GuardCommand extends SshCommand {
  @Override
  protected final void run() throws UnloggedFailure, Failure, Exception {
    try {
      execute();
    } catch (RestApiException e) {
      throw die(e.getMessage());
    }
  }

  /**
   * Does what the command is for.
   *
   * @throws RestApiException if it cannot be done, or not by this person; the message says why
   */
  abstract void execute() throws Exception;

  /** Prints the JSON that the REST API gives for the same. */
  final void printJson(Object info) {
    stdout.println(OutputFormat.JSON.newGson().toJson(info));
  }
}
