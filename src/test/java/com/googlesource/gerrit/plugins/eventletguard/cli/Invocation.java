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

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** What one run of the command line gave back. */
record Invocation(int status, String out, String err) {
  static Invocation run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine =
        Main.commandLine(arguments).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int status = commandLine.execute(arguments);
    return new Invocation(status, out.toString(), err.toString());
  }

  JsonObject json() {
    return JsonParser.parseString(out).getAsJsonObject();
  }

  /** Runs {@code diff} on the folders {@code before} and {@code after} of a folder. */
  static Invocation diffFolders(Path folder, String... options) {
    List<String> arguments = new ArrayList<>(List.of("diff", "--no-index"));
    arguments.add(folder.resolve("before").toString());
    arguments.add(folder.resolve("after").toString());
    arguments.addAll(List.of(options));
    return run(arguments.toArray(new String[0]));
  }
}
