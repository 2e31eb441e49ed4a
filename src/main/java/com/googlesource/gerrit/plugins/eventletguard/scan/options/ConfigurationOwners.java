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

package com.googlesource.gerrit.plugins.eventletguard.scan.options;

import com.googlesource.gerrit.plugins.eventletguard.rules.OptionSymbol;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whose configuration a place is, among those that a catalog asks for: {@code nova} for
 * {@code etc/nova/nova.conf.sample}, {@code glance-api} for {@code $GLANCE_API_CONF}. What does not
 * prove it has no owner, which is the empty text.
 */
public final class ConfigurationOwners {
  /** Suffixes of templates and samples, which say nothing about what they make. */
  private static final Pattern TEMPLATE_SUFFIX =
      Pattern.compile("([-_.](j2|jinja2?|tpl|tmpl|erb|sample|example|template|in|dist))+$");

  /** Numbers that order the files of a folder. */
  private static final Pattern ORDER = Pattern.compile("^\\d+[-_]");

  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{?(?<stem>[A-Za-z0-9_]+?)_CONF(_FILE)?}?");

  /** As OpenStack-Ansible names them: {@code nova_nova_conf_overrides}. */
  private static final Pattern OVERRIDES = Pattern.compile("(?<stem>\\w+)_conf_overrides");

  /** The role's name that precedes the file's there. */
  private static final Pattern DOUBLED = Pattern.compile("^(?<name>[a-z]+)-(?=\\k<name>\\b)");

  private final List<String> owners;

  private ConfigurationOwners(List<String> owners) {
    this.owners = owners;
  }

  /** The owners that the options of a catalog belong to. */
  public static ConfigurationOwners of(RuleCatalog catalog) {
    return new ConfigurationOwners(
        catalog.patterns().stream()
            .filter(pattern -> pattern.kinds().contains(UsageKind.OPTION))
            .flatMap(pattern -> pattern.symbols().stream())
            .map(symbol -> OptionSymbol.parse(symbol).context())
            .filter(owner -> !owner.isEmpty())
            .distinct()
            .sorted((one, other) -> Integer.compare(other.length(), one.length()))
            .toList());
  }

  /** The owner of a configuration file, by its name or its folder's. */
  String ofFile(String path) {
    String[] parts = path.split("/", -1);
    String owner = ofFileName(parts[parts.length - 1]);
    return owner.isEmpty() && parts.length > 1 && parts[parts.length - 2].endsWith(".conf.d")
        ? ofFileName(parts[parts.length - 2])
        : owner;
  }

  /** The owner of the Python package that a module stands in. */
  public String ofModule(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : ofService(path.substring(0, slash));
  }

  /**
   * The owner of what something else calls a configuration: a path, a variable that holds one, a
   * key of Ansible or Helm.
   */
  String ofReference(String reference) {
    Matcher variable = VARIABLE.matcher(reference);
    if (variable.matches()) {
      return ofStem(variable.group("stem"));
    }
    Matcher overrides = OVERRIDES.matcher(reference);
    if (overrides.matches()) {
      return ofStem(overrides.group("stem"));
    }
    String owner = ofFile(reference);
    return owner.isEmpty() ? ofService(reference) : owner;
  }

  /** The owner of a resource type of Puppet, such as {@code nova_config}. */
  String ofResourceType(String type) {
    return type.endsWith("_config")
        ? ofStem(type.substring(0, type.length() - "_config".length()))
        : "";
  }

  private String ofFileName(String mixedCase) {
    String name = mixedCase.toLowerCase(Locale.ROOT);
    String base = TEMPLATE_SUFFIX.matcher(name).replaceFirst("").replaceFirst("\\.d$", "");
    if (base.startsWith(".") && base.endsWith("rc")) {
      return ofStem(base.substring(1, base.length() - 2));
    }
    return base.endsWith(".conf")
        ? ofStem(
            ORDER.matcher(base.substring(0, base.length() - ".conf".length())).replaceFirst(""))
        : "";
  }

  /** {@code nova} and {@code nova-cpu} are nova's. */
  private String ofStem(String name) {
    String dashed = name.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
    String stem = DOUBLED.matcher(dashed).replaceFirst("");
    return owners.stream()
        .filter(owner -> stem.equals(owner) || stem.startsWith(owner + "-"))
        .findFirst()
        .orElse("");
  }

  /** The name of a whole service, of which a part may be the owner. */
  private String ofService(String name) {
    for (String owner : owners) { // a loop, as this is asked for each file
      if (owner.equals(name) || owner.startsWith(name + "-")) {
        return owner;
      }
    }
    return "";
  }
}
