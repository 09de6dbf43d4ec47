package org.linli.wearables.batch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.linli.wearables.AlarmKind;

/**
 * What a device said at one time (设备报文), whatever its protocol.
 *
 * @param device the number it is registered under
 * @param received by the server's clock
 * @param at by the device's clock; the server's where it says none
 * @param battery in percent
 * @param vitals what it measured of its wearer
 * @param kinds what it calls for; an alarm frame with several raises each
 * @param answer sent when what was said is committed
 */
public record Message(
        String device,
        Instant received,
        Instant at,
        OptionalInt battery,
        Optional<Fix> fix,
        List<Vital> vitals,
        Set<AlarmKind> kinds,
        Optional<byte[]> answer) {

    /** Goes before everything that waits. */
    public boolean isUrgent() {
        return kinds.stream().anyMatch(AlarmKind::isUrgent);
    }
}
