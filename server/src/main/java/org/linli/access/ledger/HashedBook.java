package org.linli.access.ledger;

import java.util.List;

/**
 * Records that carry hashes of their own instead of lying in a {@link SealedChain}; a module's bean of it is walked with
 * the chains when somebody asks whether anything was changed behind the program's back.
 */
public interface HashedBook {

    /** What a walk came to; each finding names what was done to which record. */
    record Report(String book, long checked, List<String> findings) {

        public Report {
            findings = List.copyOf(findings);
        }
    }

    Report verify();
}
