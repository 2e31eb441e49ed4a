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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class OptionFixTest {
  private static String fixed(String path, String text) {
    return FixedText.of(path, text).all();
  }

  private static void assertUntouched(String path, String text) {
    assertThat(fixed(path, text)).isEqualTo(text);
  }

  @Test
  void optionGoesWithItsCommentAndTheLinesThatContinueIt() {
    assertThat(
            fixed(
                "etc/nova.conf",
                """
                [oslo_messaging_rabbit]
                rabbit_qos = 1

                # Beat in a thread.
                # It was safer.
                heartbeat_in_pthread =
                    true

                # Beats a second.
                rate = 2
                """))
        .isEqualTo(
            """
            [oslo_messaging_rabbit]
            rabbit_qos = 1

            # Beats a second.
            rate = 2
            """);
  }

  @Test
  void headingOfSeveralOptionsStays() {
    assertThat(fixed("a.conf", "x = 1\n\n# Rabbit\nheartbeat_in_pthread = true\nrate = 2\n"))
        .isEqualTo("x = 1\n\n# Rabbit\nrate = 2\n");
  }

  @Test
  void commentThatNamesTheOptionGoes() {
    assertThat(
            fixed(
                "a.conf",
                "# heartbeat_in_pthread is slow\nheartbeat_in_pthread = true\nrate = 2\n"))
        .isEqualTo("rate = 2\n");
  }

  @Test
  void documentationOfADeadOptionGoes() {
    assertThat(
            fixed(
                "etc/nova.conf.sample",
                """
                [oslo_messaging_rabbit]

                # Run the heartbeat in a thread. (boolean value)
                #heartbeat_in_pthread = false

                # How often. (integer value)
                #heartbeat_rate = 3
                """))
        .isEqualTo(
            """
            [oslo_messaging_rabbit]

            # How often. (integer value)
            #heartbeat_rate = 3
            """);
  }

  @Test
  void optionStaysWhereItStillWorks() {
    String text = "[oslo_messaging_rabbit]\nheartbeat_in_pthread = true\n";

    assertThat(FixedText.of("etc/nova.conf", text, "2026.1").all()).isEqualTo(text);
    assertThat(FixedText.of("etc/nova.conf", text, "2026.2").all())
        .isEqualTo("[oslo_messaging_rabbit]\n");
  }

  @Test
  void onlyTheLoggerOfEventletLeavesTheLevels() {
    assertThat(
            fixed(
                "a.conf",
                "[DEFAULT]\ndefault_log_levels = amqp=WARN,eventlet.wsgi.server=WARN,boto=WARN\n"))
        .isEqualTo("[DEFAULT]\ndefault_log_levels = amqp=WARN,boto=WARN\n");
  }

  @Test
  void onlyTheHandlerLeavesAnAddress() {
    assertThat(
            fixed(
                "a.conf",
                "[coordination]\nbackend_url = zookeeper://host?handler=eventlet&timeout=3\n"))
        .isEqualTo("[coordination]\nbackend_url = zookeeper://host?timeout=3\n");
    assertThat(fixed("a.conf", "[coordination]\nbackend_url = zookeeper://host?handler=eventlet\n"))
        .isEqualTo("[coordination]\nbackend_url = zookeeper://host\n");
  }

  @Test
  void lineOfATemplateGoes() {
    assertThat(
            fixed(
                "templates/nova.conf.j2",
                """
                [oslo_messaging_rabbit]
                {% if x %}
                heartbeat_in_pthread = {{ y }}
                {% endif %}
                rate = 1
                """))
        .isEqualTo("[oslo_messaging_rabbit]\n{% if x %}\n{% endif %}\nrate = 1\n");
  }

  @Test
  void entryOfYamlGoesWithItsComment() {
    assertThat(
            fixed(
                "values.yaml",
                """
                conf:
                  nova:
                    oslo_messaging_rabbit:
                      rabbit_qos: 1
                      # Beat in a thread.
                      heartbeat_in_pthread: true  # safer

                      rate: 2
                """))
        .isEqualTo(
            """
            conf:
              nova:
                oslo_messaging_rabbit:
                  rabbit_qos: 1

                  rate: 2
            """);
  }

  @Test
  void lineOfAConfigurationInsideYamlGoes() {
    assertThat(
            fixed(
                "cm.yaml",
                """
                data:
                  nova.conf: |
                    [oslo_messaging_rabbit]
                    heartbeat_in_pthread = true
                    rate = 1
                x: 1
                """))
        .isEqualTo("data:\n  nova.conf: |\n    [oslo_messaging_rabbit]\n    rate = 1\nx: 1\n");
  }

  @Test
  void mappingIsNotLeftEmpty() {
    assertUntouched("values.yaml", "rabbit:\n  heartbeat_in_pthread: true\nx: 1\n");
  }

  @Test
  void variableThatIsReadStays() {
    assertUntouched(
        "vars.yaml",
        "nova_oslomsg_heartbeat_in_pthread: true\nx: '{{ nova_oslomsg_heartbeat_in_pthread }}'\n");
    assertUntouched(
        "roles/os_nova/defaults/main.yml", "nova_oslomsg_heartbeat_in_pthread: true\nx: 1\n");
  }

  @Test
  void flowMappingsAnchorsAndItemsAreLeftToAPerson() {
    assertUntouched("a.yaml", "r: {heartbeat_in_pthread: true, rate: 2}\n");
    assertUntouched("a.yaml", "r:\n  heartbeat_in_pthread: &a true\n  rate: *a\n");
    assertUntouched("a.yaml", "r:\n- heartbeat_in_pthread: true\n  rate: 2\n");
  }

  @Test
  void variableOfShellGoes() {
    assertThat(fixed("devstack/settings", "A=1\nNEUTRON_DEPLOY_MOD_WSGI=True\nB=2\n"))
        .isEqualTo("A=1\nB=2\n");
    assertThat(fixed("a.sh", "export OSKEN_HUB_TYPE=eventlet\nB=2\n")).isEqualTo("B=2\n");
  }

  @Test
  void variableOfShellInABlockOrReadStays() {
    assertUntouched("a.sh", "if x; then\nNEUTRON_DEPLOY_MOD_WSGI=True\nfi\n");
    assertUntouched("a.sh", "if x; then\n  NEUTRON_DEPLOY_MOD_WSGI=True\nfi\n");
    assertUntouched("a.sh", "NEUTRON_DEPLOY_MOD_WSGI=True\necho $NEUTRON_DEPLOY_MOD_WSGI\n");
  }

  @Test
  void documentationBeforeALineThatIsIndentedFurtherStays() {
    assertUntouched("etc/a.conf", "[DEFAULT]\na = 1\n#heartbeat_in_pthread = true\n  2\n");
  }
}
