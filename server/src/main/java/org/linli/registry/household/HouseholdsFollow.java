package org.linli.registry.household;

import java.util.UUID;
import org.linli.access.Acting;
import org.linli.registry.Because;
import org.linli.registry.change.Changes;
import org.linli.registry.dwelling.MovesWithDwelling;
import org.linli.shared.DivisionCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Households count where their dwelling counts. */
@Component
class HouseholdsFollow implements MovesWithDwelling {

    private final HouseholdRows rows;
    private final Changes changes;

    /** Asked for late, because households in turn need dwellings. */
    private final ObjectProvider<Households> households;

    HouseholdsFollow(HouseholdRows rows, Changes changes, ObjectProvider<Households> households) {
        this.rows = rows;
        this.changes = changes;
        this.households = households;
    }

    @Override
    public void follow(Acting by, UUID dwelling, DivisionCode division, Because because) {
        rows.in(dwelling)
                .forEach(row -> households.getObject().place(row, dwelling, division, changes.begin(by, because)));
    }
}
