package org.linli.counter.department;

import java.util.UUID;

/** Whoever knows what a department's answer means for the errand it belongs to. */
public interface AnswerTaker {

    /** What became of an answer. */
    enum Taken {
        APPLIED,
        /** The case has not come far enough; try again later. */
        TOO_EARLY,
        /** The case had ended before. */
        ENDED
    }

    /** Runs in a transaction of its own; a refusal leaves nothing behind and is shown to people with the answer. */
    Taken take(DepartmentAnswer answer);

    /** A message for the errand has been delivered, after {@code attempts} failures. */
    void delivered(UUID errand, String line, String departmentNumber, int attempts);

    /** A message for the errand was refused, or not delivered in the time set. */
    void undeliverable(UUID errand, String line, String reason);
}
