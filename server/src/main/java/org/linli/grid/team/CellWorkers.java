package org.linli.grid.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.shared.DivisionCode;
import org.springframework.stereotype.Component;

/** Who works where today, for the rest of the grid. */
@Component
public class CellWorkers {

    private final MemberRows rows;
    private final Clock clock;

    CellWorkers(MemberRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** One member of a cell's team. */
    public record Worker(UUID posting, UUID account, String name, String role, boolean chief) {}

    /** The team of a cell, its chief worker first. */
    public List<Worker> of(DivisionCode cell) {
        var today = LocalDate.now(clock);
        return rows.inside(cell, today).stream()
                .filter(member -> member.inForce(today))
                .sorted(java.util.Comparator.comparing((Member member) -> !member.chief())
                        .thenComparing(Member::tier, java.util.Comparator.reverseOrder()))
                .map(member -> new Worker(
                        member.posting().value(),
                        member.account().value(),
                        member.name(),
                        member.role(),
                        member.chief()))
                .toList();
    }

    /** The cells somebody is responsible for today. */
    public List<DivisionCode> cellsOf(AccountId account) {
        var today = LocalDate.now(clock);
        return rows.of(account, today).stream()
                .filter(member -> member.inForce(today))
                .map(Member::cell)
                .distinct()
                .toList();
    }

    public boolean worksIn(Acting by, DivisionCode cell) {
        return rows.isInForce(new MemberRows.Hold(by.account(), cell), LocalDate.now(clock));
    }
}
