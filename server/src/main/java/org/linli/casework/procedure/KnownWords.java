package org.linli.casework.procedure;

import java.util.Set;

/** The words a procedure may use that others define. */
public interface KnownWords {

    /** Role words of postings. */
    Set<String> roles();

    /** Codes of the effects that exist. */
    Set<String> effects();
}
