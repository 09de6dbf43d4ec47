package org.linli.casework.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.casework.running.Desks.WANQINGLU_STATION;
import static org.linli.casework.running.Desks.act;
import static org.linli.casework.running.Desks.because;
import static org.linli.casework.running.Desks.clerk;
import static org.linli.casework.running.Desks.request;

import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.linli.casework.Cases;
import org.linli.casework.CaseworkReason;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class CasesTests {

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Test
    void opensActsAndEnds() {
        var asker = clerk();
        var other = clerk(WANQINGLU_STATION);
        var opened = cases.open(asker, request("assist-unit", WANQINGLU_STATION));

        assertThat(opened.revision()).isEqualTo(1);
        assertThat(opened.state()).isEqualTo("ASKED");
        assertThat(opened.due().orElseThrow().atZone(ZoneId.of("Asia/Shanghai")).toLocalTime())
                .hasToString("18:00");
        var taken = cases.act(other, act(opened, "TAKE_UP"));
        var answered = cases.act(other, act(taken, "ANSWER", "已经核实", Map.of()));

        assertThat(answered.state()).isEqualTo("ANSWERED");
        var snapshot = cases.findByNumber(opened.number()).orElseThrow();
        assertThat(snapshot.ended()).isTrue();
        assertThat(snapshot.revision()).isEqualTo(3);
        assertThat(snapshot.due()).isEmpty();
    }

    @Test
    void refusesWhoeverStandsElsewhere() {
        var opened = cases.open(clerk(), request("assist-unit", WANQINGLU_STATION));
        assertThatThrownBy(() -> cases.act(clerk(), act(opened, "TAKE_UP")))
                .is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
    }

    @Test
    void refusesAnActionThatDoesNotFitTheState() {
        var other = clerk(WANQINGLU_STATION);
        var opened = cases.open(clerk(), request("assist-unit", WANQINGLU_STATION));
        var taken = cases.act(other, act(opened, "TAKE_UP"));
        assertThatThrownBy(() -> cases.act(other, act(taken, "TAKE_UP"))).is(because(CaseworkReason.NOT_IN_THIS_STATE));
        assertThatThrownBy(() -> cases.act(other, act(taken, "ANSWER"))).is(because(CaseworkReason.NOTE_NEEDED));
        assertThatThrownBy(() -> cases.act(other, act(taken, "FLY"))).is(because(CaseworkReason.NO_SUCH_ACTION));
    }

    @Test
    void answersARepeatedRequestWithTheFirstResult() {
        var other = clerk(WANQINGLU_STATION);
        var asker = clerk();
        var command = request("assist-unit", WANQINGLU_STATION);
        var opened = cases.open(asker, command);
        assertThat(cases.open(asker, command)).isEqualTo(opened);
        assertThatThrownBy(() -> cases.open(clerk(), command)).is(because(CaseworkReason.REQUEST_KEY_REUSED));

        var takeUp = act(opened, "TAKE_UP");
        var taken = cases.act(other, takeUp);
        cases.act(other, act(taken, "note", "电话联系过", Map.of()));
        assertThat(cases.act(other, takeUp)).isEqualTo(taken);
    }

    @Test
    void letsOnlyOneOfTwoWritersWin() throws Exception {
        var one = clerk(WANQINGLU_STATION);
        var two = clerk(WANQINGLU_STATION);
        for (var round = 0; round < 20; round++) {
            var opened = cases.open(clerk(), request("assist-unit", WANQINGLU_STATION));
            try (var threads = Executors.newFixedThreadPool(2)) {
                var wins = threads
                        .invokeAll(java.util.List.<Callable<Boolean>>of(
                                () -> wins(() -> cases.act(one, act(opened, "claim"))),
                                () -> wins(() -> cases.act(two, act(opened, "claim")))))
                        .stream()
                        .filter(result -> result.resultNow())
                        .count();
                assertThat(wins).isEqualTo(1);
            }
            assertThat(cases.find(opened.id()).orElseThrow().revision()).isEqualTo(2);
        }
    }

    @Test
    void keepsTheTimelineFromBeingRewritten() {
        var opened = cases.open(clerk(), request("assist-unit", WANQINGLU_STATION));
        assertThatThrownBy(() -> jdbc.sql("update casework.case_event set action = 'x' where case_id = :id")
                        .param("id", opened.id().value())
                        .update())
                .hasMessageContaining("only ever added");
        assertThatThrownBy(() -> jdbc.sql("delete from casework.case_event where case_id = :id")
                        .param("id", opened.id().value())
                        .update())
                .hasMessageContaining("only ever added");
    }

    private static boolean wins(Runnable action) {
        try {
            action.run();
            return true;
        } catch (org.linli.shared.Refusal refusal) {
            assertThat(refusal.reason()).isEqualTo(CaseworkReason.STALE_REVISION);
            return false;
        }
    }
}
