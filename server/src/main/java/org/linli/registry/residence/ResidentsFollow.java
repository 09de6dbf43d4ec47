package org.linli.registry.residence;

import java.util.UUID;
import org.linli.access.Acting;
import org.linli.registry.Because;
import org.linli.registry.dwelling.MovesWithDwelling;
import org.linli.shared.DivisionCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** People count where their dwelling counts. */
@Component
class ResidentsFollow implements MovesWithDwelling {

    /** Asked for late, because residences in turn need dwellings. */
    private final ObjectProvider<Residences> residences;

    ResidentsFollow(ObjectProvider<Residences> residences) {
        this.residences = residences;
    }

    @Override
    public void follow(Acting by, UUID dwelling, DivisionCode division, Because because) {
        residences.getObject().follow(by, dwelling, because);
    }
}
