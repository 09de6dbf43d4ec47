package org.linli.counter.department;

/** A message was not delivered. */
final class LineFailure extends Exception {

    private final boolean refused;

    private LineFailure(String reason, boolean refused) {
        super(reason);
        this.refused = refused;
    }

    /** The line or the department is out of order; the same message may succeed later. */
    static LineFailure outage(String reason) {
        return new LineFailure(reason, false);
    }

    /** The department understood the message and will not take it; sending it again is of no use. */
    static LineFailure refused(String reason) {
        return new LineFailure(reason, true);
    }

    boolean isRefused() {
        return refused;
    }
}
