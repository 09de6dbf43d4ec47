package org.linli.privacy;

import java.util.List;
import java.util.Set;
import org.linli.access.Acting;

/** Disclosure ledger (调阅记录): every time a full personal value is shown or handed over, to whom, what and why. */
public interface DisclosureLedger {

    /** How the ledger names whoever has this document: an index under its own key, which is never rotated. */
    String subjectOf(String documentNumber);

    /**
     * @param subject whose data, as {@link #subjectOf} says or as an identifier, never the number itself
     * @param fields which fields, such as {@code idNumber}
     * @param purpose why, in the reader's words or as a code
     * @param object where it was shown, as {@code kind:identifier}
     */
    void note(Acting reader, String subject, Set<String> fields, String purpose, String object);

    /** The same was shown of many people at once, as in an export: a line for each of them. */
    void noteAll(Acting reader, List<String> subjects, Set<String> fields, String purpose, String object);
}
