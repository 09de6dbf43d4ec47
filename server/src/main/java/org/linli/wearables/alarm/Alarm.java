package org.linli.wearables.alarm;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.AlarmLevel;

/**
 * Alarm (设备报警) of a device.
 *
 * @param detail what was measured, or the name of the zone
 * @param device the number it is registered under
 * @param wearer person of the base
 * @param times how often it was raised while it was open
 * @param position the last one known, where the wearer agreed to it
 */
record Alarm(
        UUID id,
        AlarmKind kind,
        AlarmLevel level,
        Optional<String> detail,
        int deviceId,
        String device,
        Optional<UUID> wearer,
        DivisionCode division,
        Instant raisedAt,
        Instant lastAt,
        int times,
        Optional<Position> position,
        Optional<Claim> claim,
        Optional<Closing> closing) {

    /** Where, and when by the device's clock. */
    record Position(Instant at, Point point) {}

    /** Who looks after it. */
    record Claim(Instant at, UUID posting, String name) {}

    /** What came of it. */
    enum Outcome {
        HELPED,
        BY_MISTAKE,
        TEST,
        NOBODY_FOUND,
        /** It passed before anybody looked: the device was heard again, or charged. */
        PASSED
    }

    record Closing(Instant at, Outcome outcome) {}
}
