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

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.UsageLines;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.PythonScanner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonOptionFinderTest {
  private static final PythonScanner SCANNER =
      new PythonScanner(List.of(new PythonOptionFinder(new OptionNames(RuleCatalog.builtIn()))));

  @Test
  void declarationIsFoundAtItsName() {
    assertThat(scan("opt = cfg.BoolOpt('heartbeat_in_pthread', default=True)\n"))
        .containsExactly("heartbeat_in_pthread @ 1:18-1:40 = 'heartbeat_in_pthread'");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '~',
      value = {
        "x = CONF.oslo_messaging_rabbit.heartbeat_in_pthread"
            + " ~ CONF.oslo_messaging_rabbit.heartbeat_in_pthread",
        "x = self.driver_conf.heartbeat_in_pthread ~ self.driver_conf.heartbeat_in_pthread",
        "getattr(cfg.CONF.rabbit, 'heartbeat_in_pthread') ~ 'heartbeat_in_pthread'",
        "conf.set_override('heartbeat_in_pthread', True, 'rabbit') ~ 'heartbeat_in_pthread'",
        "conf.set_default(name='heartbeat_in_pthread', default=1) ~ 'heartbeat_in_pthread'",
        "CONF.import_opt('heartbeat_in_pthread', 'm', group='g') ~ 'heartbeat_in_pthread'",
        "self.config(heartbeat_in_pthread=False, group='rabbit') ~ heartbeat_in_pthread=False",
        "self.flags(heartbeat_in_pthread=True) ~ heartbeat_in_pthread=True",
        "helper(heartbeat_in_pthread=True, group='rabbit') ~ heartbeat_in_pthread=True",
        "cfg.StrOpt(name='heartbeat_in_pthread') ~ 'heartbeat_in_pthread'",
        "cfg.BoolOpt('heartbeat_in_pthread', deprecated_for_removal=False)"
            + " ~ 'heartbeat_in_pthread'"
      })
  void useOfTheOptionIsFound(String line, String found) {
    assertThat(scan(line)).hasSize(1);
    assertThat(scan(line).get(0)).endsWith(" = " + found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cfg.BoolOpt('heartbeat_in_pthread', deprecated_for_removal=True)",
        "cfg.DeprecatedOpt('heartbeat_in_pthread')",
        "opts = [cfg.BoolOpt('heartbeat_in_pthread', deprecated_for_removal=True, help='')]",
        "CONF.register_opts([cfg.BoolOpt('heartbeat_in_pthread', deprecated_for_removal=True,"
            + " deprecated_reason='Dead.')], group='oslo_messaging_rabbit')",
        "cfg.BoolOpt('other', help='not heartbeat_in_pthread')",
        "LOG.info('heartbeat_in_pthread')",
        "x = 'heartbeat_in_pthread = true'",
        "# CONF.oslo_messaging_rabbit.heartbeat_in_pthread",
        "heartbeat_in_pthread = True",
        "self.heartbeat_in_pthread = None",
        "connect(heartbeat_in_pthread=True)",
        "conf.set_override('other', 'heartbeat_in_pthread')",
        "x = CONF.heartbeat_in_pthread_interval"
      })
  void otherTextIsNothing(String line) {
    assertThat(scan(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONF.register_opt(cfg.BoolOpt('use_tpool'), 'database')",
        "CONF.register_opts([cfg.BoolOpt('use_tpool')], group='database')",
        "cfg.CONF.register_opts((cfg.IntOpt('a'), cfg.BoolOpt('use_tpool')), 'database')",
        "conf.register_cli_opt(cfg.BoolOpt('use_tpool'), group=cfg.OptGroup('database'))"
      })
  void declaredOptionHasTheSectionThatItIsRegisteredIn(String line) {
    assertThat(scan(line)).hasSize(1);
    assertThat(scan(line).getFirst()).startsWith("database/use_tpool @ ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONF.register_opt(cfg.BoolOpt('use_tpool'), 'api')",
        "CONF.register_opt(cfg.BoolOpt('use_tpool'))",
        "CONF.register_opt(cfg.BoolOpt('use_tpool'), group=group)",
        "CONF.register_opt(cfg.BoolOpt('use_tpool', deprecated_for_removal=True), 'database')"
      })
  void optionThatIsRegisteredElsewhereIsAnother(String line) {
    assertThat(scan(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONF.register_opts(opts, group='database')",
        "CONF.register_opts(opts, 'database')",
        "cfg.CONF.register_opts(opts + others, group=group)",
        "CONF.register_opts(itertools.chain(others, opts), group=group.name)",
        "def f(conf):\n    conf.register_group(group); conf.register_opts(opts, group=group)",
        "def list_opts():\n    return [('database', opts)]",
        "def list_opts():\n    return {group: opts, None: others}",
        "def list_db_opts():\n    return [(None, others), (NAME, itertools.chain(opts))]",
        "CONF.register_opts(ALL, group=NAME)",
        "for opt in others:\n    pass\nCONF.register_opts([*opts], group='database')"
      })
  void declaredOptionHasTheSectionThatItsListIsRegisteredIn(String registration) {
    List<String> found =
        scan(
            """
            import itertools

            NAME = 'database'
            group = cfg.OptGroup(name='database', title='Database')
            others = [cfg.IntOpt('retries')]
            opts = [
                cfg.IntOpt('size'),
                cfg.BoolOpt('use_tpool'),
            ]
            ALL = others + opts

            """
                + registration
                + "\n");

    assertThat(found).containsExactly("database/use_tpool @ 8:16-8:27 = 'use_tpool'");
  }

  @Test
  void optionHeldInANameOfItsOwnHasTheSectionThatItIsRegisteredIn() {
    assertThat(
            scan(
                """
                size = cfg.IntOpt('wsgi_default_pool_size')


                def main(conf):
                    conf.register_cli_opt(size)
                """))
        .containsExactly("DEFAULT/wsgi_default_pool_size @ 1:18-1:42 = 'wsgi_default_pool_size'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONF.register_opts(opts, group='api')",
        "CONF.register_opts(opts)",
        "CONF.register_opts(opts, group=unknown)",
        "CONF.register_opts(opts, group='database')\nCONF.register_opts(opts, group='api')",
        "CONF.register_opts(others, group='database')",
        "opts = [opts]\nCONF.register_opts(opts, group=opts)",
        "def list_opts():\n    return [('api', opts)]",
        "def list_opts():\n    return"
      })
  void listThatIsRegisteredElsewhereOrInAnUnknownSectionHoldsAnotherOption(String registration) {
    assertThat(scan("others = []\nopts = [cfg.BoolOpt('use_tpool')]\n%s\n".formatted(registration)))
        .isEmpty();
  }

  private static List<String> scan(String text) {
    return UsageLines.of(SCANNER, "a.py", text);
  }
}
