package org.linli.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.access.PersonalSeal;
import org.linli.area.UnitCode;
import org.linli.notify.Notices.Notice;
import org.linli.notify.Notices.Recipient;
import org.linli.notify.Notices.Rung;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LinliTest
class NoticesTests {

    @Autowired
    StoredNotices notices;

    @Autowired
    InboxQueries inbox;

    @Autowired
    Delivering delivering;

    @Autowired
    DeliveryRows deliveries;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    @Autowired
    PersonalSeal seal;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    private final String key = "trial-" + UUID.randomUUID();
    private final Acting clerk =
            somebodyAt("UNIT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT));

    @Test
    void reachesThePostingItNames() {
        notices.send(notice(new Recipient.ToPosting(clerk.posting())));
        assertThat(inbox.count(clerk)).isEqualTo(new InboxQueries.Count(1, 0));
        assertThat(inbox.count(somebodyAt("ELSEWHERE"))).isEqualTo(new InboxQueries.Count(0, 0));
    }

    @Test
    void reachesEverybodyWithTheRoleAndIsReadByEachAlone() {
        var colleague = somebodyAt(clerk.unit().value());
        notices.send(notice(new Recipient.ToRole(clerk.unit(), "clerk")));
        notices.readAll(clerk);
        assertThat(inbox.count(clerk).unread()).isZero();
        assertThat(inbox.count(colleague).unread()).isEqualTo(1);
    }

    @Test
    void isSentOncePerUniqueKey() {
        notices.send(notice(new Recipient.ToPosting(clerk.posting())));
        notices.send(notice(new Recipient.ToPosting(clerk.posting())));
        assertThat(inbox.page(clerk, false, Optional.empty(), 10).items()).hasSize(1);
    }

    @Test
    void goesWithTheTransactionThatSentIt() {
        transaction.executeWithoutResult(status -> {
            notices.send(notice(new Recipient.ToPosting(clerk.posting())));
            status.setRollbackOnly();
        });
        assertThat(inbox.count(clerk).unread()).isZero();
    }

    @Test
    void pagesThroughTheInboxNewestFirst() {
        for (var i = 0; i < 5; i++) {
            notices.send(new Notice(
                    List.of(new Recipient.ToPosting(clerk.posting())),
                    "notice.notify.trial",
                    Map.of("number", "" + i),
                    key + i,
                    "",
                    false));
        }
        var first = inbox.page(clerk, false, Optional.empty(), 3);
        assertThat(first.items())
                .extracting(entry -> entry.arguments().get("number"))
                .containsExactly("4", "3", "2");
        var second = inbox.page(clerk, false, first.next().map(UUID::fromString), 3);
        assertThat(second.items())
                .extracting(entry -> entry.arguments().get("number"))
                .containsExactly("1", "0");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void climbsUntilSomebodyAcknowledges() {
        var supervisor = somebodyAt("UP-" + clerk.unit().value());
        var director = somebodyAt("TOP-" + clerk.unit().value());
        notices.climb(
                notice(new Recipient.ToPosting(clerk.posting())),
                List.of(
                        new Rung(Duration.ofSeconds(30), List.of(new Recipient.ToPosting(supervisor.posting()))),
                        new Rung(Duration.ofSeconds(60), List.of(new Recipient.ToPosting(director.posting())))));
        delivering.deliverDue();
        assertThat(inbox.count(supervisor).unread()).isZero();
        clock.tick(Duration.ofSeconds(31));
        delivering.deliverDue();
        assertThat(inbox.count(supervisor).unread()).isEqualTo(1);
        notices.readAll(supervisor);
        clock.tick(Duration.ofSeconds(60));
        delivering.deliverDue();
        assertThat(inbox.count(director).unread()).isZero();
    }

    @Test
    void refusesToReadAnothersNotice() {
        notices.send(notice(new Recipient.ToPosting(clerk.posting())));
        var entry = inbox.page(clerk, false, Optional.empty(), 1).items().getFirst();
        assertThatThrownBy(() -> notices.read(somebodyAt("ELSEWHERE"), entry.id()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(NotifyReason.NOT_IN_THIS_INBOX));
    }

    @Test
    void saysWhenThereIsNoGatewayInsteadOfPretending() {
        notices.send(notice(new Recipient.ToPhone(seal.seal("notify.phone", "13800000000"))));
        delivering.deliverDue();
        assertThat(states()).containsExactly("NO_CHANNEL");
    }

    @Test
    void handsSmsToTheGatewaySignedAndUnderOneIdentifier() throws Exception {
        try (var gateway = new Gateway(503, 202)) {
            var sms = delivering(gateway);
            notices.send(notice(new Recipient.ToPhone(seal.seal("notify.phone", "13800000000"))));
            sms.deliverDue();
            assertThat(states()).containsExactly("WAITING");
            clock.tick(Duration.ofSeconds(11));
            sms.deliverDue();
            assertThat(states()).containsExactly("SENT");
            var mine = gateway.bodies.stream()
                    .filter(body -> body.contains("测试通知：7"))
                    .toList();
            assertThat(mine).hasSize(2).allMatch(body -> body.contains("13800000000"));
            assertThat(mine.get(0)).isEqualTo(mine.get(1));
            assertThat(gateway.badSignatures).isZero();
        }
    }

    @Test
    void givesUpWhenTheGatewayRefusesForGood() throws Exception {
        try (var gateway = new Gateway(422)) {
            notices.send(notice(new Recipient.ToPhone(seal.seal("notify.phone", "13800000000"))));
            delivering(gateway).deliverDue();
            assertThat(states()).containsExactly("FAILED");
        }
    }

    @Test
    void seesChangesOfTransactionsThatCommitLate() {
        var horizon = new ArrayList<String>();
        transaction.executeWithoutResult(status -> {
            notices.send(notice(new Recipient.ToPosting(clerk.posting())));
            var meanwhile = Thread.ofVirtual().start(() -> horizon.add(inbox.horizon()));
            try {
                meanwhile.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(inbox.changedSince(horizon.getFirst())).anyMatch(change -> change.concerns(clerk));
    }

    @Test
    void speaksTheReadersLanguage() {
        var arguments = Map.of("number", "3");
        assertThat(NoticeTexts.text("notice.notify.trial", arguments, Map.of(), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("测试通知：3");
        assertThat(NoticeTexts.text("notice.notify.trial", arguments, Map.of(), Locale.ENGLISH))
                .isEqualTo("Trial notice: 3");
    }

    @Test
    void namesThingsInTheReadersLanguage() {
        notices.send(new Notice(
                List.of(new Recipient.ToPosting(clerk.posting())),
                "notice.notify.trial",
                Map.of(),
                Map.of("number", Names.of("第七号", "number seven")),
                key,
                "",
                false));
        var entry = inbox.page(clerk, false, Optional.empty(), 1).items().getFirst();
        assertThat(InboxController.InboxEntryView.of(entry, Locale.SIMPLIFIED_CHINESE)
                        .text())
                .isEqualTo("测试通知：第七号");
        assertThat(InboxController.InboxEntryView.of(entry, Locale.ENGLISH).text())
                .isEqualTo("Trial notice: number seven");
    }

    private Delivering delivering(Gateway gateway) {
        var settings = new NotifySettings(
                new NotifySettings.Sms(gateway.url(), "a-secret-of-the-test", Duration.ofSeconds(5)));
        return new Delivering(
                deliveries, List.of(new PageChannel(), new SmsChannel(settings, seal, audit, clock)), clock);
    }

    private List<String> states() {
        return jdbc.sql("""
                select state from notify.delivery join notify.notice on notice.id = notice_id
                where unique_key = :key
                """).param("key", key).query(String.class).list();
    }

    private Notice notice(Recipient to) {
        return new Notice(List.of(to), "notice.notify.trial", Map.of("number", "7"), key, "", false);
    }

    private static Acting somebodyAt(String unit) {
        return Actings.with("clerk", UnitCode.of(unit), DivisionCode.of("150203001"));
    }

    /** Answers with one status after another, the last one for ever, and checks what a gateway would check. */
    private static final class Gateway implements AutoCloseable {
        private final HttpServer server;
        private final List<Integer> statuses = new ArrayList<>();
        final List<String> bodies = new ArrayList<>();
        int badSignatures;

        Gateway(Integer... answers) throws java.io.IOException {
            statuses.addAll(List.of(answers));
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
            server.createContext("/sms", exchange -> {
                var body = exchange.getRequestBody().readAllBytes();
                bodies.add(new String(body, StandardCharsets.UTF_8));
                var headers = exchange.getRequestHeaders();
                @Nullable String signature = headers.getFirst("X-Linli-Signature");
                var expected = SmsSignature.of(
                        "a-secret-of-the-test",
                        headers.getFirst("X-Linli-Timestamp"),
                        headers.getFirst("X-Linli-Nonce"),
                        "/sms",
                        body);
                badSignatures += expected.equals(signature) ? 0 : 1;
                exchange.sendResponseHeaders(statuses.size() > 1 ? statuses.removeFirst() : statuses.getFirst(), -1);
                exchange.close();
            });
            server.start();
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sms");
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
