package org.linli.grid.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.grid.team.Member.Duty;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.springframework.stereotype.Component;

/** Teams follow the ground they are responsible for when cells are drawn anew. */
@Component
public class TeamMoves {

    private static final String WHY = "网格调整";

    private final MemberRows rows;
    private final TeamScopes scopes;
    private final Clock clock;

    TeamMoves(MemberRows rows, TeamScopes scopes, Clock clock) {
        this.rows = rows;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** A new cell begins with the team of the one it was cut from, until it is staffed otherwise. */
    public void copy(DivisionCode from, DivisionCode to, Acting by) {
        var today = LocalDate.now(clock);
        for (var member : rows.inside(from, today)) {
            if (member.inForce(today) && !isFull(member, today)) {
                add(member, to, today, member.chief(), by);
            }
        }
    }

    /** Whoever was responsible for a cell that another took in is responsible for that one. */
    public void join(DivisionCode from, DivisionCode into, Acting by) {
        var today = LocalDate.now(clock);
        for (var member : rows.inside(from, today)) {
            rows.end(member.id(), today.minusDays(1), by, WHY);
            var hold = new MemberRows.Hold(member.account(), into);
            if (member.inForce(today) && !rows.isInForce(hold, today)) {
                add(member, into, today, false, by);
            }
            scopes.follow(new MemberRows.Hold(member.account(), from), by);
        }
    }

    /** How many people hold one of the cells on their phones. */
    public int phones(Collection<DivisionCode> cells) {
        var today = LocalDate.now(clock);
        return (int) cells.stream()
                .flatMap(cell -> rows.inside(cell, today).stream())
                .filter(member -> member.inForce(today))
                .map(Member::account)
                .distinct()
                .count();
    }

    private boolean isFull(Member member, LocalDate today) {
        return member.duty() == Duty.LEAD
                && rows.of(member.account(), today).stream()
                                .filter(one -> one.duty() == Duty.LEAD && one.inForce(today))
                                .count()
                        >= Teams.MOST_LED;
    }

    private void add(Member member, DivisionCode cell, LocalDate today, boolean chief, Acting by) {
        var id = Ids.next();
        rows.add(
                new Member(
                        id,
                        member.account(),
                        member.posting(),
                        member.name(),
                        member.role(),
                        cell,
                        member.tier(),
                        member.duty(),
                        chief,
                        Optional.empty(),
                        today,
                        member.to()),
                "moved:" + id,
                by,
                clock.instant());
        scopes.follow(new MemberRows.Hold(member.account(), cell), by);
    }
}
