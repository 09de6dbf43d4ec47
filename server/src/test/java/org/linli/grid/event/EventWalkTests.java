package org.linli.grid.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.casework.CaseReadings;
import org.linli.grid.event.Event.Verdict;
import org.linli.grid.event.Photo.Stage;
import org.linli.shared.Refusal;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Random acts of random people on real events: whatever they try, row, case and rules agree. */
@LinliTest
class EventWalkTests extends GridTests {

    private static final long SEED = Long.getLong("linli.seed", 20261129L);
    private static final int EVENTS = 12;
    private static final int STEPS = 30;

    private static final List<String> ACTIONS = List.of(
            "ACCEPT",
            "ACCEPT",
            "REJECT",
            "VOID",
            "SELF_HANDLE",
            "DISPATCH",
            "DISPATCH",
            "DISPATCH",
            "RETURN",
            "TAKE",
            "TAKE",
            "FEED_BACK",
            "FEED_BACK",
            "VERIFY",
            "VERIFY",
            "VERIFY",
            "ESCALATE",
            "ASK_SUSPENSION",
            "SUSPEND",
            "RESUME",
            "ANSWER_JOINED",
            "APPRAISE",
            "CLOSE",
            "claim",
            "release",
            "extend",
            "supervise",
            "note");

    @Autowired
    CaseReadings readings;

    @Autowired
    EventQueries queries;

    @Test
    void keepsRowCaseAndRulesInAgreement() {
        System.out.println("seed " + SEED + " (set another with -Dlinli.seed)");
        var random = new Random(SEED);
        var people = crowd();
        var reached = new TreeSet<String>();
        var taken = 0;
        for (var n = 0; n < EVENTS; n++) {
            var event =
                    event(reporting.report(worker, report(random.nextBoolean() ? STAIRWELL : NEIGHBOURS, somewhere())));
            for (var step = 0; step < STEPS; step++) {
                clock.tick(Duration.ofMinutes(random.nextInt(300)));
                taken += step(event, people.get(random.nextInt(people.size())), random);
                reached.add(agree(event));
            }
        }
        assertThat(taken).isGreaterThan(EVENTS * 3);
        assertThat(reached).contains("REPORTED", "ACCEPTED", "DISPATCHED", "HANDLING");
    }

    private int step(Event event, Acting by, Random random) {
        var before = event(event.id());
        var action = ACTIONS.get(random.nextInt(ACTIONS.size()));
        try {
            acts.act(by, command(event, action, random));
        } catch (Refusal refused) {
            assertThat(event(event.id())).isEqualTo(before);
            return 0;
        }
        var after = event(event.id());
        if (action.equals("VERIFY")) {
            assertThat(before.handling().handlerAccount())
                    .as("whoever handled it did not verify it")
                    .isNotEqualTo(Optional.of(by.account().value()));
            assertThat(after.handling().checks()).isEqualTo(before.handling().checks() + 1);
            var half = after.handling()
                    .verdict()
                    .filter(Verdict.HALF_FIXED::equals)
                    .isPresent();
            assertThat(after.handling().remaining().isEmpty())
                    .isEqualTo(!half && after.handling().verdict().equals(Optional.of(Verdict.FIXED)));
        }
        assertThat(before.standing().ended()
                        && !after.standing().state().equals(before.standing().state()))
                .as("nothing moves what has ended")
                .isFalse();
        return 1;
    }

    /** The row says what the case says. */
    private String agree(Event event) {
        var row = event(event.id()).standing();
        var now = readings.standing(event.caseId()).orElseThrow();
        assertThat(row.state()).isEqualTo(now.standing().state());
        assertThat(row.turn()).isEqualTo(now.state().turn());
        assertThat(row.unit()).isEqualTo(now.standing().unit());
        assertThat(row.assignee()).isEqualTo(now.standing().assignee());
        assertThat(row.hold()).isEqualTo(now.hold());
        assertThat(row.supervision()).isEqualTo(now.supervision());
        assertThat(row.due()).isEqualTo(now.standing().due());
        assertThat(row.revision()).isEqualTo(now.standing().revision());
        assertThat(row.endedAt()).isEqualTo(now.standing().endedAt());
        assertThat(queries.checks(event.id()))
                .hasSize(event(event.id()).handling().checks());
        return row.state();
    }

    private ActOnEvent command(Event event, String action, Random random) {
        var input = new HashMap<String, Object>();
        input.put(
                "decision",
                List.of("fixed", "half-fixed", "not-fixed", "good", "poor", "nonsense")
                        .get(random.nextInt(6)));
        if (random.nextBoolean()) {
            input.put("remaining", "还差一点");
        }
        if (action.equals("DISPATCH")) {
            input.put("unit", random.nextInt(3) == 0 ? SUB_DISTRICT.value() : COMMITTEE.value());
        }
        input.put("reason", "OTHER_BODY");
        input.put("amount", 1);
        input.put("colour", "YELLOW");
        var photos = random.nextInt(3) == 0
                ? List.<Photo>of()
                : List.of(photo(Set.of("FEED_BACK", "SELF_HANDLE").contains(action) ? Stage.AFTER : Stage.NOTE));
        var note = random.nextInt(5) == 0 ? "" : "情况说明";
        return new ActOnEvent(
                event.id(),
                action,
                note,
                Map.copyOf(input),
                photos,
                Optional.empty(),
                UUID.randomUUID().toString());
    }

    private List<Acting> crowd() {
        return List.of(
                worker,
                worker,
                colleague,
                committee,
                committee,
                dispatcher,
                lead,
                at("grid-steward", COMMITTEE, "150203001015"),
                at("department-officer", UnitCode.of("DEPT-ZJ"), "150203"),
                at("grid-worker", UnitCode.of("CO-150203001016"), "150203001016"),
                at("district-supervisor", UnitCode.of("DG-150203"), "150203"));
    }
}
