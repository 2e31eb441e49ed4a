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

package com.googlesource.gerrit.plugins.eventletguard.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import com.googlesource.gerrit.plugins.eventletguard.policy.Baseline;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A baseline as JSON in a file, which {@code resources/Documentation/cli.md} describes. Each entry
 * stands on a line of its own, so that git merges them. The same baseline gives the same bytes.
 */
final class BaselineFile {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  /** Raised when files of before can no longer be read or matched. */
  private static final int VERSION = 1;

  private final Path path;

  BaselineFile(Path path) {
    this.path = path;
  }

  /**
   * Writes it whole or not at all.
   *
   * @throws InputException if the file cannot be written; it is as it was then
   */
  void write(Baseline baseline) throws InputException {
    String entries =
        baseline.entries().stream()
            .map(entry -> "\n    " + GSON.toJson(members(entry)))
            .collect(Collectors.joining(","));
    String text =
        "{\n  \"version\": %d,\n  \"findings\": [%s]\n}\n"
            .formatted(VERSION, entries.isEmpty() ? "" : entries + "\n  ");
    try {
      AtomicFile.write(path, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new InputException(
          "cannot write %s, which is as it was: %s".formatted(path, InputException.reason(e)), e);
    }
  }

  private static Map<String, Object> members(Baseline.Entry entry) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("path", entry.path());
    members.put("rule", entry.rule());
    members.put("symbol", entry.symbol());
    members.put("count", entry.count());
    members.put("fingerprint", entry.fingerprint());
    return members;
  }

  /**
   * Reads it.
   *
   * @throws InputException if it cannot be read or is no baseline
   */
  Baseline read() throws InputException {
    JsonElement root = parse();
    if (!root.isJsonObject()) {
      throw invalid("it is no JSON object");
    }
    int version = number(root.getAsJsonObject(), "version", "");
    if (version != VERSION) {
      throw invalid("its version is %d, and this program knows %d".formatted(version, VERSION));
    }
    if (!(root.getAsJsonObject().get("findings") instanceof JsonArray findings)) {
      throw invalid("findings is no list");
    }
    List<Baseline.Entry> entries = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      entries.add(entry(findings.get(i), "findings[%d]".formatted(i)));
    }
    return new Baseline(entries);
  }

  private JsonElement parse() throws InputException {
    try {
      JsonReader reader = new JsonReader(new StringReader(Files.readString(path)));
      // The parser of Gson's own forgives what no JSON is.
      JsonElement root = GSON.getAdapter(JsonElement.class).read(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw invalid("something follows its end");
      }
      return root;
    } catch (MalformedJsonException | EOFException | CharacterCodingException e) {
      throw invalid("it is no JSON");
    } catch (IOException e) {
      throw new InputException("cannot read %s: %s".formatted(path, InputException.reason(e)), e);
    }
  }

  private Baseline.Entry entry(JsonElement element, String place) throws InputException {
    if (!element.isJsonObject()) {
      throw invalid(place + " is no object");
    }
    JsonObject object = element.getAsJsonObject();
    String fingerprint = text(object, "fingerprint", place);
    if (!fingerprint.matches("[0-9a-f]{64}")) {
      throw invalid(place + ".fingerprint has not 64 hexadecimal digits");
    }
    int count = number(object, "count", place);
    if (count < 1) {
      throw invalid(place + ".count is no number from 1");
    }
    return new Baseline.Entry(
        text(object, "path", place),
        text(object, "rule", place),
        text(object, "symbol", place),
        fingerprint,
        count);
  }

  private String text(JsonObject object, String member, String place) throws InputException {
    return primitive(object, member, place, JsonPrimitive::isString, "text").getAsString();
  }

  private int number(JsonObject object, String member, String place) throws InputException {
    Predicate<JsonPrimitive> isWhole =
        value -> value.isNumber() && value.getAsString().matches("\\d{1,9}");
    return primitive(object, member, place, isWhole, "whole number").getAsInt();
  }

  private JsonPrimitive primitive(
      JsonObject object,
      String member,
      String place,
      Predicate<JsonPrimitive> expected,
      String what)
      throws InputException {
    if (object.get(member) instanceof JsonPrimitive value && expected.test(value)) {
      return value;
    }
    throw invalid("%s%s is no %s".formatted(place.isEmpty() ? "" : place + ".", member, what));
  }

  private InputException invalid(String why) {
    return new InputException(
        "%s is no baseline: %s; write it with `eventlet-guard scan --write-baseline`"
            .formatted(path, why));
  }
}
