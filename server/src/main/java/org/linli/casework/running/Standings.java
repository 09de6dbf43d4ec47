package org.linli.casework.running;

import java.util.Set;
import org.linli.access.Acting;

/** How a posting stands towards a case, for the actions that no procedure states. */
final class Standings {

    /** Answers for all units of an area. */
    static final String SUPERVISOR = "district-supervisor";

    /** Roles that answer for whatever lies in their area, at whichever unit. */
    static final Set<String> ANSWERING_FOR_AREAS = Set.of(SUPERVISOR, "grid-lead", "grid-dispatcher");

    /** Answers for the cases of a station. */
    private static final String HEAD = "station-head";

    private Standings() {}

    /** Works at the unit whose turn it is, or was sent by it. */
    static boolean atUnit(Acting by, CaseFile file) {
        var unit = file.now().unit();
        return by.unit().equals(unit) || by.homeUnit().filter(unit::equals).isPresent();
    }

    static boolean holds(Acting by, CaseFile file) {
        return file.heldBy(by.posting());
    }

    /** Holds the case, or works where an unheld one lies. */
    static boolean inCharge(Acting by, CaseFile file) {
        return by.isSystem() || holds(by, file) || (file.now().assignee() == null && atUnit(by, file));
    }

    /** Has a say over it: a head of the unit or the station, or somebody who supervises the area it lies in. */
    static boolean above(Acting by, CaseFile file) {
        if (by.may(CaseworkWords.SUPERVISE) || by.role().equals(SUPERVISOR)) {
            return by.area().covers(file.area());
        }
        return by.role().equals(HEAD) && (atUnit(by, file) || by.unit().equals(file.station()));
    }

    /** Holds it, works at its unit or its station, or has a say over it. */
    static boolean concerned(Acting by, CaseFile file) {
        return by.isSystem()
                || holds(by, file)
                || atUnit(by, file)
                || by.unit().equals(file.station())
                || above(by, file);
    }
}
