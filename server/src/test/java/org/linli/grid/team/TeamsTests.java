package org.linli.grid.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.AccessReason;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.PersonalSeal;
import org.linli.area.UnitCode;
import org.linli.grid.GridReason;
import org.linli.grid.GridWords;
import org.linli.grid.team.Member.Duty;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;
import org.linli.sync.Assignments;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.StoredPosting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is responsible for which cell, and what their phones hold. */
@LinliTest
class TeamsTests {

    private static final String COMMUNITY = "150203001016";

    @Autowired
    Teams teams;

    @Autowired
    TeamScopes scopes;

    @Autowired
    CellWorkers workers;

    @Autowired
    Assignments assignments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PersonalSeal seal;

    @Autowired
    SettableClock clock;

    Acting lead;

    @BeforeEach
    void somebodyWhoStaffs() {
        lead = StoredPosting.of(
                jdbc,
                seal,
                "grid-lead",
                UnitCode.of("SO-150203001"),
                DivisionCode.of("150203001"),
                GridWords.STAFF_TEAMS);
    }

    @AfterEach
    void backToMonday() {
        clock.set(SettableClock.START);
    }

    @Test
    void givesACellToWhoeverJoinsItsTeam() {
        var worker = worker();
        var id = add(worker, 1, Duty.WORKER, Optional.empty());
        assertThat(workers.worksIn(worker, cell(1))).isTrue();
        assertThat(held(worker.account())).containsExactly("grid:" + cell(1));

        teams.end(lead, id, LocalDate.now(clock).minusDays(1), "调岗");
        assertThat(workers.worksIn(worker, cell(1))).isFalse();
        assertThat(held(worker.account())).isEmpty();
    }

    @Test
    void beginsAndEndsWithTheDay() {
        var worker = worker();
        var first = LocalDate.now(clock).plusDays(1);
        teams.add(lead, member(worker, 2, Duty.WORKER, first, Optional.of(first.plusDays(1))));
        assertThat(held(worker.account())).isEmpty();
        clock.tick(Duration.ofDays(1));
        scopes.followToday();
        assertThat(held(worker.account())).containsExactly("grid:" + cell(2));
        clock.tick(Duration.ofDays(2));
        scopes.followToday();
        assertThat(held(worker.account())).isEmpty();
    }

    @Test
    void letsSomebodyStandInUntilADay() {
        var worker = worker();
        var id = add(worker, 3, Duty.WORKER, Optional.empty());
        var substitute = worker();
        var today = LocalDate.now(clock);
        assertThatThrownBy(() -> teams.add(lead, substitute(substitute, 3, id, Optional.empty())))
                .is(because(GridReason.SUBSTITUTE_ENDS));
        teams.add(lead, substitute(substitute, 3, id, Optional.of(today.plusDays(3))));
        assertThat(held(substitute.account())).containsExactly("grid:" + cell(3));
        assertThat(held(worker.account())).containsExactly("grid:" + cell(3));
    }

    @Test
    void givesALeaderFourCellsAtMost() {
        var leader =
                StoredPosting.of(jdbc, seal, "grid-lead", UnitCode.of("SO-150203001"), DivisionCode.of("150203001"));
        for (var cell = 5; cell <= 8; cell++) {
            add(leader, cell, Duty.LEAD, Optional.empty());
        }
        assertThatThrownBy(() -> add(leader, 9, Duty.LEAD, Optional.empty())).is(because(GridReason.TOO_MANY_LED));
    }

    @Test
    void refusesWhatDoesNotFit() {
        var worker = worker();
        assertThatThrownBy(() -> add(worker, 4, Duty.LEAD, Optional.empty()))
                .is(because(GridReason.DUTY_OF_ANOTHER_ROLE));
        assertThatThrownBy(() -> add(worker, 999, Duty.WORKER, Optional.empty()))
                .is(because(GridReason.UNKNOWN_CELL));
        add(worker, 4, Duty.WORKER, Optional.empty());
        assertThatThrownBy(() -> add(worker, 4, Duty.WORKER, Optional.empty())).is(because(GridReason.MEMBER_ALREADY));
        var elsewhere = StoredPosting.of(
                jdbc, seal, "grid-worker", UnitCode.of("CO-150203001019"), DivisionCode.of("150203001019"));
        assertThatThrownBy(() -> add(elsewhere, 4, Duty.WORKER, Optional.empty()))
                .is(because(GridReason.POSTING_ELSEWHERE));
        var stranger = StoredPosting.of(
                jdbc,
                seal,
                "grid-lead",
                UnitCode.of("SO-150203003"),
                DivisionCode.of("150203003"),
                GridWords.STAFF_TEAMS);
        assertThatThrownBy(() ->
                        teams.add(stranger, member(worker(), 4, Duty.WORKER, LocalDate.now(clock), Optional.empty())))
                .is(because(AccessReason.OUTSIDE_AREA));
    }

    @Test
    void answersARepeatedRequestWithTheFirstMember() {
        var request = member(worker(), 10, Duty.WORKER, LocalDate.now(clock), Optional.empty());
        assertThat(teams.add(lead, request)).isEqualTo(teams.add(lead, request));
    }

    private Acting worker() {
        return StoredPosting.of(jdbc, seal, "grid-worker", UnitCode.of("CO-" + COMMUNITY), DivisionCode.of(COMMUNITY));
    }

    private UUID add(Acting who, int cell, Duty duty, Optional<LocalDate> to) {
        return teams.add(lead, member(who, cell, duty, LocalDate.now(clock), to));
    }

    private static Teams.NewMember member(Acting who, int cell, Duty duty, LocalDate from, Optional<LocalDate> to) {
        return new Teams.NewMember(
                UUID.randomUUID().toString(), who.posting(), cell(cell), duty, false, Optional.empty(), from, to);
    }

    private Teams.NewMember substitute(Acting who, int cell, UUID whom, Optional<LocalDate> to) {
        return new Teams.NewMember(
                UUID.randomUUID().toString(),
                who.posting(),
                cell(cell),
                Duty.WORKER,
                false,
                Optional.of(whom),
                LocalDate.now(clock),
                to);
    }

    private static DivisionCode cell(int number) {
        return DivisionCode.of("%s%03d".formatted(COMMUNITY, number));
    }

    private List<String> held(AccountId account) {
        return assignments.of(account).stream()
                .filter(one -> one.until().isEmpty())
                .map(Assignments.Assignment::scope)
                .toList();
    }

    private static Condition<Throwable> because(Refusal.Reason reason) {
        return new Condition<>(
                thrown -> thrown instanceof Refusal refusal && refusal.reason() == reason,
                "refused because %s",
                reason);
    }
}
