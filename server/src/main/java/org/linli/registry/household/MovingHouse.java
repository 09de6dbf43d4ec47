package org.linli.registry.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.registry.Because;
import org.linli.registry.PersonId;
import org.linli.registry.change.Changes;
import org.linli.registry.dwelling.Dwellings;
import org.linli.registry.household.HouseholdRows.HouseholdRow;
import org.linli.registry.residence.MoveIn;
import org.linli.registry.residence.ResidenceKind;
import org.linli.registry.residence.Residences;
import org.linli.registry.residence.Residences.Stay;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a whole household (整户迁移): with it goes whoever of it lives where it was; who lives elsewhere stays there. */
@Service
public class MovingHouse {

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
        var moving = rows.kin(id).stream()
                .map(kin -> new PersonId(kin.person()))
                .filter(person -> stay(person, row.dwelling()).isPresent())
                .map(person -> new MoveIn(person, dwelling, kind, inflowReason, from))
                .toList();
        return move(by, row, dwelling, moving, because);
    }

    /**
     * The same, each on the footing on which they lived where they were.
     *
     * @return how many people moved
     */
    @Transactional
    public int move(Acting by, UUID id, UUID dwelling, LocalDate from, Because because) {
        var row = households.living(by, id, households.held(id));
        var moving = rows.kin(id).stream()
                .map(kin -> new PersonId(kin.person()))
                .flatMap(person -> stay(person, row.dwelling()).stream()
                        .map(stay -> new MoveIn(person, dwelling, stay.kind(), stay.inflowReason(), from)))
                .toList();
        return move(by, row, dwelling, moving, because);
    }

    private int move(Acting by, HouseholdRow row, UUID dwelling, List<MoveIn> moving, Because because) {
        var division = dwellings.requireStanding(dwelling);
        by.require(Dwellings.WRITE, division);
        households.place(row, dwelling, division, changes.begin(by, because));
        moving.forEach(one -> residences.moveIn(by, one, because));
        households.note(by, "move", row.id());
        return moving.size();
    }

    private Optional<Stay> stay(PersonId person, @Nullable UUID dwelling) {
        return dwelling == null
                ? Optional.empty()
                : residences.stayIn(person, dwelling).filter(stay -> stay.kind().isLivedIn());
    }
}
