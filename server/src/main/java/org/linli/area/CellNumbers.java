package org.linli.area;

import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Numbers for new cells: none that a cell of the community has or ever had. */
@Component
class CellNumbers {

    private static final int FIRST = 1;
    private static final int LAST = 900;
    private static final int FIRST_DEDICATED = 901;
    private static final int LAST_DEDICATED = 999;

    private final CellRows rows;

    CellNumbers(CellRows rows) {
        this.rows = rows;
    }

    Free of(DivisionCode community) {
        return new Free(
                community,
                rows.highest(community, FIRST, LAST),
                rows.highest(community, FIRST_DEDICATED, LAST_DEDICATED));
    }

    /** The numbers that are free in one community. */
    static final class Free {

        private final DivisionCode community;
        private int last;
        private int lastDedicated;

        private Free(DivisionCode community, int last, int lastDedicated) {
            this.community = community;
            this.last = last;
            this.lastDedicated = lastDedicated;
        }

        DivisionCode next(boolean dedicated) {
            var number = dedicated ? ++lastDedicated : ++last;
            if (number > (dedicated ? LAST_DEDICATED : LAST)) {
                throw Refusal.because(AreaReason.NUMBERS_USED_UP, community.value());
            }
            return DivisionCode.of("%s%03d".formatted(community.value(), number));
        }
    }
}
