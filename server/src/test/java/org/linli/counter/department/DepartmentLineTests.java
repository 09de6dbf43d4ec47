package org.linli.counter.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.counter.department.AnswerTaker.Taken;
import org.linli.counter.department.DepartmentAnswer.Kind;
import org.linli.counter.department.ReconciliationRows.DifferenceKind;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.TestDepartments;
import org.linli.testing.TestDepartments.Departments;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@LinliTest
class DepartmentLineTests {

    private static final String LINE = "social-insurance";

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxRows outboxRows;

    @Autowired
    InboxRows inboxRows;

    @Autowired
    AnswerReader reader;

    @Autowired
    LineHealthRows health;

    @Autowired
    LineQueries queries;

    @Autowired
    DepartmentLines lines;

    @Autowired
    Reconciling reconciling;

    @Autowired
    ReconciliationRows reconciliations;

    @Autowired
    LineSettings settings;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    SettableClock clock;

    @Autowired
    Departments departments;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private final Recording taker = new Recording();
    private Sending sending = null;
    private ApplyingAnswers applying = null;
    private final String key = UUID.randomUUID().toString();
    private final UUID errand = UUID.randomUUID();

    /** Remembers what it was told, and does what it was told to do. */
    private static final class Recording implements AnswerTaker {

        private final List<DepartmentAnswer> taken = new ArrayList<>();
        private final Map<UUID, Integer> delivered = new HashMap<>();
        private final List<UUID> undeliverable = new ArrayList<>();
        private Taken next = Taken.APPLIED;

        @Override
        public Taken take(DepartmentAnswer answer) {
            if (next == Taken.APPLIED) {
                taken.add(answer);
            }
            return next;
        }

        @Override
        public void delivered(UUID errand, String line, String departmentNumber, int attempts) {
            delivered.merge(errand, 1, Integer::sum);
        }

        @Override
        public void undeliverable(UUID errand, String line, String reason) {
            undeliverable.add(errand);
        }
    }

    @BeforeEach
    void start() {
        clock.set(SettableClock.START);
        departments.comeBack();
        sending = new Sending(lines, outboxRows, health, taker, settings, transactions, (Clock) clock);
        applying = new ApplyingAnswers(inboxRows, reader, taker, transactions, clock);
        jdbc.sql("update counter.department_message set state = 'CANCELLED' where state in ('PENDING', 'DEAD')")
                .update();
        jdbc.sql("update counter.department_answer set state = 'OUTDATED' where state in ('STORED', 'HELD')")
                .update();
        jdbc.sql("delete from counter.department_line_state").update();
    }

    @Test
    void deliversAnApplicationOnceOverAnOutage() {
        departments.goDown();
        forward(key, errand);
        for (var round = 0; round < 6; round++) {
            assertThat(sending.run()).isZero();
            clock.tick(Duration.ofMinutes(20));
        }
        var down = queries.standing(LINE);
        assertThat(down.downSince())
                .isEqualTo(SettableClock.START.atZone(SettableClock.ZONE).toInstant());
        assertThat(down.waiting()).isEqualTo(1);

        departments.comeBack();
        assertThat(sending.run()).isEqualTo(1);
        assertThat(sending.run()).isZero();

        assertThat(taker.delivered).containsOnly(Map.entry(errand, 1));
        assertThat(outbox.standing(errand)).get().satisfies(standing -> {
            assertThat(standing.state()).isEqualTo("SENT");
            assertThat(standing.departmentNumber()).get().asString().startsWith("BM2026");
        });
        var up = queries.standing(LINE);
        assertThat(up.downSince()).isNull();
        assertThat(up.lastOutageFrom()).isEqualTo(down.downSince());
    }

    @Test
    void isTakenOnceWhenTheAcknowledgementGotLost() throws LineFailure {
        forward(key, errand);
        var message = transactions.execute(_ ->
                outboxRows.claim(LINE, clock.instant(), Duration.ofMinutes(1)).orElseThrow());
        // The department has it, but this process ends before it could write that down.
        var first = lines.line(LINE).send(message);
        clock.tick(Duration.ofMinutes(2));

        assertThat(sending.run()).isEqualTo(1);
        assertThat(outbox.standing(errand).orElseThrow().departmentNumber()).contains(first);
        assertThat(departments.page()).containsOnlyOnce(first);
    }

    @Test
    void triesADownLineEverMoreRarely() {
        departments.goDown();
        forward(key, errand);
        for (var round = 0; round < 3; round++) {
            sending.run();
            clock.tick(Duration.ofSeconds(20));
        }
        var attempts = attempts();
        clock.tick(Duration.ofHours(1));
        sending.run();
        sending.run();
        sending.run();
        assertThat(attempts()).isEqualTo(attempts + 1);
    }

    @Test
    void keepsTheOrderOfOneApplication() {
        departments.goDown();
        forward(key, errand);
        transactions.executeWithoutResult(_ -> outbox.supplement(key, Map.of("note", "户口簿已补")));
        sending.run();
        departments.comeBack();
        clock.tick(Duration.ofHours(1));
        assertThat(sending.run()).isEqualTo(2);
        assertThat(departments.page()).contains("SUPPLEMENTED");
    }

    @Test
    void asksPeopleWhenItGaveUp() {
        departments.goDown();
        forward(key, errand);
        sending.run();
        clock.tick(Duration.ofDays(6));
        sending.run();
        assertThat(taker.undeliverable).containsExactly(errand);
        assertThat(outbox.standing(errand).orElseThrow().state()).isEqualTo("UNDELIVERABLE");

        departments.comeBack();
        clock.tick(Duration.ofHours(1));
        var dead = queries.messages(LINE, "DEAD").getFirst();
        transactions.executeWithoutResult(
                _ -> assertThat(outboxRows.revive(dead.id(), clock.instant())).isTrue());
        assertThat(sending.run()).isEqualTo(1);
    }

    @Test
    void neverSendsWhatWasWithdrawnInTime() {
        forward(key, errand);
        transactions.executeWithoutResult(_ -> outbox.withdraw(key, "本人撤回"));
        assertThat(sending.run()).isZero();
        assertThat(outbox.standing(errand).orElseThrow().state()).isEqualTo("WITHDRAWN");
    }

    @Test
    void appliesAnswersOnceAndInOrder() {
        sent();
        assertThat(departments.answer(key, "ACCEPTED", Map.of())).isEqualTo(200);
        assertThat(departments.sendAgain(key, 1)).isEqualTo(200);
        assertThat(departments.answer(key, "RESULT", Map.of("outcome", "GRANTED")))
                .isEqualTo(200);
        applying.run();
        applying.run();
        assertThat(taker.taken).extracting(DepartmentAnswer::kind).containsExactly(Kind.ACCEPTED, Kind.RESULT);
        assertThat(taker.taken.getLast().document()).isPresent();
        assertThat(outbox.standing(errand).orElseThrow().state()).isEqualTo("GRANTED");
        assertThat(queries.answers(LINE, "APPLIED"))
                .filteredOn(answer -> answer.key().equals(key) && answer.sequence() == 1)
                .singleElement()
                .satisfies(answer -> assertThat(answer.deliveries()).isEqualTo(2));
    }

    @Test
    void holdsAnAnswerUntilTheCaseHasComeSoFar() {
        sent();
        departments.answer(key, "ACCEPTED", Map.of());
        taker.next = Taken.TOO_EARLY;
        applying.run();
        assertThat(states()).containsExactly("HELD");
        taker.next = Taken.APPLIED;
        applying.run();
        assertThat(states()).as("tried again only after a while").containsExactly("HELD");
        clock.tick(Duration.ofSeconds(1));
        applying.run();
        assertThat(states()).containsExactly("APPLIED");
    }

    @Test
    void showsAnAnswerThatCameAfterTheEnd() {
        sent();
        departments.answer(key, "ACCEPTED", Map.of());
        taker.next = Taken.ENDED;
        applying.run();
        assertThat(states()).containsExactly("ENDED");
    }

    @Test
    void putsASideAnAnswerWithoutItsPredecessor() throws Exception {
        sent();
        assertThat(signed(body("second", key, 2), TestDepartments.SECRET, 0)).isEqualTo(200);
        applying.run();
        assertThat(states()).containsExactly("HELD");
        assertThat(signed(body("first", key, 1), TestDepartments.SECRET, 0)).isEqualTo(200);
        applying.run();
        assertThat(states()).containsExactly("APPLIED", "APPLIED");
    }

    @Test
    void showsAnAnswerToSomethingItNeverSent() throws Exception {
        var unknown = UUID.randomUUID().toString();
        assertThat(signed(body("lost", unknown, 1), TestDepartments.SECRET, 0)).isEqualTo(200);
        applying.run();
        assertThat(queries.answers(LINE, "UNKNOWN_KEY")).extracting("key").contains(unknown);
        assertThat(taker.taken).isEmpty();
    }

    @Test
    void refusesForgedStaleAndReplayedAnswers() throws Exception {
        sent();
        assertThat(signed(body("forged", key, 1), "some-other-secret-altogether", 0))
                .isEqualTo(401);
        assertThat(signed(body("stale", key, 1), TestDepartments.SECRET, -6)).isEqualTo(401);
        var path = "/api/public/department-lines/" + LINE + "/results";
        var body = body("replayed", key, 1).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var signature = LineSignature.sign(TestDepartments.SECRET, clock.instant(), "POST", path, body);
        assertThat(send(path, body, signature)).isEqualTo(200);
        assertThat(send(path, body, signature)).isEqualTo(409);
        var altered = new String(body, java.nio.charset.StandardCharsets.UTF_8).replace("ACCEPTED", "RESUMED");
        assertThat(send(path, altered.getBytes(java.nio.charset.StandardCharsets.UTF_8), signature))
                .isEqualTo(401);
        assertThat(states()).containsExactly("STORED");
    }

    @Test
    void refusesAnotherContentUnderTheSameAnswer() throws Exception {
        sent();
        assertThat(signed(body("same", key, 1), TestDepartments.SECRET, 0)).isEqualTo(200);
        assertThat(signed(body("same", key, 2), TestDepartments.SECRET, 0)).isEqualTo(409);
    }

    @Test
    void refusesADenialWithoutReasons() throws Exception {
        sent();
        var body = body("denied", key, 1).replace("\"ACCEPTED\"", "\"RESULT\",\"outcome\":\"DENIED\"");
        assertThat(signed(body, TestDepartments.SECRET, 0)).isEqualTo(422);
        assertThat(signed("{", TestDepartments.SECRET, 0)).isEqualTo(422);
        assertThat(states()).isEmpty();
    }

    @Test
    void findsWhereTheTwoListsDiffer() {
        // A day of its own, so that no other test's applications are on the lists.
        clock.set(LocalDateTime.of(2026, 5, 20, 10, 0));
        var lost = UUID.randomUUID().toString();
        var ahead = UUID.randomUUID().toString();
        var strange = UUID.randomUUID().toString();
        sent();
        forward(lost, UUID.randomUUID());
        forward(ahead, UUID.randomUUID());
        forward(strange, UUID.randomUUID());
        sending.run();
        departments.lose(lost);
        departments.answer(ahead, "ACCEPTED", Map.of());
        jdbc.sql("delete from counter.department_message where key = :key")
                .param("key", strange)
                .update();
        jdbc.sql("delete from counter.department_application where key = :key")
                .param("key", strange)
                .update();

        var day = LocalDate.of(2026, 5, 20);
        reconciling.compare(LINE, day);

        var comparison = reconciliations.comparison(LINE, day).orElseThrow();
        assertThat(comparison.differences())
                .extracting(difference -> Map.entry(difference.key(), difference.kind()))
                .containsExactlyInAnyOrder(
                        Map.entry(lost, DifferenceKind.MISSING_THERE),
                        Map.entry(ahead, DifferenceKind.DIFFERING),
                        Map.entry(strange, DifferenceKind.MISSING_HERE));
        assertThat(comparison.ours()).isEqualTo(3);
        assertThat(comparison.theirs()).isEqualTo(3);
    }

    private void sent() {
        forward(key, errand);
        assertThat(sending.run()).isEqualTo(1);
    }

    private void forward(String key, UUID errand) {
        var forwarding = new Outbox.Forwarding(
                key, LINE, errand, "BJ-" + key.substring(0, 8), "150203-DB-001", Actings.SHAOXIANLU_STATION);
        transactions.executeWithoutResult(_ ->
                outbox.forward(forwarding, Map.of("item", Map.of("code", "150203-DB-001", "name", "城乡居民基本养老保险参保登记"))));
    }

    private int attempts() {
        return jdbc.sql("select attempts from counter.department_message where key = :key")
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    private List<String> states() {
        return jdbc.sql("select state from counter.department_answer where key = :key order by sequence")
                .param("key", key)
                .query(String.class)
                .list();
    }

    private String body(String answer, String key, int sequence) {
        return """
                {"answerId":"%s-%s","key":"%s","sequence":%d,"kind":"ACCEPTED","at":"2026-03-02T01:00:00Z"}""".formatted(answer, this.key, key, sequence);
    }

    private int signed(String body, String secret, int minutes) throws Exception {
        var path = "/api/public/department-lines/" + LINE + "/results";
        var bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var at = clock.instant().plus(Duration.ofMinutes(minutes));
        return send(path, bytes, LineSignature.sign(secret, at, "POST", path, bytes));
    }

    private int send(String path, byte[] body, LineSignature signature) throws Exception {
        return mvc.perform(post(path)
                        .contentType("application/json")
                        .header(LineSignature.TIMESTAMP, signature.timestamp())
                        .header(LineSignature.NONCE, signature.nonce())
                        .header(LineSignature.SIGNATURE, signature.value())
                        .content(body))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
