package org.linli.casework.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseReceipt;
import org.linli.casework.procedure.Procedure;
import org.linli.shared.Refusal;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** Random actions by random people over every procedure: whatever they try, what is stored stays true. */
@LinliTest
class RandomWalkTests extends DeskTests {

    private static final long SEED = Long.getLong("linli.seed", 20260302L);
    private static final int CASES = 12;
    private static final int STEPS = 25;

    @Autowired
    SettableClock settable;

    @Autowired
    RecountRows recounts;

    @Test
    void keepsTimelineClockAndRightsTrue() {
        System.out.println("seed " + SEED + " (set another with -Dlinli.seed)");
        var random = new Random(SEED);
        var taken = 0;
        try {
            for (var procedure : procedures.all()) {
                for (var n = 0; n < CASES; n++) {
                    taken += walk(procedure, random);
                }
            }
        } finally {
            settable.set(SettableClock.START);
        }
        assertThat(taken).isGreaterThan(procedures.all().size() * CASES);
    }

    private int walk(Procedure procedure, Random random) {
        var desk = desk();
        var people = people();
        var opener = people.stream()
                .filter(person -> procedure.openers().contains(person.role()))
                .findFirst()
                .orElseThrow();
        var receipt = desk.open(opener, Desks.request(procedure.key(), Actings.SHAOXIANLU_STATION));
        var taken = 0;
        for (var step = 0; step < STEPS; step++) {
            settable.tick(Duration.ofMinutes(random.nextInt(2_000)));
            var person = people.get(random.nextInt(people.size()));
            var action = anyAction(procedure, random);
            var before = rows.find(receipt.id()).orElseThrow();
            var known = before.now().revision();
            try {
                receipt = desk.act(person, command(receipt, known, action, random));
                taken++;
                allowed(procedure, before, person, action);
                clockWentOn(before, rows.find(receipt.id()).orElseThrow());
            } catch (Refusal refused) {
                assertThat(rows.find(receipt.id()).orElseThrow().now().revision())
                        .isEqualTo(known);
            }
            assertThat(check.of(receipt.id())).isEmpty();
            countsTheSameAnew(rows.find(receipt.id()).orElseThrow());
        }
        return taken;
    }

    /** What a recount counts from the stored history is where the clocks stand, as long as no day changed. */
    private void countsTheSameAnew(CaseFile file) {
        var history =
                recounts.histories(List.of(file.id().value())).get(file.id().value());
        assertThat(file.now().clocks().recounted(calendars.terms(), history.pauses(), history.granted()))
                .isEqualTo(file.now().clocks());
    }

    /** An independent reading of the rights, straight from the procedure. */
    private static void allowed(Procedure procedure, CaseFile before, Acting person, String code) {
        procedure.action(code).ifPresent(action -> {
            assertThat(action.from()).contains(before.now().state());
            assertThat(action.who().roles()).contains(person.role());
            if (!person.isSystem() && action.who().scopes().contains(Procedure.Scope.NOT_THE_HANDLER)) {
                assertThat(before.now().handlers())
                        .doesNotContain(person.account().value());
            }
            if (!person.isSystem() && action.who().scopes().contains(Procedure.Scope.ASSIGNEE)) {
                assertThat(before.now().assignee()).isEqualTo(person.posting().value());
            }
        });
    }

    private void clockWentOn(CaseFile before, CaseFile after) {
        var now = clock.instant();
        for (var pair : List.of(
                Map.entry(before.now().clocks().promised(), after.now().clocks().promised()),
                Map.entry(
                        before.now().clocks().statutory(), after.now().clocks().statutory()))) {
            if (pair.getKey().isPresent()) {
                var earlier = pair.getKey().get();
                var later = pair.getValue().orElseThrow();
                assertThat(later.consumed()).isGreaterThanOrEqualTo(earlier.consumed());
                assertThat(later.term().amount())
                        .isGreaterThanOrEqualTo(earlier.term().amount());
                assertThat(later.startedAt()).isEqualTo(earlier.startedAt());
                // The day on which a clock pauses is not counted, so a pause gives back the day it begins on.
                var isPaused = earlier.isRunning() && later.pausedAt().isPresent();
                var grown = later.term().amount() - earlier.term().amount() + (isPaused ? 1 : 0);
                assertThat(calendars.terms().left(later, now) - grown)
                        .isLessThanOrEqualTo(calendars.terms().left(earlier, now));
            }
        }
    }

    private String anyAction(Procedure procedure, Random random) {
        var words = new ArrayList<String>();
        procedure.actions().forEach(action -> {
            words.add(action.code());
            words.add(action.code());
        });
        builtIns.forEach(builtIn -> words.add(builtIn.code()));
        return words.get(random.nextInt(words.size()));
    }

    private static ActOnCase command(CaseReceipt on, int revision, String action, Random random) {
        var input = new HashMap<String, Object>();
        input.put("decision", List.of("grant", "refuse", "fixed", "half-fixed").get(random.nextInt(4)));
        input.put("files", List.of(UUID.randomUUID().toString()));
        input.put("secondPerson", UUID.randomUUID().toString());
        input.put("position", Map.of("lon", 109.8, "lat", 40.6));
        input.put(
                "reason",
                List.of("HEARING", "PUBLIC_NOTICE", "MEANS_TEST", "APPRAISAL", "OTHER_BODY")
                        .get(random.nextInt(5)));
        input.put("items", List.of("户口簿复印件"));
        input.put("until", "2027-12-31");
        input.put("amount", 1 + random.nextInt(3));
        input.put("colour", "ORANGE");
        input.put("join", "ANY");
        input.put("units", List.of(Map.of("unit", Desks.WANQINGLU_STATION.value(), "part", "LEAD")));
        input.put("role", "station-head");
        input.put("agreed", random.nextBoolean());
        input.put("title", "分出的一件");
        input.put("state", "ACCEPTED");
        if (action.equals("countersign") || action.equals("hand-over")) {
            input.put(
                    "unit",
                    random.nextBoolean() ? Desks.WANQINGLU_STATION.value() : Actings.SHAOXIANLU_STATION.value());
        }
        var note = random.nextInt(4) == 0 ? "" : "情况说明";
        return new ActOnCase(
                on.id(), revision, action, note, input, UUID.randomUUID().toString());
    }

    private static List<Acting> people() {
        var people = new ArrayList<Acting>();
        for (var role :
                List.of("clerk", "station-head", "hall-clerk", "agent", "department-officer", "committee-clerk")) {
            people.add(Desks.at(role, Actings.SHAOXIANLU_STATION));
            people.add(Desks.at(role, Desks.WANQINGLU_STATION));
        }
        for (var role : List.of("grid-worker", "grid-lead", "grid-dispatcher", "grid-admin")) {
            people.add(Desks.at(role, Actings.SHAOXIANLU_STATION));
        }
        people.add(Desks.at("clerk", Actings.SHAOXIANLU_STATION));
        people.add(Desks.supervisor());
        people.add(Actings.with("clerk", UnitCode.of("ST-150203099"), Actings.SHAOXIANLU));
        people.add(Acting.system("test"));
        return people;
    }
}
