package org.linli.rights.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.UnitCode;
import org.linli.rights.RightsReason;
import org.linli.rights.RightsWords;
import org.linli.rights.retention.RetentionRows.Way;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.linli.shared.RetentionRule;
import org.linli.shared.RetentionRule.Step;
import org.linli.shared.RetentionRule.Treatment;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Rules are rehearsed before they bind, run in steps that stay done, and are reported. */
@LinliTest
class RetentionTests {

    @Autowired
    RetentionDesk desk;

    @Autowired
    RetentionRows rows;

    @Autowired
    List<RetentionRule> rules;

    @Autowired
    AuditTrail audit;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final Acting officer = Actings.with(
            "data-officer",
            UnitCode.of("DG-150203"),
            DivisionCode.of("150203"),
            RightsWords.READ_RETENTION,
            RightsWords.RUN_RETENTION);

    @BeforeEach
    void start() {
        clock.set(SettableClock.START);
        jdbc.sql("delete from rights.retention_rule").update();
    }

    @Test
    void rehearsesWithoutChangingAnythingAndOnlyThenSwitchesOn() {
        var visit = oldVisit();
        assertThatThrownBy(() -> desk.switchTo(officer, "counter.visit", true, "试点"))
                .satisfies(refused(RightsReason.NOT_REHEARSED));
        var rehearsal = desk.rehearse(officer, "counter.visit");
        assertThat(rehearsal.due()).isPositive();
        assertThat(rehearsal.emptied()).isZero();
        assertThat(nameOf(visit)).isTrue();
        assertThatThrownBy(() -> desk.run(officer, "counter.visit")).satisfies(refused(RightsReason.RULE_IS_OFF));

        desk.switchTo(officer, "counter.visit", true, "试点");
        var run = desk.run(officer, "counter.visit");
        assertThat(run.emptied()).isPositive();
        assertThat(run.failed()).isFalse();
        assertThat(nameOf(visit)).isFalse();
        assertThat(desk.rehearse(officer, "counter.visit").due()).isZero();
    }

    @Test
    void keepsWhatIsYoungEnough() {
        var visit = visitOn(LocalDate.of(2026, 1, 10));
        desk.rehearse(officer, "counter.visit");
        desk.switchTo(officer, "counter.visit", true, "试点");
        desk.run(officer, "counter.visit");
        assertThat(nameOf(visit)).isTrue();
    }

    @Test
    void emptiesBookingsAndNumbersOfMessages() {
        var booking = UUID.randomUUID();
        jdbc.sql("""
                        insert into counter.booking (id, code, station, day, starts, name_sealed, phone_sealed, phone_index,
                                                     state, made_at, request_key)
                        values (:id, :code, 'ST-150203001', date '2025-06-03', time '09:00', 'a', 'b', '\\x01', 'BOOKED',
                                now(), :code)""").param("id", booking).param("code", booking.toString()).update();
        var notice = UUID.randomUUID();
        jdbc.sql("""
                        insert into notify.notice (id, unique_key, key, arguments, names, link, urgent, created_at)
                        values (:id, :key, 'notice.rights.done', '{}', '{}', '', false, now())""").param("id", notice).param("key", notice.toString()).update();
        jdbc.sql("""
                        insert into notify.delivery (id, notice_id, rung, channel, phone_sealed, due_at, next_try_at, state,
                                                     settled_at)
                        values (:id, :id, 0, 'SMS', 'x', now(), now(), 'SENT', timestamptz '2025-12-01')""").param("id", notice).update();
        for (var rule : List.of("counter.booking", "notify.phone")) {
            desk.rehearse(officer, rule);
            desk.switchTo(officer, rule, true, "试点");
            assertThat(desk.run(officer, rule).emptied()).as(rule).isPositive();
        }
        assertThat(jdbc.sql("select state from counter.booking where id = :id and name_sealed is null")
                        .param("id", booking)
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED");
        assertThat(jdbc.sql("select phone_emptied_at is not null from notify.delivery where id = :id")
                        .param("id", notice)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void neverSwitchesOnARuleThatOnlyStatesTheLeastTime() {
        desk.rehearse(officer, "access.audit");
        assertThatThrownBy(() -> desk.switchTo(officer, "access.audit", true, "试点"))
                .satisfies(refused(RightsReason.RULE_ONLY_KEEPS));
    }

    @Test
    void keepsWhatIsDoneWhenAStepFailsAndGoesOnWithTheNextRule() {
        var failing = new Failing("test.failing", 3);
        var sound = new Failing("test.sound", Integer.MAX_VALUE);
        var running = new RunningRules(List.of(failing, sound), rows, audit, transactions, clock);
        for (var rule : List.of(failing, sound)) {
            running.rehearse(rule, officer);
            rows.switchTo(rule.key(), true, "试点", "其其格", clock.instant());
        }
        running.night();
        var runs = rows.latest().stream()
                .filter(run -> run.way() == Way.NIGHT && run.rule().startsWith("test."))
                .limit(2)
                .toList();
        assertThat(runs).anySatisfy(run -> {
            assertThat(run.rule()).isEqualTo("test.failing");
            assertThat(run.emptied()).isEqualTo(20);
            assertThat(run.failure()).contains("IllegalStateException");
            assertThat(run.endedAt()).isPresent();
        });
        assertThat(runs).anySatisfy(run -> {
            assertThat(run.rule()).isEqualTo("test.sound");
            assertThat(run.emptied()).isEqualTo(50);
            assertThat(run.failure()).isEmpty();
        });
    }

    @Test
    void reportsEveryRuleWithItsLaw() {
        var report = desk.report(officer);
        assertThat(report.rules())
                .hasSameSizeAs(rules)
                .allSatisfy(rule -> assertThat(rule.basis().zh()).contains("法"));
        assertThat(rules).extracting(RetentionRule::key).doesNotHaveDuplicates();
        assertThat(report.nextRun()).isAfter(clock.instant());
        assertThatThrownBy(() -> desk.report(Actings.clerk())).isInstanceOf(Refusal.class);
    }

    private java.util.function.Consumer<Throwable> refused(RightsReason reason) {
        return thrown -> assertThat(((Refusal) thrown).reason()).isEqualTo(reason);
    }

    private UUID oldVisit() {
        return visitOn(LocalDate.of(2025, 3, 3));
    }

    private UUID visitOn(LocalDate day) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into counter.visit (id, station, day, ticket, state, rank, queue_at, way, name_sealed,
                                                   checked_in_at, request_key)
                        values (:id, 'ST-150203001', :day, :ticket, 'FINISHED', 2, now(), 'NAME', 'k1.sealed', now(),
                                :ticket)""")
                .param("id", id)
                .param("day", day)
                .param("ticket", id.toString())
                .update();
        return id;
    }

    private boolean nameOf(UUID visit) {
        return jdbc.sql("select name_sealed is not null from counter.visit where id = :id")
                .param("id", visit)
                .query(Boolean.class)
                .single();
    }

    /** Ten rows a step, fifty in all, unless it fails before. */
    private static final class Failing implements RetentionRule {

        private static final int STEPS = 5;

        private final String key;
        private final int failsAt;
        private final AtomicInteger steps = new AtomicInteger();

        Failing(String key, int failsAt) {
            this.key = key;
            this.failsAt = failsAt;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public Names data() {
            return Names.of("试验", "test");
        }

        @Override
        public Names basis() {
            return Names.of("法", "law");
        }

        @Override
        public Names term() {
            return Names.of("一天", "a day");
        }

        @Override
        public Period kept() {
            return Period.ofDays(1);
        }

        @Override
        public Treatment treatment() {
            return Treatment.EMPTY;
        }

        @Override
        public long due(LocalDate before) {
            return 50;
        }

        @Override
        public Step apply(LocalDate before, int most, String run) {
            var step = steps.incrementAndGet();
            if (step >= failsAt) {
                throw new IllegalStateException("as planned");
            }
            return step > STEPS ? Step.NOTHING : Step.emptied(10);
        }
    }
}
