package org.linli.casework.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseReceipt;
import org.linli.casework.CaseSubject;
import org.linli.casework.Cases;
import org.linli.casework.OpenCase;
import org.linli.casework.worklist.SupervisionQueries.Figure;
import org.linli.casework.worklist.SupervisionQueries.Question;
import org.linli.casework.worklist.SupervisionQueries.UnitFigures;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The board counts what there is, and behind each number stand exactly the cases it counts. */
@LinliTest
class SupervisionBoardTests {

    private static final DivisionCode DISTRICT = DivisionCode.of("150203");
    private static final Duration LATELY = Duration.ofDays(30);

    @Autowired
    Cases cases;

    @Autowired
    SupervisionQueries queries;

    @Autowired
    OpenCountRows counts;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final UnitCode unit =
            UnitCode.of("UNIT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT));
    private final Acting clerk = Actings.with("clerk", unit, DISTRICT, "casework.case.act", "casework.case.read");
    private final Acting supervisor = Actings.with(
            "district-supervisor",
            UnitCode.of("GOV-150203"),
            DISTRICT,
            "casework.case.act",
            "casework.case.read",
            "casework.case.supervise");

    @BeforeEach
    @AfterEach
    void start() {
        clock.set(SettableClock.START);
    }

    @Test
    void countsWhatAUnitHasAndHowItDid() {
        aMonthOfWork();
        assertThat(figures()).isEqualTo(new UnitFigures(unit.value(), 3, 1, 0, 1, 2, 1, null));
        clock.tick(Duration.between(clock.instant(), yellowAt()));
        assertThat(figures().soon()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void standsBehindEachNumberWithItsCases(Figure figure) {
        aMonthOfWork();
        var counted = figures();
        var number = switch (figure) {
            case OPEN -> counted.open();
            case OVERDUE -> counted.overdue();
            case SOON -> counted.soon();
            case SUPERVISED -> counted.supervised();
            case ENDED -> counted.ended();
            case ENDED_LATE -> counted.endedLate();
        };
        assertThat(numbersOf(supervisor, figure)).doesNotHaveDuplicates().hasSize(number);
    }

    @Test
    void countsTheSameBeforeAndAfterAddingUp() {
        aMonthOfWork();
        var before = figures();
        counts.addUpNow();
        assertThat(figures()).isEqualTo(before);
        opened();
        assertThat(figures().open()).isEqualTo(before.open() + 1);
    }

    @Test
    void keepsCountOfEveryCaseOfTheHouse() {
        // Another test takes a case away behind the program's back, and the count with it.
        var before = miscounted();
        aMonthOfWork();
        handOver(opened());
        assertThat(miscounted()).isEqualTo(before);
    }

    private List<String> miscounted() {
        return jdbc.sql("""
                with kept as (
                  select unit, area, sum(open) as open
                  from (select unit, area, open from casework.unit_open
                        union all select unit, area, change from casework.unit_open_change) as loose
                  group by unit, area having sum(open) <> 0),
                there as (
                  select unit, area, count(*) as open from casework.case_file where ended_at is null group by unit, area)
                select unit || ' ' || area || ' ' || (coalesce(kept.open, 0) - coalesce(there.open, 0))
                from kept full join there using (unit, area)
                where kept.open is distinct from there.open
                order by 1
                """).query(String.class).list();
    }

    @Test
    void showsNothingOfOtherAreas() {
        aMonthOfWork();
        var elsewhere = Actings.with(
                "district-supervisor",
                UnitCode.of("ST-150203004"),
                DivisionCode.of("150203004"),
                "casework.case.supervise");
        assertThat(queries.figures(elsewhere, clock.instant(), clock.instant().minus(LATELY)))
                .noneMatch(one -> one.unit().equals(unit.value()));
        for (var figure : Figure.values()) {
            assertThat(numbersOf(elsewhere, figure)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void readsAPageInTheOrderOfAnIndex(Figure figure) {
        for (var of : new String[] {null, unit.value()}) {
            var plan = plan(new Question(figure, of, null, null, null, 30));
            assertThat(plan)
                    .as(String.join("\n", plan))
                    .noneMatch(line -> line.contains("Sort") || line.contains("Seq Scan"));
        }
    }

    /** One in time, one late, one overdue, one that a supervisor asks about, and one that is fresh. */
    private void aMonthOfWork() {
        opened();
        var late = opened();
        act(clerk, opened(), "ANSWER", "情况属实", Map.of());
        clock.tick(Duration.ofDays(20));
        act(clerk, late, "ANSWER", "情况属实", Map.of());
        act(supervisor, opened(), "supervise", "请说明进度", Map.of("colour", "YELLOW"));
        opened();
    }

    private CaseReceipt opened() {
        return cases.open(
                Acting.system("test"),
                new OpenCase(
                        "assist-unit",
                        Names.of("请核实一份材料", "Please verify a paper"),
                        new CaseSubject("test.matter", UUID.randomUUID().toString()),
                        Actings.SHAOXIANLU,
                        unit,
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        UUID.randomUUID().toString()));
    }

    private void handOver(CaseReceipt given) {
        act(clerk, given, "hand-over", "归口办理", Map.of("unit", "ST-150203001"));
    }

    private void act(Acting by, CaseReceipt on, String action, String note, Map<String, Object> input) {
        cases.act(
                by,
                new ActOnCase(
                        on.id(),
                        on.revision(),
                        action,
                        note,
                        input,
                        UUID.randomUUID().toString()));
    }

    private Instant yellowAt() {
        return jdbc.sql(
                        "select max(yellow_at) from casework.case_file where unit = :unit and ended_at is null and due > :now")
                .param("unit", unit.value())
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private UnitFigures figures() {
        var now = clock.instant();
        return queries.figures(supervisor, now, now.minus(LATELY)).stream()
                .filter(one -> one.unit().equals(unit.value()))
                .findFirst()
                .orElseThrow();
    }

    /** All of a list, one case a page. */
    private List<String> numbersOf(Acting reader, Figure figure) {
        var numbers = new ArrayList<String>();
        var now = clock.instant();
        Optional<String> after = Optional.empty();
        do {
            var question = new Question(figure, unit.value(), null, null, after.orElse(null), 1);
            var page = queries.cases(reader, question, now, now.minus(LATELY));
            page.items().forEach(item -> numbers.add(item.number()));
            after = page.next();
        } while (after.isPresent());
        return numbers;
    }

    private List<String> plan(Question question) {
        return transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            jdbc.sql("set local enable_bitmapscan = off").update();
            jdbc.sql("set local enable_sort = off").update();
            var now = clock.instant();
            return WorkQueries.bind(
                            jdbc.sql("explain " + SupervisionQueries.sql(supervisor, question)), supervisor, now)
                    .param("since", now.minus(LATELY).atOffset(java.time.ZoneOffset.UTC))
                    .param("afterMoment", OffsetDateTime.now(clock))
                    .param("afterId", new UUID(0, 0))
                    .param("of", question.unit())
                    .param("procedure", question.procedure())
                    .param("state", question.state())
                    .param("limit", 31)
                    .query(String.class)
                    .list();
        });
    }
}
