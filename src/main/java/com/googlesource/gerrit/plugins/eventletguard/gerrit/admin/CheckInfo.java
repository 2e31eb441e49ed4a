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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.admin;

import com.google.gson.JsonElement;

/**
 * What is known of a patch set; members are absent where nothing is.
 *
 * @param patchSet its number, from 1
 * @param current whether it is the change's current one
 * @param queued present and true when the change waits for a scan or has one
 * @param outcome how its last scan ended
 * @param branch the full name of the ref that the change was for then
 * @param scanned when, in UTC
 * @param skipped why the change is not scanned now, as a word
 * @param skippedReason the same as a sentence
 * @param report what the patch set introduces, removes and keeps, as the command line has it
 */
public record CheckInfo(
    int patchSet,
    boolean current,
    Boolean queued,
    String outcome,
    String branch,
    String scanned,
    String skipped,
    String skippedReason,
    JsonElement report) {}
