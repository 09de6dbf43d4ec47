package org.linli.counter.errand;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseSnapshot;
import org.linli.casework.Cases;
import org.linli.counter.department.AnswerTaker;
import org.linli.counter.department.DepartmentAnswer;
import org.linli.counter.department.DepartmentAnswer.Outcome;
import org.linli.notify.Notices;
import org.linli.notify.Notices.Notice;
import org.linli.notify.Notices.Recipient.ToRole;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Turns a department's answer into the case's next action. */
@Component
class TakingAnswers implements AnswerTaker {

    private final ErrandFileRows rows;
    private final Cases cases;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    TakingAnswers(ErrandFileRows rows, Cases cases, Notices notices, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Taken take(DepartmentAnswer answer) {
        var errand = rows.find(new ErrandId(answer.errand())).orElseThrow();
        var standing = cases.find(errand.caseId()).orElseThrow();
        if (standing.ended()) {
            return Taken.ENDED;
        }
        return switch (answer.kind()) {
            case ACCEPTED -> accepted(errand, standing, answer);
            case SUPPLEMENT -> supplement(errand, standing, answer);
            case SUSPENDED -> suspended(errand, standing, answer);
            case RESUMED -> resumed(errand, standing, answer);
            case RESULT -> result(errand, standing, answer);
        };
    }

    private Taken accepted(Errand errand, CaseSnapshot standing, DepartmentAnswer answer) {
        if (standing.state().equals("ACCEPTED")) {
            return Taken.TOO_EARLY;
        }
        takenUp(errand, standing, answer);
        return Taken.APPLIED;
    }

    private Taken supplement(Errand errand, CaseSnapshot standing, DepartmentAnswer answer) {
        if (!standing.state().equals("TRANSFERRED")) {
            return Taken.TOO_EARLY;
        }
        if (standing.procedure().equals("counter-accept")) {
            // Once accepted, nothing more may be asked for (Administrative Licensing Law art. 32).
            throw Refusal.because(ErrandReason.SUPPLEMENT_TOO_LATE);
        }
        act(
                errand,
                standing,
                "REQUEST_CORRECTION",
                note(answer, String.join("；", answer.items())),
                answer,
                Map.of("items", answer.items()));
        return Taken.APPLIED;
    }

    private Taken suspended(Errand errand, CaseSnapshot standing, DepartmentAnswer answer) {
        var now = takenUp(errand, standing, answer);
        if (!List.of("TRANSFERRED", "REVIEW").contains(now.state())) {
            return Taken.TOO_EARLY;
        }
        act(errand, now, "SUSPEND", note(answer, "部门启动特别程序"), answer, Map.of("reason", answer.ground()));
        return Taken.APPLIED;
    }

    private Taken resumed(Errand errand, CaseSnapshot standing, DepartmentAnswer answer) {
        if (!standing.state().equals("SUSPENDED")) {
            return Taken.TOO_EARLY;
        }
        act(errand, standing, "RESUME", note(answer, "特别程序结束"), answer, Map.of());
        return Taken.APPLIED;
    }

    private Taken result(Errand errand, CaseSnapshot standing, DepartmentAnswer answer) {
        var now = takenUp(errand, standing, answer);
        if (now.state().equals("SUSPENDED")) {
            act(errand, now, "RESUME", "部门已作出结果", answer, Map.of());
            now = cases.find(errand.caseId()).orElseThrow();
        }
        var granted = answer.outcome().orElseThrow() == Outcome.GRANTED;
        var ready = List.of("TRANSFERRED", "REVIEW").contains(now.state());
        if (!ready || (granted && !errand.outstanding().isEmpty())) {
            return Taken.TOO_EARLY;
        }
        var result = answer.document()
                .map(document -> document.title() + " " + document.number())
                .orElse(answer.reason());
        var input = new LinkedHashMap<String, Object>();
        input.put("decision", granted ? Decision.GRANT : Decision.REFUSE);
        act(errand, now, "DECIDE", granted ? result : note(answer, ""), answer, input);
        return Taken.APPLIED;
    }

    /** Where the department has its own state for taking a matter up, an answer implies that it did. */
    private CaseSnapshot takenUp(Errand errand, CaseSnapshot standing, DepartmentAnswer answer) {
        if (!standing.procedure().equals("counter-accept") || !standing.state().equals("TRANSFERRED")) {
            return standing;
        }
        act(errand, standing, "TAKE_UP", "", answer, Map.of());
        return cases.find(errand.caseId()).orElseThrow();
    }

    private void act(
            Errand errand,
            CaseSnapshot standing,
            String action,
            String note,
            DepartmentAnswer answer,
            Map<String, Object> input) {
        var key = "department:" + answer.key() + ":" + answer.sequence() + ":" + action;
        cases.act(
                Acting.system("department-line:" + answer.line()),
                new ActOnCase(errand.caseId(), standing.revision(), action, note, input, key));
    }

    private static String note(DepartmentAnswer answer, String otherwise) {
        return answer.reason().isBlank() ? otherwise : answer.reason();
    }

    @Override
    public void delivered(UUID errand, String line, String departmentNumber, int attempts) {
        audit.note(
                Acting.system("department-line:" + line),
                "counter.errand.send",
                "errand:" + errand,
                Map.of("departmentNumber", departmentNumber, "failedAttempts", Integer.toString(attempts)));
    }

    @Override
    public void undeliverable(UUID id, String line, String reason) {
        var errand = rows.find(new ErrandId(id)).orElseThrow();
        notices.send(new Notice(
                List.of(new ToRole(errand.station(), "station-head"), new ToRole(errand.station(), "clerk")),
                "notice.counter.line-gave-up",
                Map.of("number", errand.caseNumber(), "line", line, "reason", reason),
                Map.of("item", errand.itemNames()),
                "line-gave-up:" + id + ":" + clock.instant().toEpochMilli(),
                "/counter/errands/" + id,
                true));
    }
}
