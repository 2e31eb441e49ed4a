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

package com.googlesource.gerrit.plugins.eventletguard.server;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The main class of the server's process: makes a site and runs Gerrit in it, in one JVM.
 *
 * <p>Arguments: the site's directory, a file of settings that replace those of the new site's
 * {@code gerrit.config}, and the plugin jars to install. Gerrit's programs are looked up by name,
 * so that this compiles without a server and one launcher starts every version.
 *
 * <p>The process ends with its parent, however that ends: standard input is a pipe that the parent
 * holds open, and its end stops this JVM.
 */
public final class GerritLauncher {
  private static final String PROGRAMS = "com.google.gerrit.pgm.";

  /** Since 3.14 a daemon needs this module to be named; the daemon of 3.13 does not do it. */
  private static final String SEND_EMAIL_MODULE =
      "com.google.gerrit.server.config.SendEmailEnabledModule";

  private GerritLauncher() {}

  public static void main(String[] args) {
    endWithParent();
    int status = 1;
    try {
      status = launch(Path.of(args[0]), Path.of(args[1]), plugins(args));
    } catch (IOException | ReflectiveOperationException e) {
      System.getLogger(GerritLauncher.class.getName())
          .log(System.Logger.Level.ERROR, "cannot start Gerrit", e);
    }
    if (status != 0) {
      // A daemon that failed to start leaves threads behind that would keep the JVM.
      System.exit(status);
    }
  }

  private static List<Path> plugins(String[] args) {
    return Arrays.stream(args).skip(2).map(Path::of).toList();
  }

  private static int launch(Path site, Path settings, List<Path> plugins)
      throws IOException, ReflectiveOperationException {
    int status = run(program("Init"), "--dev", "--batch", "--no-auto-start", "-d", site.toString());
    if (status != 0) {
      return status;
    }
    SiteFiles.complete(site, settings, plugins);
    Object daemon = program("Daemon");
    addSendEmailModule(daemon);
    List<String> options = new ArrayList<>(List.of("--console-log", "-d", site.toString()));
    if (SiteFiles.isReplica(site)) {
      // As Gerrit's own start script says it; HTTP, which a replica may do without, tells us that
      // it is up.
      options.addAll(List.of("--replica", "--enable-httpd"));
    }
    return run(daemon, options.toArray(String[]::new));
  }

  private static Object program(String name) throws ReflectiveOperationException {
    return Class.forName(PROGRAMS + name).getConstructor().newInstance();
  }

  private static int run(Object program, String... args) throws ReflectiveOperationException {
    return (int)
        program.getClass().getMethod("main", String[].class).invoke(program, (Object) args);
  }

  private static void addSendEmailModule(Object daemon) throws ReflectiveOperationException {
    Class<?> module;
    try {
      module = Class.forName(SEND_EMAIL_MODULE);
    } catch (ClassNotFoundException e) {
      return; // Gerrit before 3.14
    }
    Class<?> guiceModule = Class.forName("com.google.inject.Module");
    try {
      daemon
          .getClass()
          .getMethod("addAdditionalSysModuleForTesting", guiceModule.arrayType())
          .invoke(daemon, asArray(guiceModule, module.getConstructor().newInstance()));
    } catch (InvocationTargetException e) {
      throw new ReflectiveOperationException("cannot add " + SEND_EMAIL_MODULE, e.getCause());
    }
  }

  private static Object asArray(Class<?> type, Object element) {
    Object array = Array.newInstance(type, 1);
    Array.set(array, 0, element);
    return array;
  }

  private static void endWithParent() {
    Thread watch =
        new Thread(
            () -> {
              try (InputStream input = System.in) {
                while (input.read() >= 0) {
                  // Nothing is ever said; only the end of it counts.
                }
              } catch (IOException e) {
                // A broken pipe is the same end.
              }
              Runtime.getRuntime().halt(1);
            },
            "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }
}
