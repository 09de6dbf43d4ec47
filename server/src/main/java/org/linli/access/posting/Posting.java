package org.linli.access.posting;

import java.time.LocalDate;
import java.util.Optional;
import org.linli.access.AccountId;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;

/** Posting (岗位): an account's role at a unit, in an area, from one day to another. */
public record Posting(
        PostingId id,
        AccountId account,
        String role,
        UnitCode unit,
        DivisionCode area,
        Optional<UnitCode> homeUnit,
        LocalDate from,
        Optional<LocalDate> to,
        boolean ended) {

    /** Whether it gives its rights on a day. */
    public boolean isValidOn(LocalDate day) {
        return !ended
                && !day.isBefore(from)
                && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Whether it gives its rights on a day or will later. */
    boolean countsFrom(LocalDate day) {
        return !ended && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
