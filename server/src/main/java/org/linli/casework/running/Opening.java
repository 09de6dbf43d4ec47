package org.linli.casework.running;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseId;
import org.linli.casework.CaseReceipt;
import org.linli.casework.CaseTerms;
import org.linli.casework.CaseworkReason;
import org.linli.casework.OpenCase;
import org.linli.casework.procedure.Procedure;
import org.linli.casework.procedure.Procedures;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Opens cases: the first entry of a timeline, from the standing of nothing to the procedure's initial state. */
@Component
class Opening {

    /** The action's name on the timeline. */
    static final String OPEN = "open";

    private static final byte[] NOTHING_BEFORE = new byte[0];

    private final Procedures procedures;
    private final CaseNumberRows numbers;
    private final CaseRows rows;
    private final TimelineWriter writer;
    private final Clock clock;

    Opening(Procedures procedures, CaseNumberRows numbers, CaseRows rows, TimelineWriter writer, Clock clock) {
        this.procedures = procedures;
        this.numbers = numbers;
        this.rows = rows;
        this.writer = writer;
        this.clock = clock;
    }

    CaseReceipt open(Acting by, OpenCase command) {
        return open(by, command, null);
    }

    /** @param part what a case asked for by another is to it */
    CaseReceipt open(Acting by, OpenCase command, @Nullable String part) {
        return open(by, command, part, Set.of());
    }

    /** @param handlers accounts that handled what it is about, and so cannot verify it */
    CaseReceipt open(Acting by, OpenCase command, @Nullable String part, Set<UUID> handlers) {
        var procedure = procedures
                .current(command.procedure())
                .orElseThrow(() -> Refusal.because(CaseworkReason.UNKNOWN_PROCEDURE, command.procedure()));
        if (!procedure.openers().contains(by.role())) {
            throw Refusal.because(CaseworkReason.NOT_YOURS_TO_OPEN, procedure.names());
        }
        var file = fresh(by, command, procedure, part, handlers);
        var act = new ActOnCase(file.id(), 0, OPEN, "", Map.of(), command.requestKey());
        var draft = new Draft(file, procedure, by, act, clock.instant(), writer.calendars());
        draft.moveTo(procedure.initial());
        return writer.open(draft).orElseGet(() -> repeated(by, command));
    }

    private CaseFile fresh(
            Acting by, OpenCase command, Procedure procedure, @Nullable String part, Set<UUID> handlers) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var standing = new CaseFile.Standing(
                procedure.initial(),
                command.unit(),
                command.assignee().map(PostingId::value).orElse(null),
                null,
                CaseClocks.NONE,
                Moments.NEVER,
                Moments.NEVER,
                Set.of(),
                handlers,
                0,
                NOTHING_BEFORE,
                by.account().value(),
                0,
                null);
        return new CaseFile(
                new CaseId(Ids.next()),
                numbers.next(command.area()),
                procedure.key(),
                procedure.version(),
                command.title(),
                command.subject(),
                command.area(),
                by.isSystem() ? command.unit() : by.unit(),
                command.parent().map(CaseId::value).orElse(null),
                part,
                command.facts(),
                terms(command, procedure),
                now,
                by.posting().value(),
                CaseFile.Marks.NONE,
                standing);
    }

    private static CaseTerms terms(OpenCase command, Procedure procedure) {
        return new CaseTerms(
                command.terms().flatMap(CaseTerms::statutory).or(procedure.terms()::statutory),
                command.terms().flatMap(CaseTerms::promised).or(procedure.terms()::promised));
    }

    private CaseReceipt repeated(Acting by, OpenCase command) {
        var file = Optional.of(command.requestKey())
                .flatMap(rows::findByRequestKey)
                .filter(found -> found.procedure().equals(command.procedure())
                        && found.openedBy().equals(by.posting().value()))
                .orElseThrow(() -> Refusal.because(CaseworkReason.REQUEST_KEY_REUSED));
        return rows.load(file.id(), command.requestKey())
                .map(CaseRows.Loaded::answered)
                .orElseThrow()
                .receipt();
    }
}
