package org.linli.wearables.batch;

import java.util.Set;
import org.linli.shared.DivisionCode;
import org.linli.wearables.ConsentKind;

/**
 * What the gateway knows of a registered device.
 *
 * @param consents what its wearer agrees to
 */
record Known(int id, DivisionCode division, Set<ConsentKind> consents) {

    boolean may(ConsentKind kind) {
        return consents.contains(kind);
    }
}
