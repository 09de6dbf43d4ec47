package org.linli.wearables.batch;

import java.util.List;
import java.util.Set;
import org.linli.shared.DivisionCode;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.limit.PersonLimits;
import org.linli.wearables.zone.WatchedZone;

/**
 * What the gateway knows of a registered device.
 *
 * @param consents what its wearer agrees to
 * @param zones that are watched, without where the wearer is taken to be
 * @param limits of the wearer's vitals
 */
record Known(int id, DivisionCode division, Set<ConsentKind> consents, List<WatchedZone> zones, PersonLimits limits) {

    boolean may(ConsentKind kind) {
        return consents.contains(kind);
    }
}
