package org.linli.grid.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.access.PersonalSeal;
import org.linli.area.Areas;
import org.linli.area.UnitCode;
import org.linli.grid.GridWords;
import org.linli.grid.team.Member.Duty;
import org.linli.shared.DivisionCode;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.StoredPosting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Coverage, with faults planted in it. */
@LinliTest
class CoverageTests {

    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001021");
    private static final DivisionCode SUB_DISTRICT = DivisionCode.of("150203001");

    @Autowired
    Coverage coverage;

    @Autowired
    Teams teams;

    @Autowired
    Areas areas;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PersonalSeal seal;

    @Autowired
    SettableClock clock;

    @Test
    void countsExactlyTheRowsThatAFigureOpens() {
        var lead = posting("grid-lead", "SO-150203001", SUB_DISTRICT);
        households(1, 501);
        households(2, 300);
        households(3, 199);
        add(lead, lead, 1, Duty.LEAD, false);
        add(lead, lead, 2, Duty.LEAD, false);
        add(lead, worker(), 2, Duty.WORKER, true);
        add(lead, worker(), 3, Duty.WORKER, true);
        add(lead, worker(), 3, Duty.WORKER, true);
        add(lead, worker(), 4, Duty.WORKER, false);

        assertThat(places(lead, CoverageFault.TOO_LARGE)).containsExactly(cell(1));
        assertThat(places(lead, CoverageFault.TOO_SMALL))
                .contains(cell(3), cell(4))
                .doesNotContain(cell(1), cell(2));
        assertThat(places(lead, CoverageFault.UNSTAFFED))
                .contains(cell(1), cell(5))
                .doesNotContain(cell(2), cell(3), cell(4));
        assertThat(places(lead, CoverageFault.NO_LEAD))
                .contains(cell(3), cell(4))
                .doesNotContain(cell(1), cell(2));
        assertThat(places(lead, CoverageFault.NO_CHIEF)).containsExactly(cell(4));
        assertThat(places(lead, CoverageFault.TWO_CHIEFS)).containsExactly(cell(3));
        assertThat(coverage.rows(lead, COMMUNITY, CoverageFault.LEAD_LOAD))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.name()).contains(lead.name());
                    assertThat(found.amount()).isEqualTo(2);
                });

        var whole = coverage.parts(lead, SUB_DISTRICT).stream()
                .filter(part -> part.place().equals(COMMUNITY))
                .findFirst()
                .orElseThrow();
        assertThat(whole.cells()).isEqualTo(areas.within(COMMUNITY).size());
        for (var fault : CoverageFault.values()) {
            if (fault != CoverageFault.LEAD_LOAD) {
                assertThat(whole.faults().getOrDefault(fault, 0))
                        .as("%s", fault)
                        .isEqualTo(coverage.rows(lead, COMMUNITY, fault).size());
            }
        }
    }

    @Test
    void findsTheLaidOutCellsWithoutHoleAndOverlap() {
        var lead = posting("grid-lead", "SO-150203001", SUB_DISTRICT);
        assertThat(coverage.rows(lead, SUB_DISTRICT, CoverageFault.HOLE)).isEmpty();
        assertThat(coverage.rows(lead, SUB_DISTRICT, CoverageFault.OVERLAP)).isEmpty();
    }

    private List<DivisionCode> places(Acting by, CoverageFault fault) {
        return coverage.rows(by, COMMUNITY, fault).stream()
                .map(Coverage.Found::place)
                .toList();
    }

    private void households(int cell, int number) {
        jdbc.sql("""
                        insert into registry.household (id, kind, division, changed_at, change_id)
                        select gen_random_uuid(), 'FAMILY', :cell, now(), gen_random_uuid() from generate_series(1, :number)
                        """).param("cell", cell(cell).value()).param("number", number).update();
    }

    private Acting worker() {
        return posting("grid-worker", "CO-" + COMMUNITY, COMMUNITY);
    }

    private Acting posting(String role, String unit, DivisionCode area) {
        return StoredPosting.of(jdbc, seal, role, UnitCode.of(unit), area, GridWords.STAFF_TEAMS, GridWords.READ_TEAMS);
    }

    private void add(Acting by, Acting who, int cell, Duty duty, boolean chief) {
        teams.add(
                by,
                new Teams.NewMember(
                        UUID.randomUUID().toString(),
                        who.posting(),
                        cell(cell),
                        duty,
                        chief,
                        Optional.empty(),
                        LocalDate.now(clock),
                        Optional.empty()));
    }

    private static DivisionCode cell(int number) {
        return DivisionCode.of("%s%03d".formatted(COMMUNITY, number));
    }
}
