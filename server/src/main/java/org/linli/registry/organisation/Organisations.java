package org.linli.registry.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.privacy.DisclosureLedger;
import org.linli.registry.Because;
import org.linli.registry.RegistryReason;
import org.linli.registry.change.Changes;
import org.linli.registry.history.ChangeView;
import org.linli.registry.history.Histories;
import org.linli.registry.history.Trace;
import org.linli.registry.listing.Cursor;
import org.linli.registry.organisation.OrganisationRows.OrganisationRow;
import org.linli.shared.Ids;
import org.linli.shared.Page;
import org.linli.shared.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers organisations, corrects, dissolves and voids them, finds them, and says whom to call for a purpose. */
@Service
public class Organisations {

    public static final String READ = "registry.organisation.read";
    public static final String WRITE = "registry.organisation.write";

    private final OrganisationRows rows;
    private final OrganisationQueries queries;
    private final Histories histories;
    private final Changes changes;
    private final Areas areas;
    private final DisclosureLedger disclosures;
    private final AuditTrail audit;
    private final Clock clock;

    Organisations(
            OrganisationRows rows,
            OrganisationQueries queries,
            Histories histories,
            Changes changes,
            Areas areas,
            DisclosureLedger disclosures,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.queries = queries;
        this.histories = histories;
        this.changes = changes;
        this.areas = areas;
        this.disclosures = disclosures;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    OrganisationRow add(Acting by, OrganisationFacts facts, Because because) {
        by.require(WRITE, facts.division());
        check(facts);
        var id = Ids.next();
        try {
            rows.add(id, facts, changes.begin(by, because));
        } catch (DuplicateKeyException taken) {
            throw Refusal.ofField("uscc", RegistryReason.USCC_TAKEN);
        }
        note(by, "add", id);
        return rows.find(id).orElseThrow();
    }

    /** Puts other facts in the place of those of {@code revision}; what was not typed of whom to call stays. */
    @Transactional
    OrganisationRow correct(Acting by, UUID id, int revision, OrganisationFacts facts, Because because) {
        var row = living(by, id, revision);
        by.require(WRITE, facts.division());
        check(facts);
        var kept = facts.answeredBy(row.facts());
        try {
            rows.correct(id, kept, changes.begin(by, because));
        } catch (DuplicateKeyException taken) {
            throw Refusal.ofField("uscc", RegistryReason.USCC_TAKEN);
        }
        note(by, "correct", id);
        return rows.find(id).orElseThrow();
    }

    @Transactional
    void dissolve(Acting by, UUID id, int revision, LocalDate on, Because because) {
        var row = living(by, id, revision);
        if (row.dissolvedOn() != null) {
            throw Refusal.because(RegistryReason.DISSOLVED_ALREADY);
        }
        requirePast("on", on);
        if (row.facts().establishedOn().filter(on::isBefore).isPresent()) {
            throw Refusal.ofField("on", RegistryReason.DATES_REVERSED);
        }
        rows.dissolve(id, on, changes.begin(by, because));
        note(by, "dissolve", id);
    }

    @Transactional
    void voidOne(Acting by, UUID id, int revision, Because because) {
        living(by, id, revision);
        rows.voidOne(id, changes.begin(by, because));
        note(by, "void", id);
    }

    @Transactional(readOnly = true)
    Page<OrganisationQueries.Line> find(
            Acting by, OrganisationQueries.Question question, Optional<Cursor> after, int limit) {
        by.require(READ, question.area());
        areas.requireDivision(question.area());
        return queries.find(question, after, limit);
    }

    @Transactional(readOnly = true)
    OrganisationRow read(Acting by, UUID id) {
        return required(by, READ, id);
    }

    @Transactional(readOnly = true)
    List<ChangeView> changes(Acting by, UUID id) {
        required(by, READ, id);
        return histories.of(id, List.of(Trace.ORGANISATION), false);
    }

    /** Whom to call, in full; written to the disclosure ledger before it is shown. */
    @Transactional
    OrganisationRow reveal(Acting by, UUID id, String purpose) {
        var row = required(by, READ, id);
        if (purpose.isBlank()) {
            throw Refusal.ofField("purpose", RegistryReason.PURPOSE_MISSING);
        }
        var object = "organisation:" + id;
        disclosures.note(by, object, Set.of("name", "phone"), purpose.strip(), object);
        audit.note(by, "registry.organisation.reveal", object, Map.of());
        return row;
    }

    /** Whether an organisation may be named by a place. */
    @Transactional(readOnly = true)
    public boolean exists(UUID id) {
        return rows.find(id).filter(row -> !row.voided()).isPresent();
    }

    private void check(OrganisationFacts facts) {
        areas.requireDivision(facts.division());
        facts.establishedOn().ifPresent(day -> requirePast("establishedOn", day));
    }

    private OrganisationRow living(Acting by, UUID id, int revision) {
        by.require(WRITE);
        var row = rows.lock(id).orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_ORGANISATION));
        by.require(WRITE, row.facts().division());
        if (row.voided()) {
            throw Refusal.because(RegistryReason.VOIDED);
        }
        if (row.revision() != revision) {
            throw Refusal.because(RegistryReason.STALE);
        }
        return row;
    }

    private OrganisationRow required(Acting by, String word, UUID id) {
        by.require(word);
        var row = rows.find(id).orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_ORGANISATION));
        by.require(word, row.facts().division());
        return row;
    }

    private void requirePast(String field, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refusal.ofField(field, RegistryReason.DATE_IN_FUTURE, day);
        }
    }

    private void note(Acting by, String act, UUID id) {
        audit.note(by, "registry.organisation." + act, "organisation:" + id, Map.of());
    }
}
