package org.linli.counter.errand;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.counter.hall.VisitId;
import org.linli.files.FileId;
import org.linli.shared.DivisionCode;

/**
 * What the window hands over to have an errand accepted.
 *
 * @param requestKey the same key again is answered with what it came to the first time
 * @param area the community the applicant lives in, or the sub-district where that is enough for the item
 * @param cardValidUntil the card's last day, when it was read from one
 * @param followUntil by when the materials that follow will be there; the item's own limit when empty
 */
public record AcceptErrand(
        String requestKey,
        Optional<VisitId> visit,
        Applicant applicant,
        boolean cardRead,
        Optional<LocalDate> cardValidUntil,
        DivisionCode area,
        String item,
        List<Offered> materials,
        Map<String, Object> form,
        boolean consentToReuse,
        Optional<LocalDate> followUntil,
        Optional<UUID> mandate) {

    /**
     * A material as the window found it.
     *
     * @param files its photos and scans
     * @param lack what is wrong with it when it does not do
     */
    public record Offered(String code, MaterialState state, List<FileId> files, Optional<Lack> lack) {}
}
