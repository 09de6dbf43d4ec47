package org.linli.casework.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.casework.running.Desks.WANQINGLU_STATION;
import static org.linli.casework.running.Desks.act;
import static org.linli.casework.running.Desks.because;
import static org.linli.testing.Actings.SHAOXIANLU_STATION;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.casework.CaseReceipt;
import org.linli.casework.CaseworkReason;
import org.linli.shared.DivisionCode;
import org.linli.testing.LinliTest;
import org.linli.testing.StoredPosting;

/** Built-in actions: who may take a case on, pass it on, stop and move its clock. */
@LinliTest
class BuiltInTests extends BuiltInDeskTests {

    private static final String BY_CLERK = "申请人电话说明";

    @Test
    void claimsReleasesAndHandsOver() {
        var desk = desk();
        var opened = agency(desk);
        var claimed = desk.act(clerk, act(opened, "claim"));
        assertThatThrownBy(() -> desk.act(colleague, act(claimed, "claim")))
                .is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        var handed = desk.act(
                clerk,
                act(
                        claimed,
                        "hand-over",
                        "我明天休假",
                        Map.of("posting", colleague.posting().value().toString())));
        assertThat(desk.find(handed.id()).orElseThrow().assignee()).contains(colleague.posting());
        var released = desk.act(colleague, act(handed, "release"));
        assertThat(desk.find(released.id()).orElseThrow().assignee()).isEmpty();
        assertThatThrownBy(() -> desk.act(clerk, act(released, "hand-over", "去别处", Map.of("unit", "NO-SUCH-UNIT"))))
                .is(because(CaseworkReason.UNKNOWN_UNIT));
    }

    @Test
    void handsOverOnlyToAPostingThatCanHoldTheCase() {
        var desk = desk();
        var opened = agency(desk);
        assertThatThrownBy(() -> handOver(desk, opened, UUID.randomUUID(), SHAOXIANLU_STATION))
                .is(because(CaseworkReason.NO_SUCH_POSTING));
        var gone = posted("clerk", SHAOXIANLU_STATION);
        StoredPosting.end(jdbc, gone.posting());
        assertThatThrownBy(() -> handOver(desk, opened, gone.posting().value(), SHAOXIANLU_STATION))
                .is(because(CaseworkReason.NO_SUCH_POSTING));
        var elsewhere = posted("clerk", WANQINGLU_STATION);
        assertThatThrownBy(() -> handOver(desk, opened, elsewhere.posting().value(), SHAOXIANLU_STATION))
                .is(because(CaseworkReason.POSTING_CANNOT_HOLD));
        var auditor = posted("audit-admin", SHAOXIANLU_STATION);
        assertThatThrownBy(() -> handOver(desk, opened, auditor.posting().value(), SHAOXIANLU_STATION))
                .is(because(CaseworkReason.POSTING_CANNOT_HOLD));
        var outside = StoredPosting.of(
                jdbc, seal, "clerk", SHAOXIANLU_STATION, DivisionCode.of("150203004"), CaseworkWords.ACT);
        assertThatThrownBy(() -> handOver(desk, opened, outside.posting().value(), SHAOXIANLU_STATION))
                .is(because(CaseworkReason.POSTING_CANNOT_HOLD));
        assertThat(desk.find(opened.id()).orElseThrow().assignee()).isEmpty();

        var handed = handOver(desk, opened, elsewhere.posting().value(), WANQINGLU_STATION);
        assertThat(desk.find(handed.id()).orElseThrow().assignee()).contains(elsewhere.posting());
    }

    @Test
    void withdrawsOnlyWhatNobodySawAndNothingCameOf() {
        var desk = desk();
        var opened = agency(desk);
        var claimed = desk.act(clerk, act(opened, "claim"));
        var withdrawn = desk.act(clerk, act(claimed, "withdraw"));
        assertThat(desk.find(opened.id()).orElseThrow().assignee()).isEmpty();

        var again = desk.act(clerk, act(withdrawn, "claim"));
        jdbc.sql("update casework.case_file set seen_revision = revision where id = :id")
                .param("id", opened.id().value())
                .update();
        assertThatThrownBy(() -> desk.act(clerk, act(again, "withdraw"))).is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        var sent = desk.act(clerk, act(again, "SEND"));
        assertThatThrownBy(() -> desk.act(clerk, act(sent, "withdraw")))
                .is(because(CaseworkReason.CANNOT_BE_WITHDRAWN));
    }

    @Test
    void pausesOnALegalGroundAndCountsOnAfterwards() {
        var desk = desk();
        var opened = agency(desk);
        var due = opened.due().orElseThrow();
        var paused = desk.act(clerk, act(opened, "pause", BY_CLERK, Map.of("reason", "HEARING")));
        assertThat(paused.due()).isEmpty();
        assertThatThrownBy(() -> desk.act(clerk, act(paused, "SEND"))).is(because(CaseworkReason.ON_HOLD));
        settable.set(LocalDateTime.of(2026, 3, 9, 10, 0));
        var resumed = desk.act(clerk, act(paused, "resume"));
        assertThat(Duration.between(due, resumed.due().orElseThrow())).isEqualTo(Duration.ofDays(7));
        assertThat(check.of(opened.id())).isEmpty();
    }

    @Test
    void refusesAnExtensionOfATermThatHasEnded() {
        var desk = desk();
        var opened = agency(desk);
        var asked = desk.act(clerk, act(opened, "extend", "部门系统停机", Map.of("amount", 5)));
        var late = agency(desk);
        settable.set(LocalDateTime.of(2026, 3, 30, 18, 1));
        assertThatThrownBy(() -> desk.act(head, act(asked, "approve-extension", "同意", Map.of())))
                .is(because(CaseworkReason.EXTENSION_TOO_LATE));
        assertThatThrownBy(() -> desk.act(clerk, act(late, "extend", "来不及", Map.of("amount", 5))))
                .is(because(CaseworkReason.EXTENSION_TOO_LATE));
    }

    @Test
    void extendsOnlyWhileTheClockRuns() {
        var desk = desk();
        var asked = desk.act(clerk, act(agency(desk), "extend", "部门系统停机", Map.of("amount", 5)));
        var paused = desk.act(clerk, act(asked, "pause", BY_CLERK, Map.of("reason", "HEARING")));
        assertThatThrownBy(() -> desk.act(head, act(paused, "approve-extension", "同意", Map.of())))
                .is(because(CaseworkReason.EXTENSION_WHILE_PAUSED));
    }

    @Test
    void extendsOnceWhenSomebodyElseAgrees() {
        var desk = desk();
        var opened = agency(desk);
        var asked = desk.act(clerk, act(opened, "extend", "部门系统停机", Map.of("amount", 5)));
        assertThatThrownBy(() -> desk.act(clerk, act(asked, "approve-extension", "同意", Map.of())))
                .is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        var granted = desk.act(head, act(asked, "approve-extension", "同意", Map.of()));
        assertThat(Duration.between(opened.due().orElseThrow(), granted.due().orElseThrow()))
                .isEqualTo(Duration.ofDays(7));
        assertThatThrownBy(() -> desk.act(clerk, act(granted, "extend", "再延", Map.of("amount", 5))))
                .is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
    }

    @Test
    void returnsOnlyToAStateOnItsOwnPath() {
        var desk = desk();
        var opened = agency(desk);
        var sent = desk.act(clerk, act(opened, "SEND"));
        assertThatThrownBy(() -> desk.act(clerk, act(sent, "return", "退回", Map.of("state", "DECIDED"))))
                .is(because(CaseworkReason.INPUT_MALFORMED));
        assertThat(desk.act(clerk, act(sent, "return", "退回", Map.of("state", "ACCEPTED")))
                        .state())
                .isEqualTo("ACCEPTED");
    }

    @Test
    void waitsForASignature() {
        var desk = desk();
        var opened = agency(desk);
        var asked = desk.act(
                clerk,
                act(
                        opened,
                        "countersign",
                        "请站长会签",
                        Map.of("unit", SHAOXIANLU_STATION.value(), "role", "station-head")));
        assertThatThrownBy(() -> desk.act(colleague, act(asked, "sign", "", Map.of("agreed", true))))
                .is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        var signed = desk.act(head, act(asked, "sign", "", Map.of("agreed", true)));
        assertThat(rows.find(signed.id()).orElseThrow().now().hold()).isNull();
    }

    private CaseReceipt handOver(TestDesk desk, CaseReceipt on, UUID posting, UnitCode unit) {
        return desk.act(
                clerk, act(on, "hand-over", "请接办", Map.of("posting", posting.toString(), "unit", unit.value())));
    }
}
