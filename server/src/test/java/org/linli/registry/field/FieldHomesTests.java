package org.linli.registry.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.registry.field.Doorstep.CELL;
import static org.linli.registry.field.Doorstep.NEXT_CELL;
import static org.linli.registry.field.Doorstep.command;
import static org.linli.registry.field.Doorstep.create;
import static org.linli.registry.field.Doorstep.patch;
import static org.linli.registry.field.Doorstep.values;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.registry.People;
import org.linli.registry.RegistryReason;
import org.linli.registry.testing.ChangeLog;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.linli.sync.contributions.SyncedCollection;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Households and dwellings as a worker finds and changes them. */
@LinliTest
class FieldHomesTests {

    @Autowired
    FieldPeople onPhones;

    @Autowired
    FieldHouseholds households;

    @Autowired
    FieldDwellings dwellings;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Acting worker = Doorstep.worker();
    private Doorstep doorstep;
    private ChangeLog log;
    private UUID dwelling;
    private UUID husband;
    private UUID wife;
    private UUID household;

    /** A couple and their household. */
    @BeforeEach
    void aCoupleIsThere() {
        doorstep = new Doorstep(jdbc, people);
        log = new ChangeLog(jdbc);
        dwelling = doorstep.dwelling(CELL);
        husband = resident("李建国", "MALE", "1960-02-01");
        wife = resident("王桂英", "FEMALE", "1962-08-09");
        household = Ids.next();
        households.create(worker, create(household, CELL, couple("02", "12")));
    }

    private UUID resident(String name, String sex, String birth) {
        var id = Ids.next();
        onPhones.create(
                worker,
                create(
                        id,
                        CELL,
                        values(
                                "name",
                                name,
                                "sex",
                                sex,
                                "birth",
                                birth,
                                "dwelling",
                                dwelling,
                                "residence",
                                "REGISTERED_HERE",
                                "residenceFrom",
                                "2001-05-01")));
        return id;
    }

    private Map<String, @Nullable Object> couple(String his, String hers) {
        return values(
                "number",
                "1502%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000)),
                "kind",
                "FAMILY",
                "dwelling",
                dwelling,
                "from",
                "2001-05-01",
                "members",
                List.of(values("person", husband, "relation", his), values("person", wife, "relation", hers)));
    }

    @Test
    void carriesHouseholdsAndDwellings() {
        assertThat(household())
                .containsEntry("kind", "FAMILY")
                .containsEntry("head", husband.toString())
                .containsEntry("dwelling", dwelling.toString())
                .containsKey("number");
        assertThat(dwelling(dwelling))
                .containsEntry("compound", doorstep.compound.toString())
                .containsEntry("community", CELL.substring(0, 12))
                .containsEntry("building", "1")
                .containsEntry("use", "OWNER_OCCUPIED")
                .containsKeys("compoundName", "room")
                .doesNotContainKeys("lon", "floor", "squareMetres");
        assertThat(log.scopesOf(household)).containsExactly("grid:" + CELL);
        assertThat(log.scopesOf(dwelling)).containsExactly("grid:" + CELL);
        assertThat(households.hold(household)).hasValueSatisfying(held -> {
            assertThat(held.scope()).isEqualTo("grid:" + CELL);
            assertThat(held.values()).isEqualTo(household());
        });
        assertThat(dwellings.hold(dwelling).orElseThrow().values()).isEqualTo(dwelling(dwelling));
        log.equalsTheBase();
    }

    @Test
    void refusesHouseholdsThatCannotBe() {
        refuses(households, "members", RegistryReason.VALUE_MISSING, "members", List.of());
        refuses(households, "members", RegistryReason.MALFORMED_VALUE, "members", List.of("李建国"));
        refuses(
                households,
                "members",
                RegistryReason.RELATION_DOES_NOT_FIT,
                "members",
                List.of(values("person", husband, "relation", "20")));
        refuses(
                households,
                "members",
                RegistryReason.UNKNOWN_CODE,
                "members",
                List.of(values("person", husband, "relation", "0x")));
        refuses(
                households,
                "members",
                RegistryReason.IN_ANOTHER_HOUSEHOLD,
                "members",
                List.of(values("person", husband, "relation", "02")));
        refuses(households, "kind", RegistryReason.UNKNOWN_CODE, "kind", "CLAN");
        refuses(households, "dwelling", RegistryReason.VALUE_MISSING, "dwelling", null);
        refuses(households, "from", RegistryReason.DATE_IN_FUTURE, "from", "2199-01-01");
        refuses(households, "number", RegistryReason.TEXT_TOO_LONG, "number", "1".repeat(21));
        assertThatThrownBy(() -> households.patch(worker, patch(household, values("number", "1".repeat(21)))))
                .satisfies(is("number", RegistryReason.TEXT_TOO_LONG));
    }

    @Test
    void correctsTheNumberAndChangesTheHead() {
        var version = log.versionOf(household);
        households.patch(worker, patch(household, values("number", "15020399")));
        assertThat(household()).containsEntry("number", "15020399");
        assertThat(log.versionOf(household)).isGreaterThan(version);
        households.command(worker, command(household, "change-head", values("head", wife, "relations", Map.of())));
        assertThat(household()).containsEntry("head", wife.toString());
        assertThat(onPhones.load(worker, List.of(husband)).get(husband)).containsEntry("relation", "11");
        households.command(
                worker,
                command(household, "change-head", values("head", husband, "relations", Map.of(wife.toString(), "12"))));
        assertThat(household()).containsEntry("head", husband.toString());
        log.equalsTheBase();
        refusesCommand("head", RegistryReason.VALUE_MISSING, "change-head", values());
        refusesCommand("head", RegistryReason.HEAD_IS_NO_MEMBER, "change-head", values("head", Ids.next()));
        refusesCommand(
                "relations",
                RegistryReason.UNKNOWN_CODE,
                "change-head",
                values("head", wife, "relations", Map.of(husband.toString(), "0x")));
        refusesCommand(
                "relations",
                RegistryReason.RELATION_AGAINST_AGE,
                "change-head",
                values("head", wife, "relations", Map.of(husband.toString(), "20")));
        refusesCommand("", RegistryReason.UNKNOWN_COMMAND, "divide", values());
    }

    @Test
    void movesAHouseholdToAnotherCellInOneTransaction() {
        var there = doorstep.dwelling(NEXT_CELL);
        var before = List.of(log.versionOf(household), log.versionOf(husband), log.versionOf(wife));
        transaction.executeWithoutResult(status -> households.command(
                worker, command(household, "move", values("dwelling", there, "from", "2026-02-01"))));
        for (var id : List.of(household, husband, wife)) {
            assertThat(log.scopesOf(id)).containsExactly("grid:" + NEXT_CELL);
            assertThat(log.forgottenIn(id)).containsExactly("grid:" + CELL);
            assertThat(log.versionOf(id))
                    .isGreaterThan(before.get(List.of(household, husband, wife).indexOf(id)));
        }
        assertThat(onPhones.load(worker, List.of(wife)).get(wife))
                .containsEntry("dwelling", there.toString())
                .containsEntry("residence", "REGISTERED_HERE");
        assertThat(log.scopesOf(dwelling)).containsExactly("grid:" + CELL);
        log.equalsTheBase();
        refusesCommand("dwelling", RegistryReason.VALUE_MISSING, "move", values("from", "2026-02-01"));
        refusesCommand("from", RegistryReason.VALUE_MISSING, "move", values("dwelling", there));
        refusesCommand(
                "", RegistryReason.UNKNOWN_DWELLING, "move", values("dwelling", Ids.next(), "from", "2026-02-01"));
    }

    @Test
    void registersADwellingInTheWorkersCell() {
        var id = Ids.next();
        dwellings.create(
                worker,
                create(
                        id,
                        CELL,
                        values(
                                "compound",
                                doorstep.compound,
                                "building",
                                "9",
                                "unit",
                                "2",
                                "floor",
                                3,
                                "room",
                                "301",
                                "use",
                                "RENTAL",
                                "squareMetres",
                                78.5,
                                "lon",
                                109.83,
                                "lat",
                                40.65)));
        assertThat(dwelling(id))
                .containsEntry("floor", 3)
                .containsEntry("squareMetres", 78.5)
                .containsEntry("lon", 109.83)
                .containsEntry("use", "RENTAL");
        assertThat(log.scopesOf(id)).containsExactly("grid:" + CELL);
        refuses(
                dwellings,
                "room",
                RegistryReason.ADDRESS_TAKEN,
                "compound",
                doorstep.compound,
                "building",
                "9",
                "unit",
                "2",
                "room",
                "301");
        refuses(dwellings, "compound", RegistryReason.VALUE_MISSING, "building", "9", "room", "302");
        refuses(dwellings, "", RegistryReason.UNKNOWN_COMPOUND, "compound", Ids.next(), "room", "302");
        refuses(dwellings, "room", RegistryReason.DOOR_MISSING, "compound", doorstep.compound);
        refuses(
                dwellings,
                "use",
                RegistryReason.UNKNOWN_CODE,
                "compound",
                doorstep.compound,
                "room",
                "303",
                "use",
                "CASTLE");
        refuses(
                dwellings,
                "floor",
                RegistryReason.IMPOSSIBLE_NUMBER,
                "compound",
                doorstep.compound,
                "room",
                "303",
                "floor",
                999);
        refuses(
                dwellings,
                "floor",
                RegistryReason.MALFORMED_VALUE,
                "compound",
                doorstep.compound,
                "room",
                "303",
                "floor",
                1.5);
        refuses(
                dwellings,
                "squareMetres",
                RegistryReason.IMPOSSIBLE_NUMBER,
                "compound",
                doorstep.compound,
                "room",
                "303",
                "squareMetres",
                -1);
        refuses(
                dwellings,
                "lat",
                RegistryReason.VALUE_MISSING,
                "compound",
                doorstep.compound,
                "room",
                "303",
                "lon",
                109.8);
        refuses(
                dwellings,
                "lon",
                RegistryReason.MALFORMED_VALUE,
                "compound",
                doorstep.compound,
                "room",
                "303",
                "lon",
                999,
                "lat",
                40);
        var outside = create(Ids.next(), "150203001016001", values("compound", doorstep.compound, "room", "304"));
        assertThatThrownBy(() -> dwellings.create(worker, outside))
                .satisfies(is("division", RegistryReason.OUTSIDE_COMMUNITY));
    }

    @Test
    void correctsADwellingWhereItCounts() {
        dwellings.patch(worker, patch(dwelling, values("use", "VACANT")));
        dwellings.patch(worker, patch(dwelling, values("squareMetres", 91)));
        dwellings.patch(worker, patch(dwelling, values("lon", 109.9, "lat", 40.7)));
        dwellings.patch(worker, patch(dwelling, values("floor", 5, "room", "501甲")));
        assertThat(dwelling(dwelling))
                .containsEntry("use", "VACANT")
                .containsEntry("squareMetres", 91.0)
                .containsEntry("lat", 40.7)
                .containsEntry("floor", 5)
                .containsEntry("room", "501甲");
        assertThat(log.scopesOf(dwelling)).containsExactly("grid:" + CELL);
        dwellings.patch(worker, patch(dwelling, values("lon", null, "lat", null, "squareMetres", null)));
        assertThat(dwelling(dwelling)).doesNotContainKeys("lon", "lat", "squareMetres");
        assertThatThrownBy(() -> dwellings.patch(worker, patch(dwelling, values("use", null))))
                .satisfies(is("use", RegistryReason.VALUE_MISSING));
        assertThatThrownBy(() -> dwellings.patch(worker, patch(Ids.next(), values("use", "VACANT"))))
                .satisfies(is("", RegistryReason.UNKNOWN_DWELLING));
    }

    @Test
    void tellsThePhonesThatACompoundHasAnotherName() {
        var version = log.versionOf(dwelling);
        jdbc.sql("""
                update registry.compound set name = name || '二期', revision = revision + 1, change_id = uuidv7()
                 where id = :id""").param("id", doorstep.compound).update();
        assertThat(dwelling(dwelling).get("compoundName")).asString().endsWith("二期");
        assertThat(log.versionOf(dwelling)).isGreaterThan(version);
    }

    private Map<String, Object> household() {
        return households.load(worker, List.of(household)).getOrDefault(household, Map.of());
    }

    private Map<String, Object> dwelling(UUID id) {
        return dwellings.load(worker, List.of(id)).getOrDefault(id, Map.of());
    }

    private void refuses(SyncedCollection collection, String field, RegistryReason reason, @Nullable Object... pairs) {
        var values = collection == households ? couple("02", "12") : values();
        values.putAll(values(pairs));
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> collection.create(worker, create(Ids.next(), CELL, values))))
                .as("%s", values)
                .satisfies(is(field, reason));
    }

    private void refusesCommand(String field, RegistryReason reason, String word, Map<String, @Nullable Object> told) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> households.command(worker, command(household, word, told))))
                .as("%s %s", word, told)
                .satisfies(is(field, reason));
    }

    private static Consumer<Throwable> is(String field, RegistryReason reason) {
        return thrown -> {
            assertThat(thrown).isInstanceOf(Refusal.class);
            assertThat(((Refusal) thrown).reason()).isEqualTo(reason);
            assertThat(((Refusal) thrown).field().orElse("")).isEqualTo(field);
        };
    }
}
