package org.linli.grid.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.linli.area.Areas;
import org.linli.shared.DemoData;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What somebody finds who looks at the grids of the small demo; in a database of its own, which holds nothing else. */
@LinliTest
@TestPropertySource(properties = {"linli.demo=SMALL", "linli.grid.phone-days=90"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GridDemoTests {

    @Autowired
    List<DemoData> demo;

    @Autowired
    Areas areas;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void load() {
        demo.stream().sorted(Comparator.comparingInt(DemoData::order)).forEach(part -> part.load(DemoData.Size.SMALL));
    }

    @Test
    void hasEventsInEveryState() {
        assertThat(texts("select distinct state from grid.event"))
                .contains(
                        "REPORTED",
                        "ACCEPTED",
                        "DISPATCHED",
                        "HANDLING",
                        "SUSPENDED",
                        "FED_BACK",
                        "PARTLY_FIXED",
                        "VERIFIED",
                        "CLOSED",
                        "REJECTED",
                        "VOID");
        assertThat(count("select count(*) from grid.event")).isGreaterThan(36);
        assertThat(count("select count(*) from grid.event where joined_into is not null"))
                .isPositive();
        assertThat(count("select count(*) from grid.event where self_handled")).isPositive();
        assertThat(count("select count(*) from grid.event where supervision is not null"))
                .isPositive();
        assertThat(count("select count(*) from grid.event where rank = 'SUB_DISTRICT'"))
                .isPositive();
        assertThat(count("select count(*) from grid.cause where ended_at is null"))
                .isEqualTo(1);
    }

    @Test
    void putsEachEventIntoTheCellItsPlaceLiesIn() {
        var placed = jdbc.sql("select cell, lon, lat from grid.event where lon is not null")
                .query((row, n) -> List.of(
                        row.getString(1),
                        areas.locate(new Point(row.getDouble(2), row.getDouble(3)))
                                .map(DivisionCode::value)
                                .orElse("")))
                .list();
        assertThat(placed).isNotEmpty().allMatch(pair -> pair.getFirst().equals(pair.getLast()));
    }

    @Test
    void hasPhotosOfBeforeAndAfterForWhateverWasVerified() {
        assertThat(count("""
                        select count(*) from grid.event e join grid.category c on c.code = e.category
                        where e.verdict = 'FIXED' and c.photos
                          and not exists (select from grid.event_photo p where p.event_id = e.id and p.stage = 'BEFORE'
                                            and exists (select from grid.event_photo q
                                                        where q.event_id = e.id and q.stage = 'AFTER'))
                        """)).isZero();
    }

    @Test
    void hasTeamsPlansAndVisits() {
        assertThat(count("select count(*) from grid.member where duty = 'LEAD'"))
                .isEqualTo(3);
        assertThat(count("select count(distinct account_id) from grid.member where cell = '150203001015003'"))
                .isEqualTo(3);
        assertThat(count("select count(*) from grid.plan where state = 'DUE'")).isGreaterThan(50);
        assertThat(count("select count(*) from grid.visit")).isGreaterThan(10);
        assertThat(texts("select distinct result from grid.visit")).contains("DONE", "NOBODY_THERE");
        assertThat(count("select count(*) from grid.event where source = 'VISIT'"))
                .isPositive();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
