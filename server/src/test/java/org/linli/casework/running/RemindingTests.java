package org.linli.casework.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.casework.running.Desks.act;
import static org.linli.casework.running.Desks.because;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.casework.CaseworkReason;
import org.linli.shared.DivisionCode;
import org.linli.testing.LinliTest;
import org.linli.testing.StoredPosting;
import org.springframework.beans.factory.annotation.Autowired;

/** Reminders, urging and orders of supervision. */
@LinliTest
class RemindingTests extends BuiltInDeskTests {

    @Autowired
    Reminding reminding;

    @Test
    void urgesWhoeverHasTheCase() {
        var desk = desk();
        var held = desk.act(colleague, act(agency(desk), "claim"));
        assertThatThrownBy(() -> desk.act(colleague, act(held, "urge"))).is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        assertThatThrownBy(() -> desk.act(other, act(held, "urge"))).is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        var urged = desk.act(head, act(held, "urge", "申请人来电催问", Map.of()));
        assertThat(told(held.id(), "urged:" + urged.revision()))
                .containsExactly(colleague.posting().value());
        assertThat(timeline.of(held.id()).getLast().action()).isEqualTo("urge");
        assertThat(urged.due()).isEqualTo(held.due());
    }

    @Test
    void remindsTheSupervisorsOfTheArea() {
        var supervisor = StoredPosting.of(
                jdbc, seal, "district-supervisor", UnitCode.of("GOV-150203"), Desks.DISTRICT, CaseworkWords.ACT);
        var elsewhere = StoredPosting.of(
                jdbc, seal, "district-supervisor", UnitCode.of("GOV-150203"), DivisionCode.of("150204"));
        var gone = StoredPosting.of(jdbc, seal, "district-supervisor", UnitCode.of("GOV-150203"), Desks.DISTRICT);
        StoredPosting.end(jdbc, gone.posting());
        var desk = desk();
        var opened = agency(desk);
        settable.set(LocalDateTime.of(2026, 3, 20, 10, 0));
        reminding.remindDue();
        assertThat(told(opened.id(), "reminder:very-late"))
                .contains(supervisor.posting().value())
                .doesNotContain(elsewhere.posting().value(), gone.posting().value());
    }

    @Test
    void remindsOnceHoweverManyProcessesLook() throws Exception {
        var desk = desk();
        var opened = agency(desk);
        settable.set(LocalDateTime.of(2026, 3, 11, 15, 0));
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Integer> look = reminding::remindDue;
            threads.invokeAll(List.of(look, look, look, look));
        }
        reminding.remindDue();
        assertThat(jdbc.sql("select rung from casework.case_reminder where case_id = :id")
                        .param("id", opened.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("half");
        assertThat(jdbc.sql("select count(*) from notify.notice where unique_key = :key")
                        .param("key", "casework:" + opened.id().value() + ":reminder:half")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void keepsRemindersForOfficeHours() {
        var desk = desk();
        var opened = agency(desk);
        settable.set(LocalDateTime.of(2026, 3, 14, 3, 0));
        reminding.remindDue();
        assertThat(rows.find(opened.id()).orElseThrow().now().rungs()).isEmpty();
        settable.set(LocalDateTime.of(2026, 3, 16, 9, 0));
        reminding.remindDue();
        assertThat(rows.find(opened.id()).orElseThrow().now().rungs()).contains("half");
    }

    @Test
    void closesASupervisionOrderOnlyAfterAnAnswer() {
        var desk = desk();
        var supervisor = Desks.supervisor();
        var opened = agency(desk);
        assertThatThrownBy(() -> desk.act(clerk, act(opened, "supervise", "快办", Map.of("colour", "RED"))))
                .is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        var ordered = desk.act(supervisor, act(opened, "supervise", "请说明进度", Map.of("colour", "YELLOW")));
        assertThatThrownBy(() -> desk.act(supervisor, act(ordered, "cancel-supervision", "销号", Map.of())))
                .is(because(CaseworkReason.SUPERVISION_UNANSWERED));
        var answered = desk.act(clerk, act(ordered, "answer-supervision", "已催部门", Map.of()));
        var closed = desk.act(supervisor, act(answered, "cancel-supervision", "销号", Map.of()));
        assertThat(rows.find(closed.id()).orElseThrow().marks().supervision()).isNull();
    }
}
