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

package com.googlesource.gerrit.plugins.eventletguard.change;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which options a change deletes without having deprecated them first. */
class DroppedOptionsTest {
  private static final String PATH = "app/opts.py";
  private static final String OTHER = "opts = [cfg.IntOpt('retries')]\n";
  private static final String DECLARED = "cfg.BoolOpt('heartbeat_in_pthread', default=False)\n";
  private static final String STAND_IN =
      "cfg.BoolOpt('heartbeat_in_pthread', deprecated_for_removal=True)\n";

  private final TestRepository repository = new TestRepository();

  @AfterEach
  void close() {
    repository.close();
  }

  private List<String> dropped(String before, String after) throws Exception {
    return dropped(repository.diff(Map.of(PATH, before), Map.of(PATH, after)));
  }

  private static List<String> dropped(ChangeReport report) {
    return report.dropped().stream()
        .map(
            option ->
                "%s:%d %s(%s)"
                    .formatted(
                        option.finding().path(),
                        option.finding().range().startLine(),
                        option.type(),
                        option.finding().usage().sourceText()))
        .toList();
  }

  @Test
  void optionThatWasNeverDeprecatedIsDropped() throws Exception {
    assertThat(dropped(OTHER + DECLARED, OTHER))
        .containsExactly("app/opts.py:2 cfg.BoolOpt('heartbeat_in_pthread')");
  }

  @Test
  void optionOfADeletedFileIsDropped() throws Exception {
    assertThat(dropped(repository.diff(Map.of(PATH, DECLARED), Map.of("a.py", OTHER)))).hasSize(1);
  }

  @Test
  void deletingADeprecatedStandInIsTheLastStep() throws Exception {
    assertThat(dropped(OTHER + STAND_IN, OTHER)).isEmpty();
  }

  @Test
  void deprecatedStandInIsTheRecommendedStep() throws Exception {
    assertThat(dropped(DECLARED, STAND_IN)).isEmpty();
  }

  @Test
  void standInMayReadNothingLikeTheDeclarationAndStandInAnotherFile() throws Exception {
    String standIn =
        """
        removed = [
            config.StrOpt(
                name='heartbeat_in_pthread', default=None, help='Nothing.',
                deprecated_since='2026.2', deprecated_for_removal=True)]
        """;

    assertThat(
            dropped(
                repository.diff(
                    Map.of(PATH, DECLARED, "b.py", ""), Map.of(PATH, "", "b.py", standIn))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cfg.BoolOpt('heartbeat', deprecated_name='heartbeat_in_pthread')\n",
        "cfg.BoolOpt('heartbeat', deprecated_opts=[cfg.DeprecatedOpt('heartbeat_in_pthread')])\n",
        "cfg.BoolOpt('heartbeat_in_pthread', **GONE)\n",
        "cfg.BoolOpt('heartbeat_in_pthread', deprecated_for_removal=GONE)\n"
      })
  void optionThatIsKeptUnderAnyNameIsNotDropped(String after) throws Exception {
    assertThat(dropped(DECLARED, after)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cfg.BoolOpt('heartbeat_in_pthread', **GONE)\n",
        "cfg.BoolOpt('heartbeat_in_pthread', deprecated_for_removal=GONE)\n"
      })
  void optionThatMayHaveBeenDeprecatedGetsTheBenefitOfTheDoubt(String before) throws Exception {
    assertThat(dropped(before, "")).isEmpty();
  }

  @Test
  void optionThatMovesIsNotDropped() throws Exception {
    assertThat(
            dropped(
                repository.diff(
                    Map.of(PATH, DECLARED, "b.py", OTHER),
                    Map.of(PATH, OTHER, "b.py", OTHER + DECLARED))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONF.set_override('heartbeat_in_pthread', True, 'oslo_messaging_rabbit')\n",
        "x = CONF.oslo_messaging_rabbit.heartbeat_in_pthread\n",
        "opt = cfg.BoolOpt('retries')\n"
      })
  void whatOnlyReadsAnOptionOrIsAnotherOneIsNoDeclaration(String before) throws Exception {
    assertThat(dropped(before, "")).isEmpty();
  }

  @Test
  void mergeDropsNothingThatItsParentsTell() throws Exception {
    ObjectId base = repository.commit(repository.tree(Map.of(PATH, DECLARED)));
    ObjectId ours = repository.commit(repository.tree(Map.of(PATH, DECLARED, "b.py", OTHER)), base);
    ObjectId theirs = repository.commit(repository.tree(Map.of(PATH, OTHER)), base);
    ObjectId merge =
        repository.commit(repository.tree(Map.of(PATH, OTHER, "b.py", OTHER)), ours, theirs);

    assertThat(dropped(repository.scan(theirs))).hasSize(1);
    assertThat(dropped(repository.scan(merge))).isEmpty();
  }
}
