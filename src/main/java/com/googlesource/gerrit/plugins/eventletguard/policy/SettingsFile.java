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

package com.googlesource.gerrit.plugins.eventletguard.policy;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The settings of a branch as its file has them.
 *
 * @param settings with the default for every value that is missing or wrong
 * @param ownCatalog the rules of the branch: those that ship with Eventlet Guard and the file's
 *     own; empty when those that ship are all
 * @param problems what is wrong in the file
 */
public record SettingsFile(
    BranchSettings settings, Optional<RuleCatalog> ownCatalog, List<RuleProblem> problems) {
  /** What holds when there is no file. */
  public static final SettingsFile NONE =
      new SettingsFile(BranchSettings.DEFAULT, Optional.empty(), List.of());

  /** A file that is larger, in bytes, holds no settings that people wrote. */
  private static final int SIZE_LIMIT = 1 << 20;

  public SettingsFile {
    requireNonNull(settings, "settings");
    requireNonNull(ownCatalog, "ownCatalog");
    problems = List.copyOf(problems);
  }

  /** A file with the rules of its branch. */
  static SettingsFile of(BranchSettings settings, RuleCatalog catalog, List<RuleProblem> problems) {
    return new SettingsFile(
        settings, Optional.of(catalog).filter(rules -> rules != RuleCatalog.builtIn()), problems);
  }

  /** The rules of the branch. Those that ship are read when this is asked for first. */
  public RuleCatalog catalog() {
    return ownCatalog.orElseGet(RuleCatalog::builtIn);
  }

  /**
   * Reads the text of a settings file; never throws because of what it says.
   *
   * @param name how messages name the file
   * @param text its content
   * @param builtIn the rules that it may speak about and add to
   */
  public static SettingsFile parse(String name, String text, RuleCatalog builtIn) {
    return SettingsReader.read(name, text, builtIn);
  }

  /**
   * Reads the file from a tree.
   *
   * @return {@link #NONE} when the tree has no such file
   * @throws IOException if an object cannot be read
   */
  public static SettingsFile read(ObjectReader reader, AnyObjectId tree, RuleCatalog builtIn)
      throws IOException {
    try (TreeWalk walk = TreeWalk.forPath(reader, BranchSettings.FILE, tree)) {
      if (walk == null || !walk.getFileMode(0).equals(FileMode.REGULAR_FILE)) {
        return NONE;
      }
      ObjectLoader loader = reader.open(walk.getObjectId(0), Constants.OBJ_BLOB);
      if (loader.getSize() > SIZE_LIMIT) {
        return of(
            BranchSettings.DEFAULT,
            builtIn,
            List.of(
                new RuleProblem(
                    BranchSettings.FILE, "", "", "", "too large for a file of settings.")));
      }
      return parse(
          BranchSettings.FILE,
          new String(loader.getCachedBytes(SIZE_LIMIT), StandardCharsets.UTF_8),
          builtIn);
    }
  }
}
