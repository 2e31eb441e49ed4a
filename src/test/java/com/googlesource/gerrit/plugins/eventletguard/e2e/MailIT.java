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
import com.googlesource.gerrit.plugins.eventletguard.server.GerritClient;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people get into their mailboxes, counted where it arrives. */
final class MailIT {
  private static final String BASE =
      """
      import eventlet

      def run(jobs):
          for job in jobs:
              job()
      """;
  private static final String ONE = BASE.replace("job()", "eventlet.sleep(1)");
  private static final String TWO =
      BASE.replace("job()", "eventlet.spawn_n(job)\n        eventlet.sleep(1)");

  /** Each with whether it has news for those who follow the change. */
  private record Patch(String text, boolean hasNews) {}

  private static final List<Patch> STORY =
      List.of(
          new Patch(BASE.replace("job()", "job(1)"), false), // nothing
          new Patch(ONE, true), // a usage
          new Patch("# A.\n" + ONE, false), // the same
          new Patch("# B.\n" + ONE, false), // the same
          new Patch("# B.\n" + TWO, true), // one more
          new Patch("# C.\n" + TWO, false), // the same
          new Patch("# C.\n" + ONE, true), // one is gone
          new Patch("# D.\n" + ONE, false), // the same
          new Patch(BASE.replace("job()", "job(2)"), true), // none is left
          new Patch(BASE.replace("job()", "job(3)"), false)); // nothing

  /** Made before the server, which has to know its port. */
  private static final GreenMail MAILS = startMailServer();

  @RegisterExtension static final GerritServer GERRIT = new GerritServer("mail", MailIT::sendMails);

  @BeforeEach
  void emptyMailboxes() throws Exception {
    MAILS.purgeEmailFromAllMailboxes();
  }

  @AfterAll
  static void stopMailServer() {
    MAILS.stop();
  }

  @Test
  void patchSetWithNewsIsOneMailAndOneWithoutIsNone() throws Exception {
    AuthoredChange change = AuthoredChange.prepare(GERRIT, "mail/ten-patch-sets", BASE);
    change.upload(STORY.getFirst().text());
    change.addReviewer(GerritClient.ADMIN);
    for (Patch patch : STORY.subList(1, STORY.size())) {
      change.amend(patch.text());
    }

    long news = STORY.stream().filter(Patch::hasNews).count();
    long toOwner = mailsTo(AuthoredChange.AUTHOR_MAIL);
    long toReviewer = mailsTo("admin@example.com");
    System.out.printf(
        "Mails about %d patch sets of which %d have news: %d to the owner, %d to a reviewer%n",
        STORY.size(), news, toOwner, toReviewer);
    assertWithMessage("mails to the owner").that(toOwner).isEqualTo(news);
    assertWithMessage("mails to a reviewer").that(toReviewer).isEqualTo(news);
    assertWithMessage("messages on the change")
        .that(change.review().messages())
        .hasSize((int) news);
  }

  /** Everybody who watches the project gets a mail where the project wants that; if they may. */
  @Test
  void nobodyGetsAMailAboutAChangeThatTheyCannotSee() throws Exception {
    Person watcher = Person.create(GERRIT, "mail-watcher");
    AuthoredChange open = AuthoredChange.prepare(GERRIT, "mail/open", BASE);
    AuthoredChange hidden = AuthoredChange.prepare(GERRIT, "mail/private", BASE);
    for (AuthoredChange change : List.of(open, hidden)) {
      change.project().configurePlugin(Map.of("notify", "all"), GERRIT.newFolder());
      watcher.watch(change.project());
    }

    open.upload(ONE);
    hidden.upload(ONE, "master%private");
    hidden.addReviewer(ChangeReview.ACCOUNT);
    hidden.amend("# A line.\n" + ONE);

    // Not all servers show the change of somebody else to an administrator.
    ChangeReview review =
        ChangeReview.read(hidden.author(), hidden.project().name(), hidden.number());
    assertWithMessage("comments on the private change").that(review.comments()).isNotEmpty();
    assertWithMessage("mails, which the other one is about")
        .that(mailsTo(watcher.mail()))
        .isEqualTo(1);
  }

  private static GreenMail startMailServer() {
    GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mails.start();
    return mails;
  }

  private static void sendMails(Config config) {
    config.setBoolean("plugin", "eventlet-guard", "createAccount", true);
    config.setBoolean("sendemail", null, "enable", true);
    config.setString("sendemail", null, "smtpServer", "127.0.0.1");
    config.setInt("sendemail", null, "smtpServerPort", MAILS.getSmtp().getPort());
    // A mail is sent by the thread of what it tells of: when a scan has ended, its mail is there.
    config.setInt("sendemail", null, "threadPoolSize", 0);
  }

  /** How many mails of the service account a person has got. */
  private static long mailsTo(String address) {
    return MAILS
        .findReceivedMessages(
            user -> user.getEmail().equals(address), mail -> from(mail).contains("Eventlet Guard"))
        .count();
  }

  private static String from(MimeMessage mail) {
    try {
      return mail.getFrom()[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException("a mail without a sender", e);
    }
  }
}
