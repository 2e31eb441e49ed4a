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

import com.google.common.flogger.FluentLogger;
import com.google.gerrit.extensions.annotations.PluginName;
import com.google.gerrit.server.config.GerritServerConfig;
import com.google.gerrit.server.config.SitePaths;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.review.ReviewSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/**
 * What the site's administrator decides, in {@code gerrit.config}. Read once, when the plugin
 * starts: reading again would look at the file on every event.
 */
@Singleton
public final class ServerSettings {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();

  private static final String FILE = "gerrit.config";
  private static final String PLUGIN = "plugin";

  static final String DEFAULT_ACCOUNT = "eventlet-guard";
  private static final int DEFAULT_THREADS = 2;
  private static final int MAX_THREADS = 64;
  private static final int MAX_INLINE_COMMENTS = 1000;
  private static final int DEFAULT_FILES = 5_000;
  private static final int MAX_FILES = 1_000_000;
  private static final Duration DEFAULT_SCAN_TIME = Duration.ofMinutes(1);
  private static final Duration MAX_SCAN_TIME = Duration.ofDays(1);
  private static final Duration DEFAULT_SWEEP_INTERVAL = Duration.ofMinutes(10);
  private static final Duration DEFAULT_SWEEP_WINDOW = Duration.ofDays(7);
  private static final Duration MAX_SWEEP_WINDOW = Duration.ofDays(3650);

  private final boolean enabled;
  private final String account;
  private final boolean createAccount;
  private final int threads;
  private final int maxInlineComments;
  private final int maxFiles;
  private final Duration maxScanTime;
  private final Duration sweepInterval;
  private final Duration sweepWindow;

  @Inject
  ServerSettings(
      SitePaths site, @GerritServerConfig Config ofServer, @PluginName String pluginName) {
    this(values(read(site, ofServer), pluginName));
  }

  ServerSettings(ConfigValues values) {
    this.enabled = values.booleanOr("enabled", true);
    this.account = values.textOr("account", DEFAULT_ACCOUNT);
    this.createAccount = values.booleanOr("createAccount", false);
    this.threads = values.intOr("threads", DEFAULT_THREADS, 1, MAX_THREADS);
    this.maxInlineComments =
        values.intOr(
            "maxInlineComments",
            ReviewSettings.DEFAULT.maxInlineComments(),
            0,
            MAX_INLINE_COMMENTS);
    this.maxFiles = values.intOr("maxFiles", DEFAULT_FILES, 1, MAX_FILES);
    this.maxScanTime = values.durationOr("maxScanTime", DEFAULT_SCAN_TIME, MAX_SCAN_TIME);
    this.sweepInterval =
        values.durationOr("sweepInterval", DEFAULT_SWEEP_INTERVAL, DEFAULT_SWEEP_WINDOW);
    this.sweepWindow = values.durationOr("sweepWindow", DEFAULT_SWEEP_WINDOW, MAX_SWEEP_WINDOW);
  }

  /** Whether the plugin does anything at all on this server. */
  public boolean enabled() {
    return enabled;
  }

  /** User name of the account that reviews. */
  public String account() {
    return account;
  }

  /** Whether the plugin makes that account when it is missing. */
  public boolean createAccount() {
    return createAccount;
  }

  /** How many scans run at a time. */
  public int threads() {
    return threads;
  }

  /** At most so many findings of a patch set have an inline comment. */
  public int maxInlineComments() {
    return maxInlineComments;
  }

  /** Of a patch set at most so many files that rules could be about are scanned. */
  public int maxFiles() {
    return maxFiles;
  }

  /** No file of a patch set is begun after this time. */
  public Duration maxScanTime() {
    return maxScanTime;
  }

  /** Time between two searches for changes that events missed; zero for none. */
  public Duration sweepInterval() {
    return sweepInterval;
  }

  /** Only changes that were written to since then are searched for. */
  public Duration sweepWindow() {
    return sweepWindow;
  }

  /**
   * Reads the file itself: the server goes on to answer with what it read at its own start, and a
   * reload of the plugin would change nothing.
   */
  private static Config read(SitePaths site, Config ofServer) {
    FileBasedConfig file = new FileBasedConfig(site.gerrit_config.toFile(), FS.DETECTED);
    try {
      file.load();
      return file;
    } catch (IOException | ConfigInvalidException e) {
      logger.atWarning().withCause(e).log(
          "cannot read %s; what the server read when it started holds", file.getFile());
      return ofServer;
    }
  }

  private static ConfigValues values(Config gerritConfig, String pluginName) {
    Config config = new Config();
    for (String key : gerritConfig.getNames(PLUGIN, pluginName)) {
      config.setStringList(
          PLUGIN,
          pluginName,
          key,
          Arrays.asList(gerritConfig.getStringList(PLUGIN, pluginName, key)));
    }
    SectionCheck check =
        new SectionCheck(
            pluginName,
            FILE,
            values -> {
              var unused = new ServerSettings(values);
            });
    for (ConfigProblem problem : check.problems(config)) {
      logger.atWarning().log("%s", problem.warning());
    }
    return check.values(config);
  }
}
