package org.linli.casework;

import org.linli.shared.Names;

/** How a procedure calls its states and actions, for modules that show a case to the people it is for. */
public interface CaseWords {

    /**
     * A state in words.
     *
     * @param turn whose turn it is: WINDOW, APPLICANT, DEPARTMENT, COMMITTEE, UNIT or NOBODY
     * @param clock RUN, PAUSE or STOP
     */
    record StateWords(Names names, String kind, String turn, String clock) {}

    StateWords state(String procedure, int version, String state);

    /** The action's names; built-in actions are called by their own word. */
    Names action(String procedure, int version, String action);
}
