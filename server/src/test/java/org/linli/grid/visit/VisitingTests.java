package org.linli.grid.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Condition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.access.PersonalSeal;
import org.linli.area.Areas;
import org.linli.area.UnitCode;
import org.linli.grid.GridReason;
import org.linli.grid.GridWords;
import org.linli.grid.visit.PlanQueries.Which;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.linli.sync.contributions.Change;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.StoredPosting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rounds, what is due, and what was found. */
@LinliTest
class VisitingTests {

    /** Another community than other tests look at. */
    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001019");

    @Autowired
    Rounds rounds;

    @Autowired
    PlanQueries plans;

    @Autowired
    VisitCollection visits;

    @Autowired
    PlanCollection due;

    @Autowired
    GridVisitRows rows;

    @Autowired
    Areas areas;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PersonalSeal seal;

    @Autowired
    SettableClock clock;

    Acting lead;
    Acting worker;

    @BeforeEach
    void people() {
        lead = StoredPosting.of(
                jdbc,
                seal,
                "grid-lead",
                UnitCode.of("SO-150203001"),
                DivisionCode.of("150203001"),
                GridWords.PLAN_VISITS,
                GridWords.READ_VISITS);
        worker = StoredPosting.of(
                jdbc,
                seal,
                "grid-worker",
                UnitCode.of("CO-150203001019"),
                COMMUNITY,
                GridWords.DO_VISITS,
                GridWords.REPORT_EVENTS,
                GridWords.HANDLE_EVENTS,
                "casework.case.act");
    }

    @AfterEach
    void backToMonday() {
        clock.set(SettableClock.START);
    }

    @Test
    void plansOneVisitForEachCell() {
        var round = send("civility", COMMUNITY);
        assertThat(round.planned()).isEqualTo(areas.within(COMMUNITY).size());
        var share = share(round.template());
        assertThat(share.due()).isGreaterThanOrEqualTo(round.planned());
        assertThat(page(Which.DUE, "civility")).hasSize(share.due());
    }

    @Test
    void countsExactlyTheRowsAFigureOpens() {
        send("screening", COMMUNITY);
        settle("screening", Map.of("dispute", false));
        clock.tick(Duration.ofDays(40));
        var share = share("screening");
        assertThat(share.overdue())
                .isPositive()
                .isEqualTo(page(Which.OVERDUE, "screening").size());
        assertThat(share.done()).isEqualTo(page(Which.DONE, "screening").size());
    }

    @Test
    void reportsAFindingAsAnEventAndOnlyOnce() {
        send("civility", COMMUNITY);
        var plan = page(Which.DUE, "civility").getFirst();
        var change = visit(plan, Map.of("rubbish", true, "bikes", "yes", "bills", "no"));
        visits.create(worker, change);
        visits.create(worker, change);
        var visit = rows.find(change.entity()).orElseThrow();
        assertThat(visit.findings()).isEqualTo(1);
        assertThat(visit.events()).hasSize(1);
        assertThat(jdbc.sql("select category from grid.event where visit_id = :id")
                        .param("id", visit.id())
                        .query(String.class)
                        .list())
                .containsExactly("0601");
        assertThat(jdbc.sql("select state from grid.plan where id = :id")
                        .param("id", plan.id())
                        .query(String.class)
                        .single())
                .isEqualTo("DONE");
    }

    @Test
    void plansAgainWhatRecurs() {
        send("screening", COMMUNITY);
        var plan = settle("screening", Map.of("dispute", "no"));
        var again = jdbc.sql("""
                        select due_on from grid.plan where round_id = :round and cell = :cell and state = 'DUE'
                        """)
                .param("round", plan.round())
                .param("cell", plan.cell().value())
                .query(LocalDate.class)
                .list();
        assertThat(again).containsExactly(LocalDate.now(clock).plusDays(30));
    }

    @Test
    void staysDueWhenNobodyIsThere() {
        send("civility", COMMUNITY);
        var plan = page(Which.DUE, "civility").getFirst();
        visits.create(worker, visit(plan, Map.of(), "NOBODY_THERE"));
        var now = due.load(worker, List.of(plan.id())).get(plan.id());
        assertThat(now).containsEntry("state", "DUE").containsEntry("attempts", 1);
    }

    @Test
    void refusesAnswersThatAreNone() {
        send("civility", COMMUNITY);
        var plan = page(Which.DUE, "civility").getFirst();
        assertThatThrownBy(() -> visits.create(worker, visit(plan, Map.of("rubbish", "no"))))
                .is(because(GridReason.ANSWER_MISSING));
        assertThatThrownBy(() -> visits.create(worker, visit(plan, answers("PERHAPS"))))
                .is(because(GridReason.NO_ANSWER));
        var unknown = new HashMap<String, Object>(answers("no"));
        unknown.put("colour", "red");
        assertThatThrownBy(() -> visits.create(worker, visit(plan, unknown))).is(because(GridReason.UNKNOWN_QUESTION));
    }

    @Test
    void settlesAPlanOnce() {
        send("civility", COMMUNITY);
        var plan = page(Which.DUE, "civility").getFirst();
        visits.create(worker, visit(plan, answers("no")));
        assertThatThrownBy(() -> visits.create(worker, visit(plan, answers("no"))))
                .is(because(GridReason.PLAN_SETTLED));
    }

    @Test
    void skipsWithAReason() {
        send("civility", COMMUNITY);
        var plan = page(Which.DUE, "civility").getFirst();
        assertThatThrownBy(() -> rounds.skip(lead, plan.id(), " ")).is(because(GridReason.REASON_MISSING));
        rounds.skip(lead, plan.id(), "本月已由街道统一巡查");
        assertThat(page(Which.SKIPPED, "civility")).extracting(Plan::id).contains(plan.id());
    }

    private PlanRows.Round send(String template, DivisionCode area) {
        return rounds.send(
                lead,
                new Rounds.NewRound(
                        UUID.randomUUID().toString(),
                        template,
                        area,
                        LocalDate.now(clock).plusDays(10),
                        List.of()));
    }

    private Plan settle(String template, Map<String, Object> answers) {
        var plan = page(Which.DUE, template).getFirst();
        visits.create(worker, visit(plan, answers));
        return plan;
    }

    private static Map<String, Object> answers(String rubbish) {
        return Map.of("rubbish", rubbish, "bikes", "yes", "bills", "no");
    }

    private List<Plan> page(Which which, String template) {
        var today = LocalDate.now(clock);
        return plans.page(COMMUNITY, which, template, today.minusDays(90), today.plusDays(90), today, null, 10_000)
                .items();
    }

    private PlanQueries.Share share(String template) {
        var today = LocalDate.now(clock);
        return plans.shares(COMMUNITY, 12, today.minusDays(90), today.plusDays(90), today).stream()
                .filter(share -> share.template().equals(template))
                .findFirst()
                .orElseThrow();
    }

    private Change visit(Plan plan, Map<String, Object> answers) {
        return visit(plan, answers, "DONE");
    }

    private Change visit(Plan plan, Map<String, Object> answers, String result) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("plan", plan.id().toString());
        values.put("template", plan.template());
        values.put("result", result);
        values.put("answers", answers);
        return new Change(
                UUID.randomUUID(),
                Ids.next(),
                "grid:" + plan.cell(),
                Optional.of(UUID.randomUUID()),
                values,
                Map.of(),
                "",
                Map.of(),
                List.of(),
                clock.instant(),
                Optional.empty());
    }

    private static Condition<Throwable> because(Refusal.Reason reason) {
        return new Condition<>(
                thrown -> thrown instanceof Refusal refusal && refusal.reason() == reason,
                "refused because %s",
                reason);
    }
}
