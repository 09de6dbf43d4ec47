package org.linli.wearables.alarm;

import java.time.Instant;
import java.util.Optional;
import org.linli.shared.DivisionCode;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.AlarmLevel;

/**
 * A device calls.
 *
 * @param detail what was measured, or the name of the zone
 * @param division the area whose desks hear it
 */
public record Raise(
        int device, AlarmKind kind, AlarmLevel level, Optional<String> detail, DivisionCode division, Instant at) {

    public static Raise of(int device, AlarmKind kind, DivisionCode division, Instant at) {
        return new Raise(device, kind, kind.level(), Optional.empty(), division, at);
    }
}
