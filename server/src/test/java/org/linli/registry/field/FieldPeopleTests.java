package org.linli.registry.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.registry.field.Doorstep.CELL;
import static org.linli.registry.field.Doorstep.NEXT_CELL;
import static org.linli.registry.field.Doorstep.command;
import static org.linli.registry.field.Doorstep.create;
import static org.linli.registry.field.Doorstep.patch;
import static org.linli.registry.field.Doorstep.values;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.privacy.DisclosureLedger;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PersonId;
import org.linli.registry.RegistryReason;
import org.linli.registry.Restrictions;
import org.linli.registry.history.Histories;
import org.linli.registry.history.Trace;
import org.linli.registry.testing.ChangeLog;
import org.linli.registry.testing.Households;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;
import org.linli.sync.contributions.AlreadyKnown;
import org.linli.sync.contributions.Change;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LinliTest
class FieldPeopleTests {

    @Autowired
    FieldPeople onPhones;

    @Autowired
    People people;

    @Autowired
    Restrictions restrictions;

    @Autowired
    Histories histories;

    @Autowired
    DisclosureLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    private final Acting worker = Doorstep.worker();
    private Doorstep doorstep;
    private ChangeLog log;
    private IdDocument document;
    private String phone;
    private UUID dwelling;
    private UUID head;
    private UUID household;

    /** One woman behind a door, head of her household. */
    @BeforeEach
    void somebodyIsThere() {
        doorstep = new Doorstep(jdbc, people);
        log = new ChangeLog(jdbc);
        document = Households.someDocument(Sex.FEMALE);
        phone = Households.somePhone();
        dwelling = doorstep.dwelling(CELL);
        head = Ids.next();
        onPhones.create(worker, create(head, CELL, full()));
        household = doorstep.households.household(dwelling, new PersonId(head));
        jdbc.sql("""
                update registry.household set division = :cell, revision = revision + 1, change_id = uuidv7()
                 where id = :id""").param("cell", CELL).param("id", household).update();
        clock.tick(Duration.ofMinutes(1));
    }

    @AfterEach
    void today() {
        clock.set(SettableClock.START);
    }

    private Map<String, @Nullable Object> full() {
        return values(
                "name", "王秀兰",
                "formerName", "王小兰",
                "sex", "FEMALE",
                "birth", document.idNumber().orElseThrow().birth().toString(),
                "documentKind", "RESIDENT_ID",
                "documentNumber", document.number(),
                "phone", phone,
                "maritalStatus", "20",
                "education", "60",
                "occupation", "教师",
                "employer", "三十三中",
                "dwelling", dwelling,
                "residence", "REGISTERED_HERE",
                "residenceFrom", "2010-05-01");
    }

    @Test
    void carriesWhatAWorkerNeedsAndNoWholeDocumentNumber() {
        var person = record(head);
        assertThat(person)
                .containsEntry("name", "王秀兰")
                .containsEntry("formerName", "王小兰")
                .containsEntry("sex", "FEMALE")
                .containsEntry("documentKind", "RESIDENT_ID")
                .containsEntry(
                        "documentNumber",
                        document.number().substring(0, 6) + "********"
                                + document.number().substring(14))
                .containsEntry("phone", phone)
                .containsEntry("maritalStatus", "20")
                .containsEntry("employer", "三十三中")
                .containsEntry("standing", "PRESENT")
                .containsEntry("household", household.toString())
                .containsEntry("relation", "02")
                .containsEntry("dwelling", dwelling.toString())
                .containsEntry("residence", "REGISTERED_HERE")
                .containsEntry("residenceFrom", "2010-05-01")
                .containsKey("residenceId")
                .doesNotContainKeys("mark", "alias", "inflowReason");
        assertThat(person.values()).noneMatch(value -> value.toString().contains(document.number()));
    }

    @Test
    void saysForTheLedgerWhoseValuesAPhoneGets() {
        var other = Ids.next();
        onPhones.create(worker, create(other, CELL, changed("documentNumber", null, "documentKind", null)));
        var disclosed = onPhones.disclosed(List.of(head, other));
        assertThat(disclosed.fields()).contains("name", "phone", "address");
        assertThat(disclosed.subjects())
                .containsExactlyInAnyOrder(ledger.subjectOf(document.number()), "person:" + other);
    }

    @Test
    void namesEveryFieldOfAUnitAsTheRecordDoes() {
        assertThat(onPhones.units().stream().flatMap(unit -> unit.fields().stream()))
                .contains("name", "documentNumber", "phone", "occupation", "household", "residenceFrom")
                .doesNotHaveDuplicates();
    }

    @Test
    void rememberWhoSawItWhereAndInWhichChange() {
        var change = patch(head, values("education", "20"));
        onPhones.patch(worker, change);
        var last = jdbc.sql("""
                select c.source, c.reference, c.actor from registry.change c
                  join registry.person p on p.change_id = c.id where p.id = :id""").param("id", head).query().singleRow();
        assertThat(last)
                .containsEntry("source", "FIELD")
                .containsEntry("reference", "mutation:" + change.mutation())
                .containsEntry("actor", worker.name());
        assertThat(histories.of(head, List.of(Trace.PERSON), false).getFirst().reason())
                .isEqualTo("网格员现场更正");
    }

    @Test
    void registersSomebodyIntoAHousehold() {
        var child = Ids.next();
        onPhones.create(
                worker,
                create(
                        child,
                        CELL,
                        values(
                                "name", "李小宝",
                                "sex", "MALE",
                                "birth", "2020-06-01",
                                "dwelling", dwelling,
                                "residence", "REGISTERED_HERE",
                                "household", household,
                                "relation", "20")));
        assertThat(record(child))
                .containsEntry("household", household.toString())
                .containsEntry("relation", "20")
                .containsEntry("residenceFrom", LocalDate.now(clock).toString());
        assertThat(log.scopesOf(child)).containsExactly("grid:" + CELL);
        log.equalsTheBase();
    }

    @Test
    void saysThatADocumentIsKnownAndWritesNothing() {
        var twin = Ids.next();
        assertThatThrownBy(() -> apply(() -> onPhones.create(worker, create(twin, CELL, full()))))
                .isInstanceOfSatisfying(
                        AlreadyKnown.class,
                        known -> assertThat(known.existing()).isEqualTo(head));
        assertThat(onPhones.load(worker, List.of(twin))).isEmpty();
        assertThat(log.scopesOf(twin)).isEmpty();
    }

    @Test
    void refusesWhatCannotBeRegisteredAndNamesTheField() {
        refuses("name", RegistryReason.VALUE_MISSING, "name", null);
        refuses("name", RegistryReason.TEXT_TOO_LONG, "name", "王".repeat(51));
        refuses("sex", RegistryReason.UNKNOWN_CODE, "sex", "WOMAN");
        refuses("birth", RegistryReason.MALFORMED_VALUE, "birth", "1950/1/1");
        refuses(
                "birth",
                RegistryReason.DATE_IN_FUTURE,
                "birth",
                "2199-01-01",
                "documentNumber",
                null,
                "documentKind",
                null);
        refuses("maritalStatus", RegistryReason.UNKNOWN_CODE, "maritalStatus", "77");
        refuses("education", RegistryReason.UNKNOWN_CODE, "education", "xx");
        refuses("phone", RegistryReason.MALFORMED_PHONE, "phone", "12");
        refuses("phone", RegistryReason.MALFORMED_VALUE, "phone", 13_800_138_000L);
        refuses("documentKind", RegistryReason.VALUE_MISSING, "documentKind", null);
        refuses("documentNumber", RegistryReason.VALUE_MISSING, "documentNumber", null);
        refuses("documentNumber", RegistryReason.NOT_AS_THE_NUMBER_SAYS, "sex", "MALE");
        refuses("dwelling", RegistryReason.VALUE_MISSING, "dwelling", null);
        refuses("dwelling", RegistryReason.MALFORMED_VALUE, "dwelling", "19-3-502");
        refuses("", RegistryReason.UNKNOWN_DWELLING, "dwelling", Ids.next());
        refuses("residence", RegistryReason.VALUE_MISSING, "residence", null);
        refuses("inflowReason", RegistryReason.INFLOW_REASON_MISSING, "residence", "FLOATING");
        refuses("residenceFrom", RegistryReason.DATE_IN_FUTURE, "residenceFrom", "2199-01-01");
        refuses("relation", RegistryReason.VALUE_MISSING, "household", household);
        refuses("relation", RegistryReason.UNKNOWN_CODE, "household", household, "relation", "00x");
        refuses("household", RegistryReason.UNKNOWN_HOUSEHOLD, "household", Ids.next(), "relation", "20");
        assertThatThrownBy(() -> apply(() -> onPhones.create(
                        worker, create(Ids.next(), CELL, changed("documentNumber", "150203194901010011")))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).contains("documentNumber"));
    }

    @Test
    void correctsEachUnitAndLeavesTheOthers() {
        var before = record(head);
        patched(values(
                "name",
                "王秀岚",
                "birth",
                document.idNumber().orElseThrow().birth().toString()));
        patched(values("phone", "139 1234-5678"));
        patched(values("maritalStatus", "30"));
        patched(values("education", null));
        patched(values("occupation", "退休", "employer", null));
        patched(values("relation", "02"));
        patched(values("residence", "FLOATING", "inflowReason", "02", "residenceFrom", "2011-01-01"));
        var after = record(head);
        assertThat(after)
                .containsEntry("name", "王秀岚")
                .containsEntry("phone", "13912345678")
                .containsEntry("maritalStatus", "30")
                .containsEntry("occupation", "退休")
                .containsEntry("residence", "FLOATING")
                .containsEntry("inflowReason", "02")
                .containsEntry("residenceFrom", "2011-01-01")
                .containsEntry("documentNumber", before.get("documentNumber"))
                .containsEntry("household", before.get("household"))
                .doesNotContainKeys("education", "employer");
        patched(values("phone", null));
        assertThat(record(head)).containsEntry("phone", phone);
        log.equalsTheBase();
    }

    @Test
    void correctsAnIdentityNumberTogetherWithWhatItSays() {
        var right = Households.someDocument(Sex.MALE);
        patched(values(
                "sex", "MALE",
                "birth", right.idNumber().orElseThrow().birth().toString(),
                "documentNumber", right.number()));
        assertThat(people.byDocument(right)).contains(new PersonId(head));
        assertThat(people.byDocument(document)).isEmpty();
        assertThat(people.person(new PersonId(head)).orElseThrow().documents()).hasSize(1);
        assertThat(record(head).get("documentNumber"))
                .asString()
                .startsWith(right.number().substring(0, 6));

        patched(values(
                "documentKind",
                "TEMPORARY_RESIDENT_ID",
                "documentNumber",
                record(head).get("documentNumber")));
        assertThat(record(head)).containsEntry("documentKind", "TEMPORARY_RESIDENT_ID");
        assertThat(people.byDocument(right)).contains(new PersonId(head));
    }

    @Test
    void refusesCorrectionsThatCannotBeAndNamesTheField() {
        var other = doorstep.households.register("李四", Households.someDocument(Sex.MALE), Households.somePhone());
        var taken = people.person(other).orElseThrow().idNumber().orElseThrow().value();
        var own = Map.of(
                "sex",
                (Object) "MALE",
                "birth",
                taken.substring(6, 10) + "-" + taken.substring(10, 12) + "-" + taken.substring(12, 14));
        var withTaken = new HashMap<String, @Nullable Object>(own);
        withTaken.put("documentNumber", taken);
        refusesPatch("documentNumber", RegistryReason.DOCUMENT_TAKEN, withTaken);
        refusesPatch("documentNumber", RegistryReason.NUMBER_MASKED, values("documentNumber", "110101********0011"));
        refusesPatch("documentNumber", RegistryReason.DOCUMENT_STAYS, values("documentNumber", null));
        refusesPatch("documentNumber", RegistryReason.NOT_AS_THE_NUMBER_SAYS, values("birth", "1900-01-01"));
        refusesPatch("name", RegistryReason.VALUE_MISSING, values("name", " "));
        refusesPatch("maritalStatus", RegistryReason.UNKNOWN_CODE, values("maritalStatus", "x"));
        refusesPatch("inflowReason", RegistryReason.INFLOW_REASON_MISSING, values("residence", "FLOATING"));
        refusesPatch("residenceFrom", RegistryReason.DATE_IN_FUTURE, values("residenceFrom", "2199-01-01"));
        refusesPatch("household", RegistryReason.UNKNOWN_HOUSEHOLD, values("household", Ids.next(), "relation", "20"));
        refusesPatch("relation", RegistryReason.RELATION_DOES_NOT_FIT, values("relation", "20"));
        assertThatThrownBy(() -> onPhones.patch(worker, patch(Ids.next(), values("name", "无人"))))
                .satisfies(is("", RegistryReason.UNKNOWN_PERSON));
    }

    @Test
    void movesSomebodyIntoTheNextCellAndItsPhones() {
        var there = doorstep.dwelling(NEXT_CELL);
        var version = log.versionOf(head);
        onPhones.command(
                worker,
                command(head, "move-in", values("dwelling", there, "kind", "REGISTERED_HERE", "from", "2026-02-01")));
        assertThat(record(head))
                .containsEntry("dwelling", there.toString())
                .containsEntry("residenceFrom", "2026-02-01");
        assertThat(log.scopesOf(head)).containsExactly("grid:" + NEXT_CELL);
        assertThat(log.forgottenIn(head)).containsExactly("grid:" + CELL);
        assertThat(log.versionOf(head)).isGreaterThan(version);
        log.equalsTheBase();
        refusesCommand(
                "kind",
                RegistryReason.UNKNOWN_CODE,
                "move-in",
                values("dwelling", there, "kind", "GUEST", "from", "2026-02-01"));
        refusesCommand(
                "dwelling", RegistryReason.VALUE_MISSING, "move-in", values("kind", "RENTAL", "from", "2026-02-01"));
        refusesCommand("from", RegistryReason.VALUE_MISSING, "move-in", values("dwelling", there, "kind", "RENTAL"));
        refusesCommand(
                "from",
                RegistryReason.DATE_IN_FUTURE,
                "move-in",
                values("dwelling", dwelling, "kind", "RENTAL", "from", "2199-02-01"));
        refusesCommand(
                "inflowReason",
                RegistryReason.INFLOW_REASON_MISSING,
                "move-in",
                values("dwelling", dwelling, "kind", "FLOATING", "from", "2026-02-02"));
        refusesCommand(
                "",
                RegistryReason.LIVES_THERE_ALREADY,
                "move-in",
                values("dwelling", there, "kind", "REGISTERED_HERE", "from", "2026-02-02"));
    }

    @Test
    void movesSomebodyIntoAHouseholdAndOutOfAnother() {
        var guest = Ids.next();
        onPhones.create(worker, create(guest, CELL, changed("documentNumber", null, "documentKind", null)));
        onPhones.command(
                worker,
                command(
                        guest,
                        "move-in",
                        values(
                                "dwelling",
                                doorstep.dwelling(CELL),
                                "kind",
                                "RENTAL",
                                "from",
                                "2026-02-01",
                                "household",
                                household,
                                "relation",
                                "99")));
        assertThat(record(guest))
                .containsEntry("household", household.toString())
                .containsEntry("relation", "99");
        onPhones.patch(worker, patch(guest, values("household", null)));
        assertThat(record(guest)).doesNotContainKeys("household", "relation");
        log.equalsTheBase();
    }

    @Test
    void movesSomebodyOut() {
        refusesCommand("until", RegistryReason.VALUE_MISSING, "move-out", values());
        refusesCommand("until", RegistryReason.DATES_REVERSED, "move-out", values("until", "1999-01-01"));
        onPhones.command(worker, command(head, "move-out", values("until", "2026-03-01", "registrationStays", true)));
        assertThat(record(head)).containsEntry("residence", "LIVING_ELSEWHERE").containsEntry("standing", "PRESENT");
        onPhones.command(worker, command(head, "move-out", values("until", "2026-03-01")));
        assertThat(record(head)).containsEntry("standing", "LEFT").doesNotContainKeys("residence", "dwelling");
        refusesCommand("", RegistryReason.UNKNOWN_RESIDENCE, "move-out", values("until", "2026-03-01"));
        log.equalsTheBase();
    }

    @Test
    void notesThatSomebodyDied() {
        refusesCommand("on", RegistryReason.VALUE_MISSING, "deceased", values());
        refusesCommand("on", RegistryReason.DATE_IN_FUTURE, "deceased", values("on", "2199-01-01"));
        refusesCommand("on", RegistryReason.DATES_REVERSED, "deceased", values("on", "1900-01-01"));
        onPhones.command(worker, command(head, "deceased", values("on", "2026-02-20")));
        assertThat(record(head)).containsEntry("standing", "DECEASED").containsEntry("standingSince", "2026-02-20");
        refusesCommand("", RegistryReason.DECEASED, "move-out", values("until", "2026-03-01"));
        refusesCommand("", RegistryReason.UNKNOWN_COMMAND, "resurrect", values());
    }

    @Test
    void takesBackWhoWasRegisteredInError() {
        var other = Ids.next();
        onPhones.create(
                worker,
                create(
                        other,
                        CELL,
                        changed(
                                "documentNumber",
                                null,
                                "documentKind",
                                null,
                                "household",
                                household,
                                "relation",
                                "97")));
        refusesCommand("", RegistryReason.HEAD_LEAVES_LAST, "registered-in-error", values());
        onPhones.command(worker, command(other, "registered-in-error", values("reason", "门牌看错，查无此人")));
        assertThat(onPhones.load(worker, List.of(other))).isEmpty();
        assertThat(log.scopesOf(other)).isEmpty();
        assertThat(log.forgottenIn(other)).containsExactly("grid:" + CELL);
        onPhones.command(worker, command(head, "registered-in-error", values()));
        assertThat(people.byDocument(document)).isEmpty();
        assertThat(log.forgottenIn(household)).containsExactly("grid:" + CELL);
        onPhones.create(worker, create(Ids.next(), CELL, full()));
        log.equalsTheBase();
        assertThat(onPhones.hold(head))
                .hasValueSatisfying(held -> assertThat(held.open()).isFalse());
    }

    @Test
    void marksWhoIsRestrictedAndLeavesThemAlone() {
        var version = log.versionOf(head);
        restrictions.restrict(
                worker,
                new PersonId(head),
                Restrictions.Ground.OBJECTION,
                new Because(ChangeSource.DESK, "本人提出异议", Optional.of("rights-request:" + Ids.next())));
        assertThat(record(head))
                .containsEntry("mark", "restricted")
                .containsKeys("name", "dwelling")
                .doesNotContainKeys("phone", "documentNumber", "employer", "formerName");
        assertThat(log.versionOf(head)).isGreaterThan(version);
        refusesPatch("", RegistryReason.RESTRICTED, values("education", "20"));
        refusesPatch("", RegistryReason.RESTRICTED, values("relation", "02"));
        refusesCommand("", RegistryReason.RESTRICTED, "move-out", values("until", "2026-03-01"));
        refusesCommand("", RegistryReason.RESTRICTED, "deceased", values("on", "2026-03-01"));
        refusesCommand("", RegistryReason.RESTRICTED, "registered-in-error", values());
    }

    @Test
    void holdsARecordAsThePhoneSeesIt() {
        transaction.executeWithoutResult(status -> assertThat(onPhones.hold(head))
                .hasValueSatisfying(held -> {
                    assertThat(held.scope()).isEqualTo("grid:" + CELL);
                    assertThat(held.values()).isEqualTo(record(head));
                    assertThat(held.open()).isTrue();
                }));
        assertThat(onPhones.hold(Ids.next())).isEmpty();
    }

    @Test
    void sealingANumberAnewIsNoChange() {
        var version = log.versionOf(head);
        jdbc.sql("update registry.phone set number_sealed = number_sealed || '' where person_id = :id")
                .param("id", head)
                .update();
        jdbc.sql("update registry.document set number_index = number_index || ''::bytea where person_id = :id")
                .param("id", head)
                .update();
        assertThat(log.versionOf(head)).isEqualTo(version);
        people.addPhone(worker, new PersonId(head), Households.somePhone(), Because.of(ChangeSource.DESK, "来电"));
        assertThat(log.versionOf(head)).isGreaterThan(version);
    }

    @Test
    void doesNotLetAWorkerChangeAnotherCommunity() {
        var elsewhere = doorstep.households.register(
                "张三", Households.someDocument(Sex.MALE), Households.somePhone(), DivisionCode.of("150203001016001"));
        assertThatThrownBy(() -> onPhones.patch(worker, patch(elsewhere.value(), values("education", "20"))))
                .isInstanceOf(Refusal.class);
        assertThat(people.person(elsewhere).map(Person::facts).orElseThrow().education())
                .isEmpty();
    }

    private Map<String, Object> record(UUID id) {
        return onPhones.load(worker, List.of(id)).getOrDefault(id, Map.of());
    }

    private void patched(Map<String, @Nullable Object> values) {
        clock.tick(Duration.ofMinutes(1));
        apply(() -> onPhones.patch(worker, patch(head, values)));
    }

    private Map<String, @Nullable Object> changed(@Nullable Object... pairs) {
        var changed = new HashMap<>(full());
        changed.putAll(values(pairs));
        return changed;
    }

    /** A creation like the full one but for these values; another number, because that one is taken. */
    private void refuses(String field, RegistryReason reason, @Nullable Object... pairs) {
        var fresh = Households.someDocument(Sex.FEMALE);
        var values = new HashMap<>(full());
        values.put("documentNumber", fresh.number());
        values.put("birth", fresh.idNumber().orElseThrow().birth().toString());
        values.putAll(values(pairs));
        Change change = create(Ids.next(), CELL, values);
        assertThatThrownBy(() -> apply(() -> onPhones.create(worker, change)))
                .as("%s", List.of(pairs.length == 0 ? "" : String.valueOf(pairs[0])))
                .satisfies(is(field, reason));
    }

    private void refusesPatch(String field, RegistryReason reason, Map<String, @Nullable Object> values) {
        assertThatThrownBy(() -> apply(() -> onPhones.patch(worker, patch(head, values))))
                .as("%s", values)
                .satisfies(is(field, reason));
    }

    private void refusesCommand(String field, RegistryReason reason, String word, Map<String, @Nullable Object> told) {
        assertThatThrownBy(() -> apply(() -> onPhones.command(worker, command(head, word, told))))
                .as("%s %s", word, told)
                .satisfies(is(field, reason));
    }

    /** In one transaction, as sync does. */
    private void apply(Runnable act) {
        transaction.executeWithoutResult(status -> act.run());
    }

    private static Consumer<Throwable> is(String field, RegistryReason reason) {
        return thrown -> {
            assertThat(thrown).isInstanceOf(Refusal.class);
            assertThat(((Refusal) thrown).reason()).isEqualTo(reason);
            assertThat(((Refusal) thrown).field().orElse("")).isEqualTo(field);
        };
    }
}
