package org.linli.registry.restriction;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.PersonId;
import org.linli.registry.RegistryReason;
import org.linli.registry.Restrictions;
import org.linli.registry.change.Changes;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets, lifts and asks for restrictions. */
@Service
class StoredRestrictions implements Restrictions {

    /** References of requests at the data-rights desk begin so. */
    private static final String REQUEST = "rights-request:";

    private static final Set<ChangeSource> IN_PERSON = Set.of(ChangeSource.CARD, ChangeSource.COUNTER);

    private final RestrictionRows rows;
    private final Changes changes;
    private final AuditTrail audit;

    StoredRestrictions(RestrictionRows rows, Changes changes, AuditTrail audit) {
        this.rows = rows;
        this.changes = changes;
        this.audit = audit;
    }

    @Override
    public List<Restriction> of(PersonId person) {
        return rows.of(person);
    }

    @Override
    public Set<PersonId> among(Collection<PersonId> people) {
        return rows.among(people);
    }

    @Override
    public void requireFree(PersonId person, Because because) {
        var own = because.reference().filter(reference -> reference.startsWith(REQUEST));
        if (IN_PERSON.contains(because.source()) || own.isPresent()) {
            return;
        }
        if (!rows.among(Set.of(person)).isEmpty()) {
            throw Refusal.because(RegistryReason.RESTRICTED);
        }
    }

    @Override
    @Transactional
    public Restriction restrict(Acting by, PersonId person, Ground ground, Because because) {
        var reference = because.reference()
                .orElseThrow(() -> new IllegalArgumentException("a restriction names what asked for it"));
        if (!rows.lock(person)) {
            throw Refusal.because(RegistryReason.UNKNOWN_PERSON);
        }
        var same = rows.of(person).stream()
                .filter(one -> one.liftedAt().isEmpty()
                        && one.ground() == ground
                        && one.reference().equals(reference))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        var id = Ids.next();
        rows.add(id, person, ground, reference, changes.begin(by, because));
        audit.note(
                by,
                "registry.restriction.set",
                "person:" + person,
                Map.of("ground", ground.name(), "reference", reference));
        return rows.find(id).orElseThrow();
    }

    @Override
    @Transactional
    public void lift(Acting by, UUID id, Because because) {
        var restriction = rows.find(id).orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_RESTRICTION));
        if (!rows.lift(id, changes.begin(by, because))) {
            throw Refusal.because(RegistryReason.RESTRICTION_LIFTED);
        }
        audit.note(
                by,
                "registry.restriction.lift",
                "person:" + restriction.person(),
                Map.of("ground", restriction.ground().name(), "reference", restriction.reference()));
    }
}
