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

package com.googlesource.gerrit.plugins.eventletguard.e2e;

import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What story.md tells, chapter by chapter, with the URLs of a server. */
final class StoryPage {
  private static final Pattern HEADING = Pattern.compile("(?m)^## ");

  /** A block with a language is a file; any other is something that the plugin says. */
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)\\n```$");

  private static final Pattern MESSAGE = Pattern.compile("Patch Set \\d+:");

  /** What stands before the first heading. */
  private static final String BEGINNING = "";

  private final Map<String, Chapter> chapters = new LinkedHashMap<>();

  /**
   * A part of the page.
   *
   * @param files what the author's file holds
   * @param messages those of reviews
   * @param comments what is said in threads
   */
  record Chapter(List<String> files, List<String> messages, List<String> comments) {
    String file() {
      return only(files);
    }

    String message() {
      return only(messages);
    }

    String comment() {
      return only(comments);
    }

    /** Whether nobody is told anything. */
    boolean isSilent() {
      return messages.isEmpty() && comments.isEmpty();
    }

    private static String only(List<String> blocks) {
      assertWithMessage("blocks of one kind in a chapter").that(blocks).hasSize(1);
      return blocks.getFirst();
    }
  }

  private StoryPage(String text) {
    List<String> parts = HEADING.splitAsStream(text).toList();
    chapters.put(BEGINNING, parse(parts.getFirst()));
    for (String part : parts.subList(1, parts.size())) {
      chapters.put(part.lines().findFirst().orElseThrow(), parse(part));
    }
  }

  private static Chapter parse(String text) {
    Chapter chapter = new Chapter(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      String content = block.group(2);
      if (!block.group(1).isEmpty()) {
        chapter.files().add(content + "\n");
      } else if (MESSAGE.matcher(content).lookingAt()) {
        chapter.messages().add(content);
      } else {
        chapter.comments().add(content);
      }
    }
    return chapter;
  }

  /**
   * Reads the page.
   *
   * @param server what the URLs of its pages begin with
   */
  static StoryPage read(URI server) throws IOException {
    return new StoryPage(
        Files.readString(Path.of("resources", "Documentation", "story.md"))
            .replace("@URL@", server.toString())
            .replace("@PLUGIN@", ChangeReview.ACCOUNT));
  }

  Chapter beginning() {
    return chapters.get(BEGINNING);
  }

  /** The chapter with a heading. */
  Chapter chapter(String heading) {
    assertWithMessage("headings").that(chapters.keySet()).contains(heading);
    return chapters.get(heading);
  }

  /** Every message of the page, in its order. */
  List<String> messages() {
    return chapters.values().stream().flatMap(chapter -> chapter.messages().stream()).toList();
  }
}
