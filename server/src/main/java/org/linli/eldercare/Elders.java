package org.linli.eldercare;

import java.util.UUID;
import org.linli.access.Acting;

/** Elder files (老人服务档案) as the rest of the house fills them. */
public interface Elders {

    /** How somebody lives. */
    enum Living {
        UNKNOWN,
        /** 独居. */
        ALONE,
        /** With a partner only (空巢). */
        COUPLE,
        WITH_CHILDREN,
        WITH_OTHERS,
        INSTITUTION
    }

    /** What a contact is to the elder. */
    enum Relation {
        SPOUSE,
        CHILD,
        GRANDCHILD,
        SIBLING,
        RELATIVE,
        NEIGHBOUR,
        FRIEND,
        CARER,
        /** Somebody of the residents' committee. */
        COMMUNITY
    }

    /**
     * Opens a file, or changes it.
     *
     * @param revision of the file that was read; 0 where there is none yet
     * @param needs what helpers must know; may be empty
     * @throws org.linli.shared.Refusal when the person is unknown, somebody else was faster, or the text is too long
     */
    void describe(Acting by, UUID person, int revision, Living living, String needs);

    /**
     * Adds somebody to be called last; opens a file where there is none.
     *
     * @throws org.linli.shared.Refusal when the number is none or a contact's already, or there are ten
     */
    UUID addContact(Acting by, UUID person, String name, Relation relation, String phone);
}
