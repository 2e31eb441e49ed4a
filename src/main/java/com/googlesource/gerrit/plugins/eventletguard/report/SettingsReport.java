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

package com.googlesource.gerrit.plugins.eventletguard.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What holds for a branch, and where each value comes from. */
public final class SettingsReport {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /**
   * One value.
   *
   * @param key such as {@code stage}, {@code guard.condition}
   * @param source where it comes from, and why
   */
  public record Setting(String key, String value, String source) {}

  private SettingsReport() {}

  /** A line for each value. */
  public static String text(List<Setting> settings) {
    StringBuilder out = new StringBuilder();
    settings.forEach(
        setting ->
            out.append(
                "%s = %s  (%s)\n".formatted(setting.key(), setting.value(), setting.source())));
    return out.toString();
  }

  /** One object with the values as a list. */
  public static String json(List<Setting> settings) {
    List<Map<String, String>> values =
        settings.stream()
            .<Map<String, String>>map(
                setting -> {
                  Map<String, String> members = new LinkedHashMap<>();
                  members.put("key", setting.key());
                  members.put("value", setting.value());
                  members.put("source", setting.source());
                  return members;
                })
            .toList();
    return GSON.toJson(Map.of("settings", values)) + "\n";
  }
}
