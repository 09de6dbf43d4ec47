package org.linli.registry.household;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.registry.Because;
import org.linli.registry.PersonId;
import org.linli.registry.change.Changes;
import org.linli.registry.dwelling.Dwellings;
import org.linli.registry.residence.MoveIn;
import org.linli.registry.residence.ResidenceKind;
import org.linli.registry.residence.Residences;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a whole household (整户迁移): with it goes whoever of it lives where it was; who lives elsewhere stays there. */
@Service
class MovingHouse {

    private final Households households;
    private final HouseholdRows rows;
    private final Dwellings dwellings;
    private final Residences residences;
    private final Changes changes;

    MovingHouse(
            Households households, HouseholdRows rows, Dwellings dwellings, Residences residences, Changes changes) {
        this.households = households;
        this.rows = rows;
        this.dwellings = dwellings;
        this.residences = residences;
        this.changes = changes;
    }

    /** @return how many people moved */
    @Transactional
    int move(
            Acting by,
            UUID id,
            int revision,
            UUID dwelling,
            ResidenceKind kind,
            Optional<String> inflowReason,
            LocalDate from,
            Because because) {
        var row = households.living(by, id, revision);
        var division = dwellings.requireStanding(dwelling);
        by.require(Dwellings.WRITE, division);
        var moving = rows.kin(id).stream()
                .map(kin -> new PersonId(kin.person()))
                .filter(person -> livesIn(person, row.dwelling()))
                .toList();
        households.place(row, dwelling, division, changes.begin(by, because));
        moving.forEach(
                person -> residences.moveIn(by, new MoveIn(person, dwelling, kind, inflowReason, from), because));
        households.note(by, "move", id);
        return moving.size();
    }

    private boolean livesIn(PersonId person, @Nullable UUID dwelling) {
        return dwelling != null
                && residences
                        .kindIn(person, dwelling)
                        .filter(ResidenceKind::isLivedIn)
                        .isPresent();
    }
}
