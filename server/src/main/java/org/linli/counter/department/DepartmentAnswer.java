package org.linli.counter.department;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a department answered on one application.
 *
 * @param items what must be supplied, for {@link Kind#SUPPLEMENT}
 * @param ground the legal ground of a suspension, in the words of the casework's pause reasons
 * @param outcome for {@link Kind#RESULT}
 */
public record DepartmentAnswer(
        String line,
        String key,
        UUID errand,
        int sequence,
        Kind kind,
        Instant at,
        String departmentNumber,
        String reason,
        List<String> items,
        String ground,
        Optional<Outcome> outcome,
        Optional<Document> document) {

    /** What sort of answer. */
    public enum Kind {
        ACCEPTED,
        SUPPLEMENT,
        SUSPENDED,
        RESUMED,
        RESULT
    }

    /** How the department decided. */
    public enum Outcome {
        GRANTED,
        DENIED
    }

    /** The document a grant produced. */
    public record Document(String number, String title) {}
}
