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

/** Why a scan is wanted. */
public enum Trigger {
  /** A patch set arrived. */
  PATCH_SET,
  /** The change became ready for review or public, or was restored. */
  STATE,
  /** A person answered in a thread, which may be one of ours. */
  THREAD,
  /** A person asked for it, in a comment or by a command. */
  DEMAND,
  /** No event led to it. */
  SWEEP;

  /** Whether a scan is of no use on a change on which the service account has said nothing. */
  boolean isAboutThreads() {
    return this == THREAD;
  }
}
