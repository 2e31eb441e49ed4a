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

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What identifies findings from one run to the next: the rule, the file and what the matcher of
 * changes goes by, never the line.
 */
public final class Fingerprints {
  private Fingerprints() {}

  /**
   * One for each finding, in their order: 64 hexadecimal digits, a colon and a number from 1, as
   * equal statements of a file are numbered.
   *
   * @param pathInTree from the path that a finding is shown under to the one from the top of its
   *     tree
   */
  public static List<String> numbered(List<Finding> findings, UnaryOperator<String> pathInTree) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> fingerprints = new ArrayList<>();
    for (Finding finding : findings) {
      String digest = of(finding, pathInTree.apply(finding.path()));
      fingerprints.add(digest + ":" + seen.merge(digest, 1, Integer::sum));
    }
    return fingerprints;
  }

  /**
   * What equal statements of a file share: 64 hexadecimal digits.
   *
   * @param path of the file, which may differ from the one that the finding is shown under
   */
  public static String of(Finding finding, String path) {
    UsageKey key = UsageKey.of(finding);
    String identity =
        String.join(
            "\0", finding.rule().id(), path, key.kind().word(), key.symbol(), key.statement());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(identity.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
