package org.linli.registry;

import org.linli.access.Acting;

/** Erasure (销毁): the values of a person's records are emptied, their history with them; the records stay, void. */
public interface Erasures {

    /**
     * Empties everything that says who somebody was. Where the person lived and with whom stays as figures of records that
     * name nobody.
     *
     * @param rule what asks for it: a retention rule's key, or {@code rights-deletion}
     */
    void empty(Acting by, PersonId person, String rule, Because because);
}
