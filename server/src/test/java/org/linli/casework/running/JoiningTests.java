package org.linli.casework.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.casework.running.Desks.WANQINGLU_STATION;
import static org.linli.casework.running.Desks.act;
import static org.linli.casework.running.Desks.because;
import static org.linli.testing.Actings.SHAOXIANLU_STATION;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseId;
import org.linli.casework.CaseworkReason;
import org.linli.testing.LinliTest;

/** Cases that wait for each other: joined, split, and answered by other units. */
@LinliTest
class JoiningTests extends BuiltInDeskTests {

    @Test
    void goesItsOwnWayAfterLeavingAJoinedJob() {
        var desk = desk();
        var main = agency(desk);
        var report = agency(desk);
        var joined = desk.act(clerk, act(report, "join", "", Map.of("case", main.number())));
        assertThatThrownBy(() -> desk.act(other, act(joined, "leave"))).is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        var left = desk.act(clerk, act(joined, "leave"));
        assertThat(desk.act(clerk, act(left, "SEND")).state()).isEqualTo("TRANSFERRED");
        desk.act(clerk, act(main, "RETURN", "材料不全", Map.of()));
        assertThat(timeline.of(report.id())).extracting(TimelineEntry::action).doesNotContain("joined-ended");
        assertThat(rows.find(main.id()).orElseThrow().marks().followers()).isZero();
    }

    @Test
    void joinsWithoutMergingAndSplits() {
        var desk = desk();
        var main = agency(desk);
        var report = agency(desk);
        var joined = desk.act(clerk, act(report, "join", "", Map.of("case", main.number())));
        assertThatThrownBy(() -> desk.act(clerk, act(joined, "SEND"))).is(because(CaseworkReason.ON_HOLD));
        desk.act(clerk, act(main, "RETURN", "材料不全", Map.of()));
        assertThat(rows.find(report.id()).orElseThrow().now().hold()).isNull();
        assertThat(rows.find(report.id()).orElseThrow().ended()).isFalse();

        var whole = agency(desk);
        desk.act(clerk, act(whole, "split", "其中一部分", Map.of("title", "分出的一件")));
        assertThat(jdbc.sql("select count(*) from casework.case_link where main_id = :id and kind = 'SPLIT'")
                        .param("id", whole.id().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void asksOtherUnitsAndWaitsForTheLeadingOne() {
        var desk = desk();
        var opened = agency(desk);
        var asked = desk.act(
                clerk,
                act(
                        opened,
                        "assist",
                        "请协助核实",
                        Map.of(
                                "join",
                                "LEAD",
                                "units",
                                List.of(
                                        Map.of("unit", WANQINGLU_STATION.value(), "part", "LEAD"),
                                        Map.of("unit", SHAOXIANLU_STATION.value(), "part", "ASSIST")))));
        assertThatThrownBy(() -> desk.act(clerk, act(asked, "SEND"))).is(because(CaseworkReason.ON_HOLD));
        var child = jdbc.sql("select id, number from casework.case_file where parent = :id and part = 'LEAD'")
                .param("id", opened.id().value())
                .query((row, n) ->
                        rows.find(new CaseId(row.getObject(1, UUID.class))).orElseThrow())
                .single();
        desk.act(
                other,
                new ActOnCase(
                        child.id(),
                        1,
                        "ANSWER",
                        "情况属实",
                        Map.of(),
                        UUID.randomUUID().toString()));
        var parent = rows.find(opened.id()).orElseThrow();
        assertThat(parent.now().hold()).isNull();
        assertThat(timeline.of(opened.id()).getLast().action()).isEqualTo("assist-joined");
        assertThat(check.of(opened.id())).isEmpty();
    }
}
