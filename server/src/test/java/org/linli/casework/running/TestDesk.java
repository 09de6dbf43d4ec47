package org.linli.casework.running;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.linli.access.Acting;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseEffect;
import org.linli.casework.CaseId;
import org.linli.casework.CaseReceipt;
import org.linli.casework.CaseSnapshot;
import org.linli.casework.Cases;
import org.linli.casework.OpenCase;
import org.linli.casework.clock.WorkingCalendars;
import org.linli.casework.procedure.Procedures;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The desk with effects of a test's own, so that every procedure can run without the applications above. */
final class TestDesk implements Cases {

    /** What a test wants to happen in place of the applications' effects. */
    Consumer<CaseEffect.Happening> effect = happening -> {};

    private final CaseDesk desk;
    private final TransactionTemplate transaction;

    TestDesk(
            Procedures procedures,
            CaseRows rows,
            CaseMoveRows moves,
            ReminderRows reminders,
            Receipts receipts,
            CaseNumberRows numbers,
            Sealing sealing,
            WorkingCalendars calendars,
            FollowUps followUps,
            List<BuiltIn> builtIns,
            Holders holders,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        var effects = new ObjectProvider<CaseEffect>() {
            @Override
            public Stream<CaseEffect> stream() {
                return procedures.all().stream()
                        .flatMap(procedure -> procedure.actions().stream())
                        .flatMap(action -> action.does().stream())
                        .distinct()
                        .map(Fake::new);
            }
        };
        var writer = new TimelineWriter(moves, reminders, sealing, calendars, effects, event -> {}, json);
        var opening = new Opening(procedures, numbers, rows, writer, clock);
        this.desk = new CaseDesk(procedures, opening, rows, receipts, writer, followUps, builtIns, holders, clock);
        this.transaction = transaction;
    }

    private final class Fake implements CaseEffect {

        private final String code;

        Fake(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public void run(Happening happening) {
            effect.accept(happening);
        }
    }

    @Override
    public CaseReceipt open(Acting by, OpenCase command) {
        return transaction.execute(status -> desk.open(by, command));
    }

    @Override
    public CaseReceipt act(Acting by, ActOnCase command) {
        return transaction.execute(status -> desk.act(by, command));
    }

    @Override
    public Optional<CaseSnapshot> find(CaseId id) {
        return desk.find(id);
    }

    @Override
    public Optional<CaseSnapshot> findByNumber(String number) {
        return desk.findByNumber(number);
    }
}
