package org.linli.casework.running;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.access.Acting;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseId;
import org.linli.casework.CaseReceipt;
import org.linli.casework.CaseSnapshot;
import org.linli.casework.Cases;
import org.linli.casework.CaseworkReason;
import org.linli.casework.OpenCase;
import org.linli.casework.procedure.Procedures;
import org.linli.shared.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs cases: each call reads a case once, works the action out in memory, and writes it in one statement. */
@Service
class CaseDesk implements Cases {

    private final Procedures procedures;
    private final Opening opening;
    private final CaseRows rows;
    private final Receipts receipts;
    private final TimelineWriter writer;
    private final FollowUps followUps;
    private final Map<String, BuiltIn> builtIns;
    private final Holders holders;
    private final Clock clock;

    CaseDesk(
            Procedures procedures,
            Opening opening,
            CaseRows rows,
            Receipts receipts,
            TimelineWriter writer,
            FollowUps followUps,
            List<BuiltIn> builtIns,
            Holders holders,
            Clock clock) {
        this.procedures = procedures;
        this.opening = opening;
        this.rows = rows;
        this.receipts = receipts;
        this.writer = writer;
        this.followUps = followUps;
        this.builtIns = builtIns.stream().collect(Collectors.toMap(BuiltIn::code, Function.identity()));
        this.holders = holders;
        this.clock = clock;
    }

    @Override
    @Transactional
    public CaseReceipt open(Acting by, OpenCase command) {
        by.require(CaseworkWords.ACT);
        return opening.open(by, command);
    }

    @Override
    @Transactional
    public CaseReceipt act(Acting by, ActOnCase command) {
        by.require(CaseworkWords.ACT);
        var loaded = rows.load(command.id(), command.requestKey())
                .orElseThrow(() -> Refusal.because(CaseworkReason.NO_SUCH_CASE));
        if (loaded.answered() != null) {
            return repeated(by, command, loaded.answered());
        }
        var file = loaded.file();
        if (file.now().revision() != command.revision()) {
            throw Refusal.because(CaseworkReason.STALE_REVISION);
        }
        var procedure = procedures.version(file.procedure(), file.version()).orElseThrow();
        var draft = new Draft(file, procedure, by, command, clock.instant(), writer.calendars());
        work(draft);
        var written = writer.write(draft);
        if (written.isEmpty()) {
            return rows.load(command.id(), command.requestKey())
                    .map(CaseRows.Loaded::answered)
                    .map(answered -> repeated(by, command, answered))
                    .orElseThrow(() -> Refusal.because(CaseworkReason.STALE_REVISION));
        }
        if (written.get().file().ended() && !file.ended()) {
            followUps.afterEnd(written.get().file());
        }
        return written.get().receipt();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CaseSnapshot> find(CaseId id) {
        return rows.find(id).map(CaseFile::snapshot);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CaseSnapshot> findByNumber(String number) {
        return CaseNumberRows.isValid(number) ? rows.findByNumber(number).map(CaseFile::snapshot) : Optional.empty();
    }

    private static void refuseEnded(Draft draft) {
        if (draft.file.ended()) {
            throw Refusal.because(CaseworkReason.CASE_ENDED);
        }
    }

    /** Whoever an action named to have it next must be able to. */
    private void requireNamed(Draft draft) {
        var assignee = draft.assignee();
        if (assignee != null && !assignee.equals(draft.file.now().assignee())) {
            holders.require(draft, draft.unit(), assignee);
        }
    }

    private void work(Draft draft) {
        var word = draft.command.action();
        var modelled = draft.procedure.action(word);
        if (modelled.isPresent()) {
            refuseEnded(draft);
            Modelled.work(draft, modelled.get(), rows, receipts);
            requireNamed(draft);
            return;
        }
        var builtIn = builtIns.get(word);
        if (builtIn == null) {
            throw Refusal.because(CaseworkReason.NO_SUCH_ACTION, word);
        }
        if (!builtIn.afterEnd()) {
            refuseEnded(draft);
        }
        if (!builtIn.offers(draft.by, draft.file, draft.procedure)) {
            throw Refusal.because(
                    CaseworkReason.NOT_YOURS_TO_TAKE, new DefaultMessageSourceResolvable("casework.action." + word));
        }
        builtIn.work(draft);
    }

    private static CaseReceipt repeated(Acting by, ActOnCase command, CaseRows.Answered answered) {
        var isSame = answered.action().equals(command.action())
                && answered.posting().equals(by.posting().value());
        if (!isSame) {
            throw Refusal.because(CaseworkReason.REQUEST_KEY_REUSED);
        }
        return answered.receipt();
    }
}
