package org.linli.counter.hall;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.casework.CaseId;
import org.linli.counter.catalogue.Items;
import org.linli.privacy.BlindIndex;
import org.linli.privacy.FieldCipher;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the hall tells and hears from the rest of the counter. */
@Service
class HallVisits implements Visits {

    private final VisitRows visits;
    private final ErrandRows errands;
    private final Items items;
    private final FieldCipher cipher;
    private final BlindIndex index;
    private final Clock clock;

    HallVisits(VisitRows visits, ErrandRows errands, Items items, FieldCipher cipher, BlindIndex index, Clock clock) {
        this.visits = visits;
        this.errands = errands;
        this.items = items;
        this.cipher = cipher;
        this.index = index;
        this.clock = clock;
    }

    @Override
    public Optional<Serving> serving(PostingId posting) {
        return visits.servedBy(posting.value()).map(Visit::serving);
    }

    @Override
    @Transactional
    public Serving hold(Acting by, VisitId visit, Holder holder) {
        var mine = atWindow(by, visit);
        var idIndex =
                holder.idNumber().map(number -> index.of("id-number", number)).orElse(null);
        return visits.hold(mine.id(), cipher.seal(CheckingIn.NAME, holder.name()), idIndex, clock.instant())
                .serving();
    }

    @Override
    @Transactional
    public void noteErrandStarted(Acting by, VisitId visit, UUID errand, String itemCode, int itemVersion) {
        var mine = atWindow(by, visit);
        var calledAt = mine.calledAt() == null ? clock.instant() : mine.calledAt();
        var atHall = items.version(itemCode, itemVersion).atHall();
        errands.start(errand, mine, itemCode, itemVersion, atHall, calledAt, clock.instant());
    }

    @Override
    @Transactional
    public Duration noteErrandFinished(Acting by, VisitId visit, UUID errand, Optional<CaseId> caseId) {
        return errands.finish(
                        errand,
                        visit.value(),
                        clock.instant(),
                        caseId.map(CaseId::value).orElse(null))
                .map(Duration::ofSeconds)
                .orElseThrow(() -> Refusal.because(HallReason.VISIT_UNKNOWN));
    }

    private Visit atWindow(Acting by, VisitId id) {
        by.require(HallWords.CALL);
        var visit = visits.find(id.value()).orElseThrow(() -> Refusal.because(HallReason.VISIT_UNKNOWN));
        if (!visit.isAtWindow()) {
            throw Refusal.because(HallReason.VISIT_STATE, visit.ticket());
        }
        if (!visit.isServedBy(by.posting())) {
            throw Refusal.because(HallReason.VISIT_OTHER_WINDOW, visit.ticket());
        }
        return visit;
    }
}
