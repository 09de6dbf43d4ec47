package org.linli.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.shared.Names;

/**
 * Cases as those who work on them see them, for modules that show them on pages and phones of their own. Nothing is noted
 * here: whoever shows a case audits it.
 */
public interface CaseReadings {

    /**
     * One case.
     *
     * @param hold why it may not move on, as a code such as {@code JOINED}
     * @param supervision colour of a supervision that is not closed
     * @param extension how an extension that was asked for stands: ASKED, GRANTED or REFUSED
     * @param joinedInto the case it is handled with
     * @param offers what the reader may do now
     */
    record Reading(
            CaseSnapshot standing,
            CaseWords.StateWords state,
            Optional<String> hold,
            Optional<String> supervision,
            Optional<String> extension,
            Optional<CaseId> joinedInto,
            List<Entry> timeline,
            List<Offer> offers) {

        public Reading {
            timeline = List.copyOf(timeline);
            offers = List.copyOf(offers);
        }
    }

    /** An entry of the timeline; {@code moved} when the case came into another state with it. */
    record Entry(
            int seq,
            Instant at,
            String by,
            String role,
            UnitCode unit,
            String action,
            Names names,
            String to,
            boolean moved,
            String note,
            Optional<String> decision) {}

    /** Something the reader may do; {@code primary} is what usually comes next, at most one. */
    record Offer(String action, Names names, boolean builtIn, boolean primary) {}

    /** Those of the cases that the reader may see. */
    Map<CaseId, Reading> of(Acting reader, Collection<CaseId> ids);

    /**
     * Keeps others from moving a case until the transaction ends. Whoever locks rows of its own that follow a case locks the
     * case first, since an action does too.
     */
    void hold(CaseId id);

    /** How a case stands, for the module that opened it, without timeline and offers. */
    Optional<Reading> standing(CaseId id);
}
