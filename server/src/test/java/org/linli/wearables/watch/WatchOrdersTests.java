package org.linli.wearables.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.wearables.line.Heard;
import org.linli.wearables.line.Order;

class WatchOrdersTests {

    private static final LocalTime MORNING = LocalTime.of(8, 5);

    @Test
    void saysOrdersInTheWordsOfTheProtocol() {
        assertThat(WatchOrders.of(new Order.Locate())).containsExactly("CR");
        assertThat(WatchOrders.of(new Order.Find())).containsExactly("FIND");
        assertThat(WatchOrders.of(new Order.Interval(600))).containsExactly("UPLOAD,600");
        assertThat(WatchOrders.of(new Order.Quiet(List.of(
                        new Order.Window(LocalTime.of(22, 0), LocalTime.of(6, 30)),
                        new Order.Window(LocalTime.NOON, LocalTime.of(14, 0))))))
                .containsExactly("SILENCETIME,22:00-06:30,12:00-14:00");
        assertThat(WatchOrders.of(new Order.Contacts(List.of())))
                .as("nobody is called any more")
                .containsExactly("SOS1,", "SOS2,", "SOS3,", "PHB");
        assertThat(WatchOrders.of(new Order.Remind(List.of(
                        new Order.Reminder(MORNING, Set.of(), ""),
                        new Order.Reminder(MORNING, EnumSet.allOf(DayOfWeek.class), "吃药"),
                        new Order.Reminder(MORNING, Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY), "")))))
                .containsExactly("REMIND,08:05-1-1,08:05-1-2-5403836F,08:05-1-3-1100000");
    }

    @Test
    void speaksLikeTheWatchAndKnowsItsAnswer() {
        var dialogue = new WatchDialogue();
        var order = UUID.randomUUID();
        assertThat(dialogue.tell("5678901234", order, new Order.Find()))
                .as("nobody spoke yet")
                .isEmpty();
        hears(dialogue, "[ZJ*5678901234*0042*0002*LK]");
        assertThat(dialogue.tell("5678901234", order, new Order.Find()))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("[ZJ*5678901234*0001*0004*FIND]"));
        assertThat(hears(dialogue, "[ZJ*5678901235*0043*0004*FIND]"))
                .as("another watch")
                .isEmpty();
        assertThat(hears(dialogue, "[ZJ*5678901234*0043*0006*find,1]")).containsExactly(new Heard.Obeyed(order, true));
        assertThat(hears(dialogue, "[ZJ*5678901234*0044*0004*FIND]"))
                .as("no news")
                .isEmpty();
    }

    private static List<Heard> hears(WatchDialogue dialogue, String frame) {
        return dialogue.take(frame.getBytes(StandardCharsets.US_ASCII), Instant.EPOCH);
    }
}
