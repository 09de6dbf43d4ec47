package org.linli.counter.department;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.counter.department.LineQueries.AnswerRow;
import org.linli.counter.department.LineQueries.LineStanding;
import org.linli.counter.department.LineQueries.MessageRow;
import org.linli.counter.department.ReconciliationRows.Comparison;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do about the lines: see how they are doing, try again what got stuck, compare a day. */
@Service
class LineDesk {

    static final String READ = "counter.line.read";
    static final String HANDLE = "counter.line.handle";

    private final DepartmentLines lines;
    private final LineQueries queries;
    private final OutboxRows outbox;
    private final InboxRows inbox;
    private final ReconciliationRows reconciliations;
    private final Reconciling reconciling;
    private final AuditTrail audit;
    private final Clock clock;

    LineDesk(
            DepartmentLines lines,
            LineQueries queries,
            OutboxRows outbox,
            InboxRows inbox,
            ReconciliationRows reconciliations,
            Reconciling reconciling,
            AuditTrail audit,
            Clock clock) {
        this.lines = lines;
        this.queries = queries;
        this.outbox = outbox;
        this.inbox = inbox;
        this.reconciliations = reconciliations;
        this.reconciling = reconciling;
        this.audit = audit;
        this.clock = clock;
    }

    /** One line as the screen shows it. */
    record LineView(String name, Names names, List<Names> departmentNames, boolean connected, LineStanding standing) {}

    List<LineView> lines(Acting acting) {
        acting.require(READ);
        return lines.names().stream()
                .map(name -> new LineView(
                        name,
                        lines.known(name).names(),
                        lines.known(name).departmentNames(),
                        lines.isConnected(name),
                        queries.standing(name)))
                .toList();
    }

    List<MessageRow> messages(Acting acting, String line, String state) {
        acting.require(READ);
        lines.known(line);
        return queries.messages(line, state);
    }

    List<AnswerRow> answers(Acting acting, String line, String state) {
        acting.require(READ);
        lines.known(line);
        return queries.answers(line, state);
    }

    @Transactional
    void sendAgain(Acting acting, UUID message) {
        acting.require(HANDLE);
        if (!outbox.revive(message, clock.instant())) {
            throw Refusal.because(LineReason.UNKNOWN_LINE_MESSAGE);
        }
        audit.note(acting, HANDLE, "department-message:" + message, Map.of("act", "send-again"));
    }

    @Transactional
    void applyAgain(Acting acting, UUID answer) {
        acting.require(HANDLE);
        if (!inbox.reopen(answer)) {
            throw Refusal.because(LineReason.UNKNOWN_LINE_ANSWER);
        }
        audit.note(acting, HANDLE, "department-answer:" + answer, Map.of("act", "apply-again"));
    }

    Comparison reconciliation(Acting acting, String line, LocalDate day) {
        acting.require(READ);
        lines.known(line);
        return reconciliations
                .comparison(line, day)
                .orElseThrow(() -> Refusal.because(LineReason.NO_RECONCILIATION, day.toString()));
    }

    Comparison reconcile(Acting acting, String line, LocalDate day) {
        acting.require(HANDLE);
        reconciling.compare(line, day);
        return reconciliation(acting, line, day);
    }
}
