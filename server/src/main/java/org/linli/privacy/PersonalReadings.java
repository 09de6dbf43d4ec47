package org.linli.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.shared.Page;

/**
 * Who read somebody's data and for what (谁看过我的信息): the disclosure ledger, and what the audit trail says of the same
 * records. It names units and roles, never the staff.
 */
public interface PersonalReadings {

    /**
     * One reading.
     *
     * @param full whether values were shown in full; otherwise the record was worked on or seen masked
     * @param fields which fields were shown in full
     * @param purpose the reader's words or a code, such as {@code counter-service}; of the audit trail the act
     */
    record Reading(
            UUID id,
            Instant at,
            boolean full,
            String role,
            String unit,
            Optional<String> homeUnit,
            List<String> fields,
            String purpose,
            String object) {

        public Reading {
            fields = List.copyOf(fields);
        }
    }

    /** What is looked for; the last day is included. */
    record Question(Set<String> subjects, Optional<LocalDate> from, Optional<LocalDate> to) {

        public Question {
            subjects = Set.copyOf(subjects);
        }
    }

    /**
     * A page, newest first.
     *
     * @param question {@code subjects} as {@link DisclosureLedger#subjectOf} says and as identifiers such as
     *     {@code person:…}
     */
    Page<Reading> page(Question question, Optional<String> after);
}
