package org.linli.casework.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.casework.running.Desks.act;
import static org.linli.casework.running.Desks.because;
import static org.linli.testing.Actings.SHAOXIANLU_STATION;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseReceipt;
import org.linli.casework.CaseTerms;
import org.linli.casework.CaseworkReason;
import org.linli.casework.OpenCase;
import org.linli.casework.Term;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Asking an applicant once for what is missing. */
@LinliTest
class SupplementTests extends BuiltInDeskTests {

    @Autowired
    AwaitedSupplements supplements;

    @Test
    void asksOnceForWhatIsMissingAndStopsTheClockMeanwhile() {
        var desk = desk();
        var opened = direct(desk, 5);
        var due = opened.due().orElseThrow();
        assertThatThrownBy(() -> desk.act(clerk, act(opened, "supplement", "", Map.of("until", "2026-03-20"))))
                .is(because(CaseworkReason.INPUT_NEEDED));
        assertThatThrownBy(() -> desk.act(clerk, supplement(opened, "2026-03-01")))
                .is(because(CaseworkReason.INPUT_MALFORMED));
        settable.set(LocalDateTime.of(2026, 3, 4, 10, 0));
        var asked = desk.act(clerk, supplement(opened, "2026-03-20"));
        assertThat(asked.due()).isEmpty();
        assertThatThrownBy(() -> desk.act(clerk, act(asked, "COMPLETE", "", Map.of("decision", "grant"))))
                .is(because(CaseworkReason.ON_HOLD));
        settable.set(LocalDateTime.of(2026, 3, 11, 10, 0));
        var brought = desk.act(clerk, act(asked, "supplement-brought"));
        assertThat(Duration.between(due, brought.due().orElseThrow())).isEqualTo(Duration.ofDays(8));
        assertThatThrownBy(() -> desk.act(clerk, supplement(brought, "2026-03-30")))
                .is(because(CaseworkReason.SUPPLEMENT_ONCE));
        assertThat(check.of(opened.id())).isEmpty();
    }

    @Test
    void tellsWhoeverHasTheCaseOnceThatASupplementDidNotCome() {
        var desk = desk();
        var held = desk.act(colleague, act(direct(desk, 5), "claim"));
        var asked = desk.act(colleague, supplement(held, "2026-03-20"));
        settable.set(LocalDateTime.of(2026, 3, 20, 17, 0));
        supplements.remindOverdue();
        assertThat(told(held.id(), "supplement-overdue:" + asked.revision())).isEmpty();
        settable.set(LocalDateTime.of(2026, 3, 21, 9, 0));
        supplements.remindOverdue();
        supplements.remindOverdue();
        assertThat(told(held.id(), "supplement-overdue:" + asked.revision()))
                .containsExactly(colleague.posting().value());
    }

    @Test
    void asksForNothingMoreAfterFiveWorkingDays() {
        var desk = desk();
        var inTime = direct(desk, 10);
        var tooLate = direct(desk, 10);
        settable.set(LocalDateTime.of(2026, 3, 9, 17, 59));
        assertThat(desk.act(clerk, supplement(inTime, "2026-03-20")).due()).isEmpty();
        settable.set(LocalDateTime.of(2026, 3, 9, 18, 1));
        assertThatThrownBy(() -> desk.act(clerk, supplement(tooLate, "2026-03-20")))
                .is(because(CaseworkReason.SUPPLEMENT_TOO_LATE));
    }

    @Test
    void leavesASupplementToTheProceduresOwnState() {
        var desk = desk();
        var opened = agency(desk);
        assertThatThrownBy(() -> desk.act(clerk, supplement(opened, "2026-03-20")))
                .is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
    }

    private ActOnCase supplement(CaseReceipt on, String until) {
        return act(on, "supplement", "", Map.of("items", List.of("户口簿复印件", "银行卡"), "until", until));
    }

    /** A case of the counter with a term of so many working days. */
    private CaseReceipt direct(TestDesk desk, int days) {
        var request = Desks.request("counter-direct", SHAOXIANLU_STATION);
        return desk.open(
                clerk,
                new OpenCase(
                        request.procedure(),
                        request.title(),
                        request.subject(),
                        request.area(),
                        request.unit(),
                        request.assignee(),
                        request.facts(),
                        Optional.of(
                                new CaseTerms(Optional.empty(), Optional.of(new Term(days, Term.Unit.WORKING_DAYS)))),
                        request.parent(),
                        request.requestKey()));
    }
}
