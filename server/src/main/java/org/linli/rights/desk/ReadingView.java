package org.linli.rights.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.privacy.PersonalReadings.Reading;

/**
 * One time somebody read or worked on the person's data: unit and role, never the name of the staff.
 *
 * @param full whether values were shown in full
 */
record ReadingView(
        UUID id,
        Instant at,
        boolean full,
        String role,
        String unit,
        @Nullable String homeUnit,
        List<String> fields,
        String purpose,
        String object) {

    static ReadingView of(Reading reading) {
        return new ReadingView(
                reading.id(),
                reading.at(),
                reading.full(),
                reading.role(),
                reading.unit(),
                reading.homeUnit().orElse(null),
                reading.fields(),
                reading.purpose(),
                reading.object());
    }
}
