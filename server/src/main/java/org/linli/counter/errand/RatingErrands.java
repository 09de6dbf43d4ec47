package org.linli.counter.errand;

import java.util.Set;
import org.linli.access.Acting;
import org.linli.casework.CaseRatings;
import org.linli.casework.CaseRatings.Given;
import org.linli.counter.hall.VisitRated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings ratings to the cases they are about; a low one opens a rectification case there. */
@Component
class RatingErrands {

    private static final Acting HOUSE = Acting.system("rating");

    private final ErrandFileRows rows;
    private final PublicProgress progress;
    private final CaseRatings ratings;

    RatingErrands(ErrandFileRows rows, PublicProgress progress, CaseRatings ratings) {
        this.rows = rows;
        this.progress = progress;
        this.ratings = ratings;
    }

    /** A visit was rated: what was finished in it is rated with it; what is still with a department is not yet. */
    @EventListener
    void rated(VisitRated rated) {
        var visit = rated.visit().value().toString();
        for (var caseId : rows.endedOfVisit(rated.visit().value())) {
            ratings.rate(
                    HOUSE,
                    new Given(
                            caseId,
                            visit,
                            rated.grade(),
                            rated.reasons(),
                            rated.words(),
                            "TABLET",
                            "visit:" + visit + ":" + caseId.value()));
        }
    }

    /** The applicant rates from the progress page. */
    @Transactional
    public void rate(String number, String lastFour, int grade, Set<String> reasons, String words, String key) {
        var errand = progress.identified(number, lastFour);
        ratings.rate(HOUSE, new Given(errand.caseId(), "", grade, reasons, words, "QR", key));
    }
}
