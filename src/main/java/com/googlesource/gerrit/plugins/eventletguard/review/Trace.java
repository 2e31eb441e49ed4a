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

package com.googlesource.gerrit.plugins.eventletguard.review;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.change.Location;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of the finding that a thread is about.
 *
 * @param location where it stands in the patch set under review, when it does
 * @param goneSince the first patch set without it, when it is gone; else 0
 * @param backSince when it came back last, if it was gone in between
 */
record Trace(
    Status status, Optional<Location> location, int goneSince, Optional<Instant> backSince) {
  enum Status {
    /** The change still brings it. */
    THERE,
    /** The change no longer brings it. */
    GONE,
    /** The rules of today do not find it where the thread stands. */
    NOT_RECOGNISED,
    /** Its file could not be scanned, or its commit not be read. */
    UNKNOWN
  }

  static final Trace NOT_RECOGNISED =
      new Trace(Status.NOT_RECOGNISED, Optional.empty(), 0, Optional.empty());
  static final Trace UNKNOWN = new Trace(Status.UNKNOWN, Optional.empty(), 0, Optional.empty());

  Trace {
    requireNonNull(status, "status");
    requireNonNull(location, "location");
    requireNonNull(backSince, "backSince");
  }

  static Trace there(Location location, Optional<Instant> backSince) {
    return new Trace(Status.THERE, Optional.of(location), 0, backSince);
  }

  static Trace gone(int since) {
    return new Trace(Status.GONE, Optional.empty(), since, Optional.empty());
  }
}
