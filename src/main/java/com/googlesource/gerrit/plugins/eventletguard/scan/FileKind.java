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

package com.googlesource.gerrit.plugins.eventletguard.scan;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The kinds of files that may hold usages, told apart by path and, without extension, by shebang.
 */
public enum FileKind {
  /** Python: modules, type stubs, WSGI scripts and scripts with a Python shebang. */
  PYTHON,
  /** Requirements and constraints as pip reads them. */
  REQUIREMENTS,
  /** {@code setup.cfg}. */
  SETUP_CFG,
  /** {@code pyproject.toml}. */
  PYPROJECT,
  /** Configuration in sections with {@code key = value}, and its samples. */
  INI,
  /** YAML; it may turn out to be a template. */
  YAML,
  /** A template, whatever it makes. */
  TEMPLATE,
  /** {@code tox.ini}. */
  TOX,
  /** Shell: scripts, what they source, and files of environment variables. */
  SHELL,
  /** What container images are built from. */
  DOCKERFILE,
  /** Units of systemd. */
  SYSTEMD,
  /** Manifests of Puppet. */
  PUPPET,
  /** Packages of the operating system that a project's tests need. */
  BINDEP,
  /** What RPM packages are built from. */
  RPM_SPEC,
  /** {@code debian/control}. */
  DEBIAN_CONTROL,
  /** The settings of the branch, at the top of the tree. */
  SETTINGS;

  private static final String SETTINGS_PATH = ".eventlet-guard.config";
  private static final Set<String> OF_PYTHON = Set.of("py", "pyw", "pyi", "wsgi");
  private static final Set<String> OF_TEMPLATES = Set.of("j2", "jinja2", "jinja", "tpl", "tmpl");
  private static final Set<String> OF_SHELL = Set.of("sh", "bash", "env");
  private static final Set<String> SHELL_NAMES = Set.of(".env", "localrc", "stackrc", "openrc");
  private static final Set<String> OF_YAML = Set.of("yaml", "yml");
  private static final Pattern REQUIREMENTS_NAME =
      Pattern.compile(
          "(?>(.*[-_.])?(requirements|constraints)(?=[-_.])).*\\.(txt|in|pip)|(pip|test)-requires");
  private static final Pattern INI_NAME =
      Pattern.compile(".+\\.(conf|ini|cfg)([-_.](sample|example|template|in|dist))?|\\.coveragerc");
  private static final Pattern DOCKERFILE_NAME =
      Pattern.compile("(.+\\.)?(dockerfile|containerfile)([-_.].+)?");
  private static final Pattern SYSTEMD_NAME =
      Pattern.compile(".+\\.(service|socket)(\\.j2|\\.in)?");
  private static final Pattern RPM_SPEC_NAME = Pattern.compile(".+\\.spec(\\.j2|\\.in)?");
  private static final Pattern DEBIAN_CONTROL_PATH =
      Pattern.compile("(.*/)?debian/(tests/)?control(\\.in)?");
  private static final Pattern SHELL_SHEBANG = Pattern.compile("^#![^\\n]*\\b(ba|da|k|z)?sh\\b");
  private static final Pattern PYTHON_SHEBANG =
      Pattern.compile("^#![^\\n]*\\b(python|pypy)[0-9.]*\\b");

  /** Longer first lines are not shebangs: Linux reads no more either. */
  private static final int SHEBANG_LIMIT = 256;

  /**
   * The kind of a file, as far as its path and first line tell.
   *
   * @return empty for files in which no usage is looked for
   */
  public static Optional<FileKind> of(SourceFile file) {
    Optional<FileKind> byPath = ofPath(file.path());
    return byPath.isEmpty() && mayBeScript(file.path()) ? ofShebang(file.content()) : byPath;
  }

  /**
   * Whether a file can have a kind at all, as far as its path tells: whether it is worth reading.
   */
  public static boolean mayBeOfInterest(String path) {
    return ofPath(path).isPresent() || mayBeScript(path);
  }

  /** Whether a file can be Python, as far as its path tells. */
  public static boolean mayBePython(String path) {
    return ofPath(path).map(PYTHON::equals).orElseGet(() -> mayBeScript(path));
  }

  private static Optional<FileKind> ofPath(String mixedCase) {
    String path = mixedCase.toLowerCase(Locale.ROOT);
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (mixedCase.equals(SETTINGS_PATH)) {
      return Optional.of(SETTINGS);
    }
    if (isProse(path)) {
      return Optional.empty();
    }
    String extension = extension(name);
    if (OF_PYTHON.contains(extension)) {
      return Optional.of(PYTHON);
    }
    if (isNamedRequirements(name) || isInRequirementsFolder(path)) {
      return Optional.of(REQUIREMENTS);
    }
    if (name.equals("setup.cfg")) {
      return Optional.of(SETUP_CFG);
    }
    if (name.equals("pyproject.toml")) {
      return Optional.of(PYPROJECT);
    }
    Optional<FileKind> deployed = ofDeployment(path, name);
    if (deployed.isPresent()) {
      return deployed;
    }
    if (OF_TEMPLATES.contains(extension)) {
      return Optional.of(TEMPLATE);
    }
    if (OF_YAML.contains(extension)) {
      return Optional.of(YAML);
    }
    if (INI_NAME.matcher(name).matches()) {
      return Optional.of(INI);
    }
    return Optional.empty();
  }

  /** Files that install and start services, also as templates. */
  private static Optional<FileKind> ofDeployment(String path, String name) {
    if (name.equals("tox.ini")) {
      return Optional.of(TOX);
    }
    if (name.equals("bindep.txt")) {
      return Optional.of(BINDEP);
    }
    if (name.contains("file") && DOCKERFILE_NAME.matcher(name).matches()) {
      return Optional.of(DOCKERFILE);
    }
    if ((name.contains(".service") || name.contains(".socket"))
        && SYSTEMD_NAME.matcher(name).matches()) {
      return Optional.of(SYSTEMD);
    }
    if (name.contains(".spec") && RPM_SPEC_NAME.matcher(name).matches()) {
      return Optional.of(RPM_SPEC);
    }
    if (path.contains("debian/") && DEBIAN_CONTROL_PATH.matcher(path).matches()) {
      return Optional.of(DEBIAN_CONTROL);
    }
    if (name.endsWith(".pp")) {
      return Optional.of(PUPPET);
    }
    return OF_SHELL.contains(extension(name))
            || SHELL_NAMES.contains(name)
            || isDevStackSettings(path)
        ? Optional.of(SHELL)
        : Optional.empty();
  }

  /** Every DevStack plugin has one, often without a shebang. */
  private static boolean isDevStackSettings(String path) {
    return path.equals("devstack/settings") || path.endsWith("/devstack/settings");
  }

  /** What follows the last dot of a name, unless it starts with that. */
  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(dot + 1) : "";
  }

  /** Scripts have no extension; their first line tells. */
  private static boolean mayBeScript(String path) {
    return path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
  }

  /** Release notes are YAML that only talks about options, often with samples of them. */
  private static boolean isProse(String path) {
    return path.startsWith("releasenotes/") || path.contains("/releasenotes/");
  }

  private static boolean isNamedRequirements(String name) {
    return (name.contains("require") || name.contains("constraints"))
        && REQUIREMENTS_NAME.matcher(name).matches();
  }

  private static boolean isInRequirementsFolder(String path) {
    return path.endsWith(".txt")
        && (path.startsWith("requirements/") || path.contains("/requirements/"));
  }

  private static Optional<FileKind> ofShebang(byte[] content) {
    if (content.length < 2 || content[0] != '#' || content[1] != '!') {
      return Optional.empty();
    }
    int length = Math.min(content.length, SHEBANG_LIMIT);
    String head = new String(content, 0, length, StandardCharsets.ISO_8859_1);
    if (PYTHON_SHEBANG.matcher(head).find()) {
      return Optional.of(PYTHON);
    }
    return SHELL_SHEBANG.matcher(head).find() ? Optional.of(SHELL) : Optional.empty();
  }
}
