package org.linli.grid.team;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.AccountId;
import org.linli.access.PostingId;
import org.linli.shared.DivisionCode;

/**
 * Somebody responsible for a cell (网格队伍成员), from one day to another.
 *
 * @param chief whether this worker answers for the cell
 * @param substituteFor whom the member stands in for
 * @param to the last day
 */
record Member(
        UUID id,
        AccountId account,
        PostingId posting,
        String name,
        String role,
        DivisionCode cell,
        int tier,
        Duty duty,
        boolean chief,
        Optional<UUID> substituteFor,
        LocalDate from,
        Optional<LocalDate> to) {

    /** What somebody does in the cell; each is held through a posting of one role. */
    enum Duty {
        /** 网格长. */
        LEAD("grid-lead"),
        /** 专职网格员. */
        WORKER("grid-worker"),
        /** 综治网格员. */
        SECURITY("grid-steward"),
        /** 物业网格员. */
        PROPERTY("grid-steward"),
        /** 楼栋管家. */
        BUILDING("grid-steward");

        private final String role;

        Duty(String role) {
            this.role = role;
        }

        String role() {
            return role;
        }

        int tier() {
            return this == LEAD ? 1 : 2;
        }
    }

    boolean inForce(LocalDate day) {
        return !from.isAfter(day) && to.filter(day::isAfter).isEmpty();
    }

    boolean overlaps(LocalDate begin, Optional<LocalDate> end) {
        return to.filter(begin::isAfter).isEmpty() && end.filter(from::isAfter).isEmpty();
    }
}
