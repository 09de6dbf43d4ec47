package org.linli.wearables.device;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.WearablesReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Devices as the rest of the module asks about them: whether somebody may look, and what the wearer agreed to. */
@Component
public class WornDevices {

    private final WearableRows rows;

    WornDevices(WearableRows rows) {
        this.rows = rows;
    }

    /**
     * A device that somebody may wear.
     *
     * @param place the last position that is known
     */
    public record Worn(
            int id, DivisionCode division, Optional<UUID> wearer, Set<ConsentKind> consents, Optional<Point> place) {

        public boolean agreesTo(ConsentKind kind) {
            return consents.contains(kind);
        }
    }

    /** @throws Refusal when there is no such device, or the posting lacks the word or the area */
    public Worn look(Acting by, String word, int id) {
        return allowed(by, word, rows.find(id));
    }

    /**
     * Held until the end of the transaction, so that its consents stay as they are.
     *
     * @throws Refusal when there is no such device, it is out of use, or the posting lacks the word or the area
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Worn hold(Acting by, String word, int id) {
        var device = rows.hold(id);
        var worn = allowed(by, word, device);
        if (device.orElseThrow().retiredAt().isPresent()) {
            throw Refusal.because(WearablesReason.DEVICE_RETIRED);
        }
        return worn;
    }

    private static Worn allowed(Acting by, String word, Optional<Device> found) {
        var device = found.orElseThrow(() -> Refusal.because(WearablesReason.UNKNOWN_DEVICE));
        by.require(word, device.division());
        return new Worn(
                device.id(),
                device.division(),
                device.wearer(),
                device.consents().keySet(),
                device.fix().map(Device.Fixed::point));
    }
}
