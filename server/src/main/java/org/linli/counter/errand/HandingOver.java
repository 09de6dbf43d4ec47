package org.linli.counter.errand;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseSnapshot;
import org.linli.casework.CaseWords;
import org.linli.casework.Cases;
import org.linli.counter.errand.HandoverRows.Handover;
import org.linli.notify.Notices;
import org.linli.notify.Notices.Notice;
import org.linli.notify.Notices.Recipient.ToRole;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hand-overs (移交): an agency point sends the errands it took and their originals to its station; the clerk who receives
 * them says which are there, and a case that waits for the window is that clerk's from then on.
 */
@Service
class HandingOver {

    static final String MAKE = "counter.handover.make";
    static final String TAKE = "counter.handover.take";

    private final Errands errands;
    private final HandoverRows rows;
    private final Places places;
    private final Cases cases;
    private final CaseWords words;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    HandingOver(
            Errands errands,
            HandoverRows rows,
            Places places,
            Cases cases,
            CaseWords words,
            Notices notices,
            AuditTrail audit,
            Clock clock) {
        this.errands = errands;
        this.rows = rows;
        this.places = places;
        this.cases = cases;
        this.words = words;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Handover make(Acting by, List<ErrandId> which, String note, String requestKey) {
        by.require(MAKE);
        var earlier = rows.findByRequest(requestKey);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (!places.isAgencyPoint(by.unit())) {
            throw Refusal.because(ErrandReason.HANDOVER_FROM_POINTS_ONLY);
        }
        var station = places.station(by).code();
        var handover = new Handover(
                Ids.next(),
                by.unit(),
                station,
                clock.instant(),
                by.name(),
                note.strip(),
                Optional.empty(),
                Optional.empty());
        rows.add(handover, requestKey);
        for (var id : which) {
            var errand = errands.reach(by, id);
            if (!rows.send(handover.id(), id, by.unit())) {
                throw Refusal.ofField("errands", ErrandReason.NOTHING_TO_SETTLE, errand.caseNumber());
            }
            passOn(by, errand, handover, requestKey);
        }
        tell(handover, which.size());
        audit.note(by, MAKE, "handover:" + handover.id(), Map.of("errands", "" + which.size()));
        return handover;
    }

    /** Where the next step is the window's, the case goes into the station's pool with its papers. */
    private void passOn(Acting by, Errand errand, Handover handover, String requestKey) {
        var standing = cases.find(errand.caseId()).orElseThrow();
        if (standing.assignee().filter(by.posting()::equals).isPresent() && isTheWindowsTurn(standing)) {
            Map<String, Object> input = Map.of("unit", handover.station().value());
            var key = requestKey + ":" + errand.id().value();
            cases.act(by, new ActOnCase(errand.caseId(), standing.revision(), "hand-over", "移交中心站", input, key));
        }
    }

    private void tell(Handover handover, int count) {
        notices.send(new Notice(
                List.of(new ToRole(handover.station(), "clerk"), new ToRole(handover.station(), "station-head")),
                "notice.counter.handover",
                Map.of("by", handover.madeBy(), "count", Integer.toString(count)),
                "handover:" + handover.id(),
                "/counter/handovers",
                false));
    }

    /** @param absent the errands whose papers did not come, and what the clerk says about it */
    @Transactional
    Handover take(Acting by, UUID id, Map<ErrandId, String> absent) {
        by.require(TAKE);
        var handover = rows.find(id)
                .filter(found -> found.station().equals(by.unit()))
                .orElseThrow(() -> Refusal.because(ErrandReason.UNKNOWN_HANDOVER));
        if (!rows.take(id, clock.instant(), by.name())) {
            throw Refusal.because(ErrandReason.HANDOVER_TAKEN);
        }
        for (var errand : rows.errandsOf(id)) {
            rows.settle(id, errand, !absent.containsKey(errand), absent.getOrDefault(errand, ""));
            if (!absent.containsKey(errand)) {
                claim(by, errands.reach(by, errand), id);
            }
        }
        audit.note(by, TAKE, "handover:" + id, Map.of("absent", "" + absent.size()));
        return rows.find(id).orElseThrow();
    }

    private void claim(Acting by, Errand errand, UUID handover) {
        var standing = cases.find(errand.caseId()).orElseThrow();
        if (standing.assignee().isEmpty() && standing.unit().equals(by.unit()) && isTheWindowsTurn(standing)) {
            var key = "handover:" + handover + ":" + errand.id().value();
            cases.act(by, new ActOnCase(errand.caseId(), standing.revision(), "claim", "", Map.of(), key));
        }
    }

    private boolean isTheWindowsTurn(CaseSnapshot standing) {
        return !standing.ended()
                && words.state(standing.procedure(), standing.procedureVersion(), standing.state())
                        .turn()
                        .equals("WINDOW");
    }
}
