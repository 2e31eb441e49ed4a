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

import java.util.List;
import java.util.Map;

/**
 * How the plugin does.
 *
 * @param version of the plugin
 * @param engine what tells the version of the scanner, for caches
 * @param enabled whether it does anything at all on this server
 * @param account the user name of the account that reviews
 * @param accountFound whether there is such an account
 * @param since when the plugin started, in UTC
 * @param scans how many scans ended how since then, by the outcome's word
 * @param failures the last failures, the newest first
 */
public record StatusInfo(
    String version,
    String engine,
    Rules rules,
    boolean enabled,
    String account,
    boolean accountFound,
    Queue queue,
    SweepState sweep,
    String since,
    Map<String, Long> scans,
    List<FailureInfo> failures) {
  /**
   * The built-in rules.
   *
   * @param digest of what they look for
   */
  public record Rules(int count, String digest) {}

  /**
   * The scans that wait or run.
   *
   * @param changes how many changes wait for a scan or have one
   * @param threads how many scans run at a time
   */
  public record Queue(int changes, int threads) {}

  /**
   * The search for changes that events missed.
   *
   * @param intervalSeconds 0 when there is none
   */
  public record SweepState(long intervalSeconds, long windowSeconds) {}

  /**
   * A scan that failed.
   *
   * @param at when, in UTC
   * @param scan the change and patch set, as {@code project~number/patchSet}
   * @param again whether it was tried again
   */
  public record FailureInfo(String at, String scan, String message, boolean again) {}
}
