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

import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.change.ChangeReport;
import com.googlesource.gerrit.plugins.eventletguard.change.FollowedFindings;
import com.googlesource.gerrit.plugins.eventletguard.change.TestRepository;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fixer;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import com.googlesource.gerrit.plugins.eventletguard.policy.Series;
import com.googlesource.gerrit.plugins.eventletguard.policy.SettingsFile;
import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.MemoryScanCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A change whose reviews are carried out in memory: trees, scanner, matcher and policy are the real
 * ones, only the server's part is played.
 */
final class SimulatedChange implements AutoCloseable {
  static final String LABEL = "Eventlet-Free";

  /** A thread as the server has it. */
  static final class StoredThread {
    final int patchSet;
    final String path;
    final Range range;
    final String ruleId;
    final List<ThreadComment> comments = new ArrayList<>();

    StoredThread(int patchSet, InlineComment root, Instant now) {
      this.patchSet = patchSet;
      this.path = root.path();
      this.range = root.range();
      this.ruleId = Heading.ruleId(root.message()).orElseThrow();
      comments.add(new ThreadComment(Speaker.SELF, root.unresolved(), now, root.message()));
    }

    boolean isOpen() {
      return comments.getLast().unresolved();
    }

    String lastMessage() {
      return comments.getLast().message();
    }

    Instant started() {
      return comments.getFirst().written();
    }
  }

  private record PatchSet(Map<String, String> base, Map<String, String> files, Instant created) {}

  private final TestRepository repository = new TestRepository(new MemoryScanCache());
  private final List<PatchSet> patchSets = new ArrayList<>();
  private final List<StoredThread> threads = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private Map<String, String> base;
  private ReviewSettings settings = ReviewPlannerTest.settings(0);
  private CommitRemarks remarks = CommitRemarks.NONE;
  private String branchSettings = "";
  private Room room = Room.DEFAULT;
  private Instant clock = Instant.EPOCH;
  private int vote;
  private boolean storesFixes;

  SimulatedChange(Map<String, String> base) {
    this.base = base;
  }

  void settings(ReviewSettings settings) {
    this.settings = settings;
  }

  void remarks(CommitRemarks remarks) {
    this.remarks = remarks;
  }

  /** Sets what the branch says in its file. */
  void branchSettings(String text) {
    branchSettings = text;
  }

  void room(Room room) {
    this.room = room;
  }

  /** Sets whether the server stores fixes with comments. */
  void storesFixes(boolean stores) {
    storesFixes = stores;
  }

  List<StoredThread> threads() {
    return threads;
  }

  List<String> messages() {
    return messages;
  }

  int vote() {
    return vote;
  }

  Instant now() {
    return clock;
  }

  /** A new patch set that nobody looks at. */
  void pushUnseen(Map<String, String> files) {
    tick();
    patchSets.add(new PatchSet(base, files, clock));
  }

  /** A new patch set, and its review. */
  ReviewPlan push(Map<String, String> files) throws IOException {
    pushUnseen(files);
    return scan();
  }

  /** A new patch set on another base, and its review. */
  ReviewPlan rebase(Map<String, String> newBase, Map<String, String> files) throws IOException {
    base = newBase;
    return push(files);
  }

  /** Somebody writes in a thread. */
  void say(StoredThread thread, Speaker speaker, boolean unresolved) {
    tick();
    thread.comments.add(new ThreadComment(speaker, unresolved, clock, "Some words."));
  }

  /** Reviews the current patch set. */
  ReviewPlan scan() throws IOException {
    tick();
    JudgedReport judged = judged();
    FixOffer offer = new FixOffer(Fixer.find(policy(), judged, this::read), storesFixes);
    ReviewPlan plan =
        new ReviewPlanner(settings, Documentation.NONE, offer)
            .plan(judged, remarks, state(), new History());
    carryOut(plan);
    return plan;
  }

  /** What the current patch set introduces, as the policy of its branch sees it. */
  JudgedReport judged() throws IOException {
    return policy().judge(report(patchSets.size()));
  }

  private BranchPolicy policy() {
    return new BranchPolicy(
        SettingsFile.parse("settings", branchSettings, RuleCatalog.builtIn()).settings(),
        Stage.EVENTLET,
        new Series("2026.2"));
  }

  private Optional<SourceFile> read(String path) {
    return Optional.ofNullable(patchSets.getLast().files().get(path))
        .map(text -> new SourceFile(path, text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    repository.close();
  }

  private void tick() {
    clock = clock.plusSeconds(1);
  }

  private ReviewState state() {
    List<ReviewThread> read = new ArrayList<>();
    for (int i = 0; i < threads.size(); i++) {
      StoredThread thread = threads.get(i);
      read.add(
          new ReviewThread(
              thread.patchSet,
              thread.path,
              thread.range,
              thread.ruleId,
              String.valueOf(i),
              thread.comments));
    }
    return new ReviewState(
        paths(),
        read,
        messages,
        Optional.of(new Ballot(Set.of(-1, 0), vote)),
        Optional.of(new Vote("Code-Review", 2)),
        room);
  }

  /** The files of the current patch set's diff. */
  private Set<String> paths() {
    PatchSet current = patchSets.getLast();
    Set<String> paths = new HashSet<>(current.base().keySet());
    paths.addAll(current.files().keySet());
    paths.removeIf(path -> Objects.equals(current.base().get(path), current.files().get(path)));
    return paths;
  }

  private void carryOut(ReviewPlan plan) {
    for (InlineComment comment : plan.comments()) {
      assertWithMessage("files that can have a comment").that(paths()).contains(comment.path());
      threads.add(new StoredThread(patchSets.size(), comment, clock));
    }
    for (Reply reply : plan.replies()) {
      reply.path().ifPresent(path -> assertWithMessage("files").that(paths()).contains(path));
      threads
          .get(Integer.parseInt(reply.inReplyTo()))
          .comments
          .add(new ThreadComment(Speaker.SELF, false, clock, reply.message()));
    }
    plan.message().ifPresent(text -> messages.add("Patch Set %d:\n\n%s".formatted(1, text)));
    plan.vote().ifPresent(cast -> vote = cast.value());
  }

  private ChangeReport report(int number) throws IOException {
    PatchSet patchSet = patchSets.get(number - 1);
    ObjectId parent = repository.commit(repository.tree(patchSet.base()));
    return repository.scan(repository.commit(repository.tree(patchSet.files()), parent));
  }

  private final class History implements ChangeHistory {
    private final Map<Integer, ChangeReport> reports = new HashMap<>();

    @Override
    public List<ChangeHistory.PatchSet> patchSets() {
      List<ChangeHistory.PatchSet> all = new ArrayList<>();
      for (SimulatedChange.PatchSet patchSet : patchSets) {
        all.add(new ChangeHistory.PatchSet(all.size() + 1, patchSet.created()));
      }
      return all;
    }

    @Override
    public Optional<ChangeReport> report(int number) throws IOException {
      assertWithMessage("each report is read once").that(reports).doesNotContainKey(number);
      reports.put(number, SimulatedChange.this.report(number));
      return Optional.of(reports.get(number));
    }

    @Override
    public FollowedFindings follow(int from, int to, Set<String> paths) throws IOException {
      return repository.follow(
          repository.tree(patchSets.get(from - 1).files()),
          repository.tree(patchSets.get(to - 1).files()),
          paths);
    }
  }
}
