package org.linli.registry.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.access.Acting;
import org.linli.registry.Because;
import org.linli.registry.CellMoves;
import org.linli.registry.ChangeSource;
import org.linli.registry.DwellingId;
import org.linli.registry.Erasures;
import org.linli.registry.NewPerson;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PersonFacts;
import org.linli.registry.PersonId;
import org.linli.registry.dwelling.DwellingFacts;
import org.linli.registry.dwelling.DwellingUse;
import org.linli.registry.dwelling.Dwellings;
import org.linli.registry.household.HouseholdKind;
import org.linli.registry.household.Households;
import org.linli.registry.household.Relation;
import org.linli.registry.residence.MoveIn;
import org.linli.registry.residence.ResidenceKind;
import org.linli.registry.residence.Residences;
import org.linli.registry.testing.ChangeLog;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;
import org.linli.sync.contributions.SyncedCollection;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever happens to the base, phones are told: the log of every cell is what counts there, and no change is untold. */
@LinliTest
class ConvergenceTests {

    private static final List<DivisionCode> CELLS = List.of(
            DivisionCode.of("150203001015007"),
            DivisionCode.of("150203001015008"),
            DivisionCode.of("150203001015009"),
            DivisionCode.of("150203001015"));
    private static final Because WHY = Because.of(ChangeSource.DESK, "随机变更");
    private static final int STEPS = 250;

    @Autowired
    People people;

    @Autowired
    Residences residences;

    @Autowired
    Households households;

    @Autowired
    Dwellings dwellings;

    @Autowired
    CellMoves moves;

    @Autowired
    Erasures erasures;

    @Autowired
    Merging merging;

    @Autowired
    List<SyncedCollection> collections;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    private final Acting desk = acting();
    private final Acting reviewer = acting();
    private final List<PersonId> known = new ArrayList<>();
    private final List<UUID> doors = new ArrayList<>();
    private final List<UUID> homes = new ArrayList<>();
    private final List<UUID> merged = new ArrayList<>();
    private UUID compound = new UUID(0, 0);
    private Random random = new Random(0);

    private static Acting acting() {
        return Actings.with(
                "station-head",
                Actings.SHAOXIANLU_STATION,
                DivisionCode.of("150203"),
                People.READ,
                People.WRITE,
                Dwellings.READ,
                Dwellings.WRITE,
                Merging.REVIEW);
    }

    @AfterEach
    void today() {
        clock.set(SettableClock.START);
    }

    @ParameterizedTest
    @ValueSource(longs = {15, 1949, 20_260_302})
    void tellsEveryChangeWhateverComes(long seed) {
        random = new Random(seed);
        compound = new org.linli.registry.testing.Households(jdbc, people).compound("收敛" + Ids.next() + "小区");
        var log = new ChangeLog(jdbc);
        var before = seen(log);
        for (var step = 0; step < STEPS; step++) {
            clock.tick(Duration.ofSeconds(1));
            var what = step(step);
            var after = seen(log);
            compare(before, after, "seed %d, step %d: %s".formatted(seed, step, what));
            before = after;
            if (step % 25 == 0) {
                log.equalsTheBase();
            }
        }
        log.equalsTheBase();
        assertThat(merged).as("seed %d came to merges", seed).isNotEmpty();
    }

    @Test
    void showsAMergedRecordAsASignpost() {
        compound = new org.linli.registry.testing.Households(jdbc, people).compound("路标" + Ids.next() + "小区");
        var log = new ChangeLog(jdbc);
        var kept = register(CELLS.get(0));
        var lost = register(CELLS.get(1));
        merging.merge(reviewer, merging.propose(desk, kept, lost), kept, "同一人");
        assertThat(record("person", lost.value())).isEqualTo(Map.of("alias", kept.toString()));
        assertThat(log.scopesOf(lost.value())).containsExactly("grid:" + CELLS.get(1));
        var hold = collection("person").hold(lost.value()).orElseThrow();
        assertThat(hold.open()).isFalse();
        log.equalsTheBase();
    }

    /** One act of the desk, sometimes several in one transaction, sometimes taken back. */
    private String step(int number) {
        var acts = number < 20 ? 1 : 1 + random.nextInt(3);
        var told = new StringBuilder();
        var rollBack = number > 20 && random.nextInt(10) == 0;
        var counts = List.of(known.size(), doors.size(), homes.size(), merged.size());
        try {
            transaction.executeWithoutResult(status -> {
                for (var n = 0; n < acts; n++) {
                    told.append(act(number < 20 ? number % 4 : random.nextInt(16)))
                            .append("; ");
                }
                if (rollBack) {
                    status.setRollbackOnly();
                    told.append("taken back");
                }
            });
        } catch (Refusal refusal) {
            told.append("refused ").append(refusal.reason());
            forget(counts);
        }
        if (rollBack) {
            forget(counts);
        }
        return told.toString();
    }

    private void forget(List<Integer> counts) {
        var lists = List.<List<?>>of(known, doors, homes, merged);
        for (var n = 0; n < lists.size(); n++) {
            var list = lists.get(n);
            list.subList(Math.min(counts.get(n), list.size()), list.size()).clear();
        }
    }

    private String act(int which) {
        switch (which) {
            case 0, 4 -> doors.add(door(any(CELLS)));
            case 1 -> known.add(register(any(CELLS)));
            case 2 -> moveIn(any(known), any(doors));
            case 3 -> homes.add(found(any(known), any(doors)));
            case 5 -> people.addPhone(desk, any(known), "139%08d".formatted(random.nextInt(100_000_000)), WHY);
            case 6 -> correct(any(known));
            case 7 -> people.moveTo(desk, any(known), any(CELLS), WHY);
            case 8 -> residences.leaveHome(desk, any(known), LocalDate.now(clock), random.nextBoolean(), WHY);
            case 9 -> dwellings.correct(desk, any(doors), was -> facts(was.building(), was.room()), WHY);
            case 10 ->
                moves.move(desk, List.of(new DwellingId(any(doors)), new DwellingId(any(doors))), any(CELLS), WHY);
            case 11 -> moves.moveAll(desk, any(CELLS), any(CELLS), WHY);
            case 12 -> merge(any(known), any(known));
            case 13 -> undo();
            case 14 -> gone(any(known));
            default -> join(any(known), any(homes));
        }
        return Integer.toString(which);
    }

    private UUID door(DivisionCode cell) {
        var id = Ids.next();
        dwellings.register(desk, id, compound, cell, facts("1", id.toString().substring(24)), WHY);
        return id;
    }

    private DwellingFacts facts(String building, String room) {
        return new DwellingFacts(
                building,
                "",
                Optional.of(random.nextInt(20)),
                room,
                Optional.empty(),
                random.nextBoolean() ? DwellingUse.RENTAL : DwellingUse.VACANT,
                Optional.empty());
    }

    private PersonId register(DivisionCode cell) {
        var id = PersonId.next();
        var documents = random.nextBoolean()
                ? List.<IdDocument>of()
                : List.of(org.linli.registry.testing.Households.someDocument(Sex.FEMALE));
        var birth = documents.stream()
                .flatMap(document -> document.idNumber().stream())
                .map(number -> number.birth())
                .findFirst();
        people.register(
                desk,
                id,
                new NewPerson(
                        PersonFacts.of("王" + id.value().toString().substring(24), Sex.FEMALE, birth),
                        documents,
                        List.of(),
                        cell),
                WHY);
        return id;
    }

    private void moveIn(PersonId person, UUID dwelling) {
        var kind = any(List.of(ResidenceKind.values()));
        var reason = kind == ResidenceKind.FLOATING ? Optional.of("02") : Optional.<String>empty();
        residences.moveIn(desk, new MoveIn(person, dwelling, kind, reason, LocalDate.now(clock)), WHY);
    }

    private UUID found(PersonId head, UUID dwelling) {
        var id = Ids.next();
        var members = new LinkedHashMap<UUID, Relation>(Map.of(head.value(), Relation.HEAD));
        households.found(
                desk,
                id,
                new Households.Founding(
                        Optional.empty(), HouseholdKind.FAMILY, dwelling, members, LocalDate.now(clock)),
                WHY);
        return id;
    }

    private void join(PersonId person, UUID household) {
        households.join(
                desk,
                household,
                households.held(household),
                person.value(),
                new Relation("97"),
                LocalDate.now(clock),
                WHY);
    }

    private void correct(PersonId id) {
        var person = people.person(id).orElseThrow(() -> Refusal.because(DuplicateReason.NO_LONGER_TWO));
        people.correct(
                desk,
                person.id(),
                person.revision(),
                person.facts().registeredAt("友谊大街" + random.nextInt(100) + "号"),
                WHY);
    }

    private void merge(PersonId kept, PersonId lost) {
        merged.add(merging.merge(reviewer, merging.propose(desk, kept, lost), kept, "同一人"));
    }

    private void undo() {
        if (!merged.isEmpty()) {
            merging.undo(reviewer, merged.get(random.nextInt(merged.size())), "两个人");
        }
    }

    private void gone(PersonId person) {
        switch (random.nextInt(6)) {
            case 0 -> people.withdraw(desk, person, WHY);
            case 1 ->
                erasures.empty(
                        desk,
                        person,
                        "rights-deletion",
                        new Because(ChangeSource.DESK, "申请删除", Optional.of("rights-request:" + Ids.next())));
            default -> people.stand(desk, person, Person.Standing.LEFT, WHY);
        }
    }

    /** A record as a phone would have it: where, at which version, and what. */
    private record Seen(List<String> scopes, long version, Map<String, Object> values) {}

    private Map<UUID, Seen> seen(ChangeLog log) {
        var seen = new HashMap<UUID, Seen>();
        known.forEach(person -> seen.put(person.value(), seen(log, "person", person.value())));
        doors.forEach(door -> seen.put(door, seen(log, "dwelling", door)));
        homes.forEach(home -> seen.put(home, seen(log, "household", home)));
        return seen;
    }

    private Seen seen(ChangeLog log, String type, UUID id) {
        return new Seen(log.scopesOf(id), log.versionOf(id), record(type, id));
    }

    private Map<String, Object> record(String type, UUID id) {
        return collection(type).load(desk, List.of(id)).getOrDefault(id, Map.of());
    }

    private SyncedCollection collection(String type) {
        return collections.stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static void compare(Map<UUID, Seen> before, Map<UUID, Seen> after, String step) {
        after.forEach((id, now) -> {
            var was = before.get(id);
            if (was == null) {
                return;
            }
            assertThat(now.version()).as(step).isGreaterThanOrEqualTo(was.version());
            assertThat(now.scopes()).as(step).hasSizeLessThanOrEqualTo(1);
            var onSomePhone = !now.scopes().isEmpty() || !was.scopes().isEmpty();
            if (onSomePhone
                    && (!now.values().equals(was.values()) || !now.scopes().equals(was.scopes()))) {
                assertThat(now.version()).as("%s: %s became %s", step, was, now).isGreaterThan(was.version());
            }
        });
    }

    private <T> T any(List<T> list) {
        if (list.isEmpty()) {
            throw Refusal.because(DuplicateReason.UNKNOWN_PAIR);
        }
        return list.get(random.nextInt(list.size()));
    }
}
