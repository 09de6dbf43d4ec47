package org.linli.registry.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.registry.Because;
import org.linli.registry.RegistryReason;
import org.linli.registry.change.Change;
import org.linli.registry.change.Changes;
import org.linli.registry.dwelling.Dwellings;
import org.linli.registry.household.HouseholdRows.HouseholdRow;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Founds households, lets people join and leave, and gives them other heads. */
@Service
public class Households {

    /** A household to be founded; one of the members is the head. */
    public record Founding(
            Optional<String> number, HouseholdKind kind, UUID dwelling, Map<UUID, Relation> members, LocalDate from) {}

    private static final int LONGEST_NUMBER = 20;

    private final HouseholdRows rows;
    private final Dwellings dwellings;
    private final Changes changes;
    private final AuditTrail audit;
    private final Clock clock;

    Households(HouseholdRows rows, Dwellings dwellings, Changes changes, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.dwellings = dwellings;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    UUID found(Acting by, Founding founding, Because because) {
        var id = Ids.next();
        found(by, id, founding, because);
        return id;
    }

    /** Founds a household under an identifier that was given out before, as phones do that are offline. */
    @Transactional
    public void found(Acting by, UUID id, Founding founding, Because because) {
        var division = dwellings.requireStanding(founding.dwelling());
        by.require(Dwellings.WRITE, division);
        requireNumber(founding.number());
        requirePast("from", founding.from());
        var household = founding.members().entrySet().stream()
                .map(member -> kin(member.getKey(), member.getValue()))
                .toList();
        Kinship.require(household);
        var head = household.stream()
                .filter(kin -> kin.relation().isHead())
                .findFirst()
                .orElseThrow();
        var change = changes.begin(by, because);
        rows.add(
                new HouseholdRow(
                        id, founding.number(), founding.kind(), head.person(), founding.dwelling(), division, 1, false),
                change);
        household.forEach(kin -> join(id, kin, founding.from(), change));
        note(by, "found", id);
    }

    /** Against what whoever sees no revisions changes a household: held as it is until the transaction ends. */
    @Transactional
    public int held(UUID id) {
        return rows.lock(id)
                .orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_HOUSEHOLD))
                .revision();
    }

    @Transactional
    public void join(
            Acting by, UUID id, int revision, UUID person, Relation relation, LocalDate from, Because because) {
        var row = living(by, id, revision);
        requirePast("from", from);
        var household = new ArrayList<>(rows.kin(id));
        if (household.stream().anyMatch(kin -> kin.person().equals(person))) {
            throw Refusal.ofField("person", RegistryReason.IN_ANOTHER_HOUSEHOLD);
        }
        var joining = kin(person, relation);
        household.add(joining);
        Kinship.require(household);
        var change = changes.begin(by, because);
        join(id, joining, from, change);
        rows.change(row, change);
        note(by, "join", id);
    }

    /** Lets somebody leave. The head leaves last, and with the last of them the household ends. */
    @Transactional
    public void leave(Acting by, UUID id, int revision, UUID person, LocalDate until, Because because) {
        var row = living(by, id, revision);
        requirePast("until", until);
        var member = rows.member(id, person).orElseThrow(() -> Refusal.because(RegistryReason.NO_MEMBER));
        var others = rows.kin(id).size() - 1;
        if (person.equals(row.head()) && others > 0) {
            throw Refusal.ofField("person", RegistryReason.HEAD_LEAVES_LAST);
        }
        if (member.from() != null && until.isBefore(member.from())) {
            throw Refusal.ofField("until", RegistryReason.DATES_REVERSED);
        }
        var change = changes.begin(by, because);
        rows.leave(member.id(), until, change);
        rows.change(others == 0 ? ended(row) : row, change);
        note(by, others == 0 ? "end" : "leave", id);
    }

    /** How everybody would be related to a new head; nothing where it has to be asked. */
    @Transactional(readOnly = true)
    Map<UUID, Optional<Relation>> proposeHead(Acting by, UUID id, UUID head) {
        by.require(Dwellings.WRITE);
        var row = rows.find(id).orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_HOUSEHOLD));
        by.require(Dwellings.WRITE, row.division());
        return proposals(rows.kin(id), head);
    }

    /** Gives the household another head. Relations that were not told must follow from the former ones. */
    @Transactional
    public void changeHead(Acting by, UUID id, int revision, UUID head, Map<UUID, Relation> told, Because because) {
        var row = living(by, id, revision);
        var household = rows.kin(id);
        if (head.equals(row.head())) {
            return;
        }
        var proposed = proposals(household, head);
        var after = household.stream()
                .map(kin -> kin.as(Optional.ofNullable(told.get(kin.person()))
                        .filter(relation -> !kin.person().equals(head))
                        .or(() -> proposed.getOrDefault(kin.person(), Optional.empty()))
                        .orElseThrow(() -> Refusal.ofField("relations", RegistryReason.RELATION_MISSING))))
                .toList();
        Kinship.require(after);
        var change = changes.begin(by, because);
        after.forEach(
                kin -> rows.relate(rows.member(id, kin.person()).orElseThrow().id(), kin.relation(), change));
        rows.change(headed(row, head), change);
        note(by, "change-head", id);
    }

    @Transactional
    public void relate(Acting by, UUID id, int revision, UUID person, Relation relation, Because because) {
        var row = living(by, id, revision);
        var member = rows.member(id, person).orElseThrow(() -> Refusal.because(RegistryReason.NO_MEMBER));
        Kinship.require(rows.kin(id).stream()
                .map(kin -> kin.person().equals(person) ? kin.as(relation) : kin)
                .toList());
        var change = changes.begin(by, because);
        rows.relate(member.id(), relation, change);
        rows.change(row, change);
        note(by, "relate", id);
    }

    @Transactional
    public void renumber(Acting by, UUID id, Optional<String> number, Because because) {
        var row = living(by, id, held(id));
        correct(by, id, row.revision(), number, row.kind(), because);
    }

    @Transactional
    void correct(Acting by, UUID id, int revision, Optional<String> number, HouseholdKind kind, Because because) {
        var row = living(by, id, revision);
        requireNumber(number);
        var to = new HouseholdRow(id, number, kind, row.head(), row.dwelling(), row.division(), revision, false);
        rows.change(to, changes.begin(by, because));
        note(by, "correct", id);
    }

    /** Voids a household that was registered by mistake; whoever belonged to it belongs to none. */
    @Transactional
    void voidOne(Acting by, UUID id, int revision, Because because) {
        var row = living(by, id, revision);
        var change = changes.begin(by, because);
        var today = LocalDate.now(clock);
        rows.kin(id)
                .forEach(kin ->
                        rows.leave(rows.member(id, kin.person()).orElseThrow().id(), today, change));
        rows.change(ended(row), change);
        note(by, "void", id);
    }

    /** Puts the household into another dwelling. */
    void place(HouseholdRow row, UUID dwelling, DivisionCode division, Change change) {
        rows.change(
                new HouseholdRow(
                        row.id(), row.number(), row.kind(), row.head(), dwelling, division, row.revision(), false),
                change);
    }

    /** The household, held until the transaction ends, if it is as whoever changes it saw it. */
    HouseholdRow living(Acting by, UUID id, int revision) {
        by.require(Dwellings.WRITE);
        var row = rows.lock(id).orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_HOUSEHOLD));
        by.require(Dwellings.WRITE, row.division());
        if (row.voided()) {
            throw Refusal.because(RegistryReason.VOIDED);
        }
        if (row.revision() != revision) {
            throw Refusal.because(RegistryReason.STALE);
        }
        return row;
    }

    void note(Acting by, String act, UUID id) {
        audit.note(by, "registry.household." + act, "household:" + id, Map.of());
    }

    private static Map<UUID, Optional<Relation>> proposals(List<Kin> household, UUID head) {
        var former = household.stream()
                .filter(kin -> kin.relation().isHead())
                .findFirst()
                .orElseThrow(() -> Refusal.because(RegistryReason.HEAD_IS_NO_MEMBER));
        var chosen = household.stream()
                .filter(kin -> kin.person().equals(head))
                .findFirst()
                .orElseThrow(() -> Refusal.ofField("head", RegistryReason.HEAD_IS_NO_MEMBER));
        var change = new NewHead(former, chosen, household);
        var proposals = new LinkedHashMap<UUID, Optional<Relation>>();
        household.forEach(kin -> proposals.put(kin.person(), change.of(kin)));
        return proposals;
    }

    private void join(UUID household, Kin kin, LocalDate from, Change change) {
        if (kin.birth() != null && from.isBefore(kin.birth())) {
            throw Refusal.ofField("from", RegistryReason.DATES_REVERSED);
        }
        try {
            rows.join(household, kin.person(), kin.relation(), from, change);
        } catch (DuplicateKeyException belongsToAnother) {
            throw Refusal.ofField("person", RegistryReason.IN_ANOTHER_HOUSEHOLD);
        }
    }

    private Kin kin(UUID person, Relation relation) {
        return rows.kin(person, relation).orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_PERSON));
    }

    private static HouseholdRow headed(HouseholdRow row, @Nullable UUID head) {
        return new HouseholdRow(
                row.id(), row.number(), row.kind(), head, row.dwelling(), row.division(), row.revision(), false);
    }

    private static HouseholdRow ended(HouseholdRow row) {
        return new HouseholdRow(
                row.id(), row.number(), row.kind(), row.head(), row.dwelling(), row.division(), row.revision(), true);
    }

    private static void requireNumber(Optional<String> number) {
        if (number.filter(text -> text.length() > LONGEST_NUMBER).isPresent()) {
            throw Refusal.ofField("number", RegistryReason.TEXT_TOO_LONG, LONGEST_NUMBER);
        }
    }

    private void requirePast(String field, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refusal.ofField(field, RegistryReason.DATE_IN_FUTURE, day);
        }
    }
}
