package org.linli.registry.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.registry.field.Doorstep.CELL;
import static org.linli.registry.field.Doorstep.NEXT_CELL;
import static org.linli.registry.field.Doorstep.create;
import static org.linli.registry.field.Doorstep.values;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.registry.People;
import org.linli.registry.PersonId;
import org.linli.registry.dwelling.Dwellings;
import org.linli.registry.testing.ChangeLog;
import org.linli.registry.testing.Households;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;
import org.linli.sync.contributions.AlreadyKnown;
import org.linli.sync.contributions.Change;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A worker registers a woman who moved here from the next cell, where she is known. */
@LinliTest
class SamePersonTests {

    @Autowired
    FieldPeople onPhones;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Acting worker = Doorstep.worker();
    private final UUID known = Ids.next();
    private final UUID met = Ids.next();
    private final IdDocument document = Households.someDocument(Sex.FEMALE);
    private final String newPhone = Households.somePhone();
    private ChangeLog log;
    private UUID before;
    private UUID now;

    @BeforeEach
    void sheIsKnownNextDoor() {
        var doorstep = new Doorstep(jdbc, people);
        log = new ChangeLog(jdbc);
        before = doorstep.dwelling(NEXT_CELL);
        now = doorstep.dwelling(CELL);
        apply(() -> onPhones.create(worker, said(known, NEXT_CELL, before, Households.somePhone())));
        assertThatThrownBy(() -> apply(() -> onPhones.create(worker, said(met, CELL, now, newPhone))))
                .isInstanceOf(AlreadyKnown.class);
    }

    @Test
    void livesWhereTheWorkerMetHer() {
        decidedBy(reviewer(true), now);
        var her = onPhones.load(worker, List.of(known)).get(known);
        assertThat(her).containsEntry("dwelling", now.toString());
        assertThat(log.scopesOf(known)).containsExactly("grid:" + CELL);
        assertThat(log.forgottenIn(known)).containsExactly("grid:" + NEXT_CELL);
        assertThat(openResidences()).isEqualTo(1);
        log.equalsTheBase();
    }

    @Test
    void isMeantByTheIdentifierThatThePhoneGaveHer() {
        decidedBy(reviewer(true), now);
        assertThat(people.person(new PersonId(met)).orElseThrow().id().value()).isEqualTo(known);
        assertThat(log.scopesOf(met)).as("a signpost for the phone").containsExactly("grid:" + CELL);
        assertThat(jdbc.sql("select count(*) from registry.merge where kept_id = :known and lost_id = :met")
                        .param("known", known)
                        .param("met", met)
                        .query(Integer.class)
                        .single())
                .as("a merge like any other, which can be undone")
                .isEqualTo(1);
    }

    @Test
    void onlyGetsWhatWasNotKnownWhereSheLivedThereAlready() {
        decidedBy(reviewer(true), before);
        assertThat(log.scopesOf(known)).containsExactly("grid:" + NEXT_CELL);
        assertThat(openResidences()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from registry.phone where person_id = :known and voided_at is null")
                        .param("known", known)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void isNotMergedByWhoeverMayNotReviewDuplicates() {
        assertThatThrownBy(() -> decidedBy(reviewer(false), now)).isInstanceOf(Refusal.class);
        assertThat(onPhones.load(worker, List.of(met))).isEmpty();
        assertThat(log.scopesOf(known)).containsExactly("grid:" + NEXT_CELL);
    }

    @Test
    void isComparedWithoutHerWholeNumber() {
        var shown = onPhones.shown(said(met, CELL, now, newPhone).values());
        assertThat(shown).containsEntry("name", "王秀兰").doesNotContainValue(document.number());
        assertThat(shown.get("documentNumber").toString()).startsWith("159999").contains("****");
    }

    private void decidedBy(Acting reviewer, UUID dwelling) {
        apply(() -> onPhones.same(reviewer, said(met, CELL, dwelling, newPhone), known));
    }

    private Change said(UUID entity, String cell, UUID dwelling, String phone) {
        return create(
                entity,
                cell,
                values(
                        "name",
                        "王秀兰",
                        "sex",
                        "FEMALE",
                        "documentKind",
                        "RESIDENT_ID",
                        "documentNumber",
                        document.number(),
                        "phone",
                        phone,
                        "dwelling",
                        dwelling,
                        "residence",
                        "FLOATING",
                        "inflowReason",
                        "02",
                        "residenceFrom",
                        "2026-02-01"));
    }

    private int openResidences() {
        return jdbc.sql("""
                        select count(*) from registry.residence
                         where person_id = :known and voided_at is null and until_date is null""").param("known", known).query(Integer.class).single();
    }

    private static Acting reviewer(boolean ofDuplicates) {
        return Actings.with(
                "grid-lead",
                Actings.SHAOXIANLU_STATION,
                DivisionCode.of(CELL.substring(0, 9)),
                People.READ,
                People.WRITE,
                Dwellings.READ,
                Dwellings.WRITE,
                ofDuplicates ? "registry.duplicate.review" : "registry.figures.read");
    }

    private void apply(Runnable act) {
        transaction.executeWithoutResult(status -> act.run());
    }
}
