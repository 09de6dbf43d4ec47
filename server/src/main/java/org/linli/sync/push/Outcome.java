package org.linli.sync.push;

/** What became of a change (办理结果); each is final. */
enum Outcome {
    applied,
    /** Applied, though somebody else had changed the record meanwhile. */
    merged,
    /** A person decides; what stood stands. */
    review,
    /** It is recorded already; a person compares the two. */
    duplicate_person,
    refused,
    /** Made for what the account had not held for a week: kept for whoever holds it now. */
    out_of_scope_recorded
}
