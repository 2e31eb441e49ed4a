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

import com.googlesource.gerrit.plugins.eventletguard.change.SurveyedTree;
import com.googlesource.gerrit.plugins.eventletguard.change.SurveyedTree.SurveyedFile;
import com.googlesource.gerrit.plugins.eventletguard.change.TreeSurvey;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Computes the stage of a branch from its tree. A tree that it has seen costs nothing again. Safe
 * for use by several threads.
 */
public final class StageDetector {
  /** The stages of so many trees are remembered. */
  private static final int MOST_TREES = 1_000;

  private record Question(ObjectId tree, BranchSettings settings) {}

  private final TreeSurvey survey;

  private final Map<Question, Stage> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Question, Stage> eldest) {
              return size() > MOST_TREES;
            }
          });

  /**
   * @param survey knows what trees hold
   */
  public StageDetector(TreeSurvey survey) {
    this.survey = requireNonNull(survey, "survey");
  }

  /** The stage that settings give, or that of what stands in a tree, all of which was scanned. */
  public static Stage stage(BranchSettings settings, Collection<Finding> findings) {
    return settings.stage().orElseGet(() -> TreeFacts.of(findings, settings).stage());
  }

  /**
   * Why a tree's stage is what it is when the settings do not say it, as a sentence without its
   * full stop.
   *
   * @param findings all that stands in the tree, in {@link Finding#ORDER}
   */
  public static String reason(BranchSettings settings, List<Finding> findings) {
    return TreeFacts.reason(findings, settings);
  }

  /**
   * The stage that settings give, or that of a tree.
   *
   * @throws IOException if an object cannot be read
   */
  public Stage stage(BranchSettings settings, ObjectReader reader, AnyObjectId tree)
      throws IOException {
    if (settings.stage().isPresent()) {
      return settings.stage().get();
    }
    Question question = new Question(tree.toObjectId(), settings);
    Stage stage = known.get(question);
    if (stage != null) {
      return stage;
    }
    SurveyedTree surveyed = survey.survey(reader, tree);
    TreeFacts facts = facts(surveyed, settings);
    if (!surveyed.complete()) {
      // What was not read may hold anything, so that nothing can be said to be removed.
      return facts.usage() ? facts.stage() : Stage.EVENTLET;
    }
    known.put(question, facts.stage());
    return facts.stage();
  }

  private TreeFacts facts(SurveyedTree tree, BranchSettings settings) {
    TreeFacts facts = TreeFacts.NONE;
    for (SurveyedFile file : tree.files()) {
      if (facts.usage() && facts.guarded()) {
        break;
      }
      if (!file.file().usages().isEmpty()) {
        facts =
            facts.and(
                TreeFacts.of(
                    survey.scanner().judge(file.path(), file.file()).findings(), settings));
      }
    }
    return facts;
  }
}
