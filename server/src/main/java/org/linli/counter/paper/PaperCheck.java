package org.linli.counter.paper;

/** Paper check (文书核验): what a check code turns out to be. */
public sealed interface PaperCheck {

    /** Issued by this platform and in force. */
    record Genuine(Paper paper) implements PaperCheck {}

    /** Issued by this platform and withdrawn since. */
    record Withdrawn(Paper paper) implements PaperCheck {}

    /** A code this platform's key made, of a paper it does not hold. */
    record Unknown() implements PaperCheck {}

    /** Looks like a check code, but this platform's key did not make it: altered, or mistyped. */
    record Altered() implements PaperCheck {}
}
