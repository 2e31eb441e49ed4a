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

/**
 * What holds for the changes of a branch, and where each value comes from.
 *
 * @param branch the full name of the ref
 * @param settings what the project decides, every key
 * @param stage where the branch stands
 * @param series what it belongs to
 * @param branchSettings what stands in the branch's own file, as it stands there
 * @param problems what is wrong in that file
 */
public record ConfigInfo(
    String project,
    String branch,
    List<SettingInfo> settings,
    SettingInfo stage,
    SettingInfo series,
    List<SettingInfo> branchSettings,
    List<String> problems) {
  /**
   * What holds for a key.
   *
   * @param source the file that has the value, or what it is computed from
   */
  public record SettingInfo(String key, String value, String source) {}
}
