package org.linli.casework.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.linli.access.ledger.ChainReport;
import org.linli.access.ledger.SealedChain;
import org.linli.shared.Command;
import org.linli.testing.Actings;
import org.linli.testing.Chains;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever breaks inside an action, nothing of it is left; whatever was answered is there. */
@LinliTest
@ExtendWith(OutputCaptureExtension.class)
class FailureTests extends DeskTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<Command> commands;

    @Autowired
    @Qualifier("openingChain")
    SealedChain openings;

    @Test
    void leavesNothingOfAnActionWhoseEffectFails() {
        var desk = desk();
        var clerk = Desks.clerk();
        var opened = desk.open(clerk, Desks.request("counter-agency", Actings.SHAOXIANLU_STATION));
        desk.effect = happening -> {
            throw new IllegalStateException("the department's line is down");
        };
        var send = Desks.act(opened, "SEND", "", Map.of("unit", Desks.WANQINGLU_STATION.value()));
        assertThatThrownBy(() -> desk.act(clerk, send)).hasMessageContaining("line is down");
        untouched(opened);

        desk.effect = happening -> {};
        assertThat(desk.act(clerk, send).state()).isEqualTo("TRANSFERRED");
        assertThat(check.of(opened.id())).isEmpty();
    }

    @Test
    void leavesNothingOfAnActionWhoseConnectionDies() {
        var desk = desk();
        var clerk = Desks.clerk();
        var opened = desk.open(clerk, Desks.request("counter-agency", Actings.SHAOXIANLU_STATION));
        desk.effect = happening -> jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                .query((row, n) -> row.getBoolean(1))
                .list();
        var send = Desks.act(opened, "SEND");
        assertThatThrownBy(() -> desk.act(clerk, send)).isInstanceOf(RuntimeException.class);
        untouched(opened);

        desk.effect = happening -> {};
        assertThat(desk.act(clerk, send).revision()).isEqualTo(2);
    }

    @Test
    void namesAnEntryThatWasAlteredBehindTheProgramsBack(CapturedOutput output) {
        var desk = desk();
        var clerk = Desks.clerk();
        var opened = desk.open(clerk, Desks.request("counter-agency", Actings.SHAOXIANLU_STATION));
        desk.act(clerk, Desks.act(opened, "SEND"));
        assertThat(check.of(opened.id())).isEmpty();

        behindItsBack("update casework.case_event set actor = '另一人' where case_id = :id and seq = 1", opened.id());
        assertThat(check.of(opened.id()))
                .extracting(TimelineCheck.Finding::what)
                .containsExactly("entry 1 was altered, or does not follow the one before");
        behindItsBack("delete from casework.case_event where case_id = :id and seq = 2", opened.id());
        assertThat(check.of(opened.id()))
                .extracting(TimelineCheck.Finding::what)
                .contains("the newest entry is missing");
        assertThat(check.verify().findings()).anyMatch(finding -> finding.contains("newest entry is missing"));
        behindItsBack("delete from casework.case_event where case_id = :id", opened.id());
        behindItsBack("delete from casework.case_clock where case_id = :id", opened.id());
        behindItsBack("delete from casework.case_file where id = :id", opened.id());
        assertThat(check.verify().findings()).anyMatch(finding -> isGone(finding, opened));

        var verify = commands.stream()
                .filter(command -> command.name().equals("audit-verify"))
                .findFirst()
                .orElseThrow();
        assertThat(verify.run()).isOne();
        assertThat(output.getOut()).contains("audit: ", "cases: ", "timelines: ", opened.number());

        // Even when the opening is removed as well, the chain of openings shows where it was.
        Chains.extendWhole(openings);
        behindItsBack("delete from casework.case_opening where id = :id", opened.id());
        assertThat(check.verify().findings()).noneMatch(finding -> isGone(finding, opened));
        assertThat(openings.verify().findings())
                .anyMatch(finding -> finding.kind() == ChainReport.Kind.REMOVED
                        && finding.row().equals(Optional.of(opened.id().value())));
    }

    private static boolean isGone(String finding, org.linli.casework.CaseReceipt of) {
        return finding.contains(of.number()) && finding.contains("removed with its timeline");
    }

    private void behindItsBack(String sql, org.linli.casework.CaseId id) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(sql).param("id", id.value()).update();
        });
    }

    private void untouched(org.linli.casework.CaseReceipt opened) {
        assertThat(rows.find(opened.id()).orElseThrow().now().revision()).isEqualTo(1);
        assertThat(timeline.of(opened.id())).hasSize(1);
        assertThat(check.of(opened.id())).isEmpty();
    }
}
