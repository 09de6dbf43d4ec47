package org.linli.grid.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.access.PostingId;
import org.linli.access.PostingsInForce;
import org.linli.area.Areas;
import org.linli.grid.GridReason;
import org.linli.grid.GridWords;
import org.linli.grid.team.Member.Duty;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Staffs the cells. */
@Service
public class Teams {

    /** A leader has three or four cells (一级网格). */
    static final int MOST_LED = 4;

    private final MemberRows rows;
    private final TeamScopes scopes;
    private final PostingsInForce postings;
    private final Areas areas;
    private final AuditTrail audit;
    private final Clock clock;

    Teams(MemberRows rows, TeamScopes scopes, PostingsInForce postings, Areas areas, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.scopes = scopes;
        this.postings = postings;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Somebody to be made responsible for a cell.
     *
     * @param from the first day, not before today
     * @param to the last day, needed of a substitute
     */
    record NewMember(
            String requestKey,
            PostingId posting,
            DivisionCode cell,
            Duty duty,
            boolean chief,
            Optional<UUID> substituteFor,
            LocalDate from,
            Optional<LocalDate> to) {}

    @Transactional
    UUID add(Acting by, NewMember command) {
        by.require(GridWords.STAFF_TEAMS, command.cell());
        var earlier = rows.ofRequest(command.requestKey());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        rows.lock(command.cell());
        requireCell(command.cell());
        var holder = holder(command);
        requireDays(command);
        requireFree(command, holder);
        var member = new Member(
                Ids.next(),
                holder.account(),
                holder.posting(),
                holder.name(),
                holder.role(),
                command.cell(),
                command.duty().tier(),
                command.duty(),
                command.chief() && command.duty() == Duty.WORKER,
                command.substituteFor(),
                command.from(),
                command.to());
        rows.add(member, command.requestKey(), by, clock.instant());
        scopes.follow(new MemberRows.Hold(holder.account(), command.cell()), by);
        audit.note(
                by,
                GridWords.STAFF_TEAMS,
                "grid.member:" + member.id(),
                Map.of("cell", command.cell().value(), "duty", command.duty().name()));
        return member.id();
    }

    /** @param lastDay not before yesterday, which ends it at once */
    @Transactional
    void end(Acting by, UUID id, LocalDate lastDay, String reason) {
        var member = rows.find(id).orElseThrow(() -> Refusal.because(GridReason.UNKNOWN_MEMBER));
        by.require(GridWords.STAFF_TEAMS, member.cell());
        rows.lock(member.cell());
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", GridReason.REASON_MISSING);
        }
        var today = LocalDate.now(clock);
        if (lastDay.isBefore(today.minusDays(1))) {
            throw Refusal.ofField("lastDay", GridReason.DAY_OVER);
        }
        if (member.to().filter(today::isAfter).isPresent()) {
            throw Refusal.because(GridReason.MEMBER_ENDED);
        }
        rows.end(id, lastDay, by, reason.strip());
        scopes.follow(new MemberRows.Hold(member.account(), member.cell()), by);
        audit.note(by, GridWords.STAFF_TEAMS, "grid.member:" + id, Map.of("lastDay", lastDay.toString()));
    }

    List<Member> inside(Acting by, DivisionCode area) {
        by.require(GridWords.READ_TEAMS, area);
        return rows.inside(area, LocalDate.now(clock));
    }

    List<Member> own(Acting by) {
        return rows.of(by.account(), LocalDate.now(clock));
    }

    private void requireCell(DivisionCode cell) {
        if (cell.level() != DivisionCode.Level.GRID_CELL || areas.division(cell).isEmpty()) {
            throw Refusal.ofField("cell", GridReason.UNKNOWN_CELL, cell.value());
        }
    }

    private Acting holder(NewMember command) {
        var holder = postings.find(command.posting())
                .orElseThrow(() -> Refusal.ofField("posting", GridReason.UNKNOWN_POSTING));
        if (!holder.role().equals(command.duty().role())) {
            throw Refusal.ofField("duty", GridReason.DUTY_OF_ANOTHER_ROLE);
        }
        if (!holder.area().covers(command.cell())) {
            throw Refusal.ofField("posting", GridReason.POSTING_ELSEWHERE);
        }
        return holder;
    }

    private void requireDays(NewMember command) {
        if (command.from().isBefore(LocalDate.now(clock))) {
            throw Refusal.ofField("from", GridReason.DAY_OVER);
        }
        if (command.to().filter(command.from()::isAfter).isPresent()) {
            throw Refusal.ofField("to", GridReason.DAYS_REVERSED);
        }
        command.substituteFor().ifPresent(whom -> {
            var stoodInFor = rows.find(whom).filter(member -> member.cell().equals(command.cell()));
            if (stoodInFor.isEmpty()) {
                throw Refusal.ofField("substituteFor", GridReason.UNKNOWN_MEMBER);
            }
            if (command.to().isEmpty()) {
                throw Refusal.ofField("to", GridReason.SUBSTITUTE_ENDS);
            }
        });
    }

    private void requireFree(NewMember command, Acting holder) {
        var held = rows.of(holder.account(), command.from()).stream()
                .filter(member -> member.overlaps(command.from(), command.to()))
                .toList();
        if (held.stream().anyMatch(member -> member.cell().equals(command.cell()))) {
            throw Refusal.because(GridReason.MEMBER_ALREADY);
        }
        if (command.duty() == Duty.LEAD
                && held.stream().filter(member -> member.duty() == Duty.LEAD).count() >= MOST_LED) {
            throw Refusal.because(GridReason.TOO_MANY_LED, MOST_LED);
        }
    }
}
