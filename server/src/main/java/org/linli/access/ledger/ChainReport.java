package org.linli.access.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What walking a chain found.
 *
 * @param rows rows that are chained and were checked
 * @param waiting rows written so recently that they are not chained yet
 */
public record ChainReport(String chain, long rows, long waiting, List<Finding> findings) {

    /** What was done to a row behind the program's back. */
    public enum Kind {
        /** Its content is not what was sealed. */
        ALTERED,
        /** It is gone. */
        REMOVED,
        /** It was put there by hand. */
        INSERTED,
        /** It stands at a place in the chain that is not its own. */
        MOVED,
        /** The file beside the keystore that says how far the chain reached is missing or was altered. */
        ANCHOR_LOST
    }

    /** One row, or a run of removed rows; sequence 0 means that the row is in no chain. */
    public record Finding(Kind kind, long from, long to, Optional<UUID> row) {

        static Finding of(Kind kind, long sequence, UUID row) {
            return new Finding(kind, sequence, sequence, Optional.of(row));
        }

        @Override
        public String toString() {
            var place = from == to ? (from == 0 ? "outside the chain" : "row " + from) : "rows " + from + " to " + to;
            return place + ": " + kind + row.map(id -> " (" + id + ")").orElse("");
        }
    }

    public ChainReport {
        findings = List.copyOf(findings);
    }

    public boolean intact() {
        return findings.isEmpty();
    }
}
