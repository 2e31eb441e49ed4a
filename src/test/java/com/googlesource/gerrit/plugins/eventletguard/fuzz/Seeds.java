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

package com.googlesource.gerrit.plugins.eventletguard.fuzz;

import com.googlesource.gerrit.plugins.eventletguard.scan.ScanFuzzer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Inputs to start from: our own files, for every kind of file, and small ones that no file of ours
 * stands for. Found inputs that once failed are kept beside them, under {@link #FOUND}.
 */
public final class Seeds {
  /** Inputs that failed once, in a folder for each target. */
  static final Path FOUND = Path.of("src/test/resources/fuzz");

  private static final Path[] OURS = {
    Path.of("src/demo"), Path.of("resources/rules"), Path.of("docs/profiles")
  };

  private static final List<String> SAMPLES =
      List.of(
          "import eventlet\neventlet.monkey_patch()\n\n\ndef f(a=eventlet.sleep):\n    a(0)\n",
          "from nova import utils as u\nu.spawn_n(print)\nprint `u`, 0777\n",
          "eventlet>=0.36.1  # MIT\ngreenlet==3.0 ; python_version<'4'\n",
          "[DEFAULT]\n#heartbeat_in_pthread = true\nexecutor = eventlet\n[database]\nuse_tpool=1\n",
          "[metadata]\nname = a\n[options]\ninstall_requires =\n  eventlet\n",
          "[project]\ndependencies = ['eventlet', \"greenlet>=1\"]\n",
          "a: &x\n  oslo_messaging_rabbit:\n    heartbeat_in_pthread: true\nb: *x\n- eventlet\n",
          "{% if x %}\n[database]\nuse_tpool = {{ y }}\n{% endif %}\n",
          "#!/bin/sh\niniset $NOVA_CONF DEFAULT heartbeat_in_pthread True\npip install eventlet\n",
          "FROM x\nENV EVENTLET_HUB=poll\nRUN gunicorn -k eventlet a:b\n",
          "[Service]\nEnvironment=EVENTLET_NO_GREENDNS=yes\nExecStart=/bin/gunicorn -k eventlet\n",
          "class a { nova_config { 'oslo_messaging_rabbit/heartbeat_in_pthread': value => true }"
              + " }\n",
          "Requires: python3-eventlet\nBuildRequires: python3-greenlet >= 1\n");

  private Seeds() {}

  /** Writes them for one target into a folder. */
  public static void main(String[] arguments) throws IOException {
    List<byte[]> inputs = of(arguments[0]);
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    for (int i = 0; i < inputs.size(); i++) {
      Files.write(folder.resolve("seed-" + i), inputs.get(i));
    }
  }

  /**
   * The inputs of one target.
   *
   * @param target the name of its class without {@code Fuzzer}
   */
  static List<byte[]> of(String target) throws IOException {
    List<byte[]> inputs = new ArrayList<>();
    List<byte[]> texts = texts();
    for (int i = 0; i < texts.size(); i++) {
      byte[] text = texts.get(i);
      switch (target) {
        case "Scan" -> {
          // Each sample as every kind of file, each file of ours as one.
          int paths = i < SAMPLES.size() ? ScanFuzzer.PATHS.size() : 1;
          for (int path = 0; path < paths; path++) {
            inputs.add(joined(new byte[] {(byte) (path + i)}, text));
          }
        }
        case "Change" -> {
          byte[] separator = {0x1E};
          inputs.add(joined(new byte[] {(byte) i}, text, separator, separator, text, text));
          inputs.add(joined(new byte[] {0}, text, separator, separator, separator, text));
        }
        default -> inputs.add(text);
      }
    }
    Path found = FOUND.resolve(target);
    if (Files.isDirectory(found)) {
      inputs.addAll(contents(found));
    }
    return inputs;
  }

  private static List<byte[]> texts() throws IOException {
    List<byte[]> texts = new ArrayList<>();
    SAMPLES.forEach(sample -> texts.add(sample.getBytes(StandardCharsets.UTF_8)));
    for (Path folder : OURS) {
      texts.addAll(contents(folder));
    }
    return texts;
  }

  private static List<byte[]> contents(Path folder) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        contents.add(Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
