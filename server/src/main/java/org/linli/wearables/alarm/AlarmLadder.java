package org.linli.wearables.alarm;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.access.PostingId;
import org.linli.access.PostingsInForce;
import org.linli.notify.Notices;
import org.linli.notify.Notices.Notice;
import org.linli.notify.Notices.Recipient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells ever more people of a red alarm that nobody claims (升级阶梯). The desks ring by themselves at once; the first step
 * is for a desk where nobody sits. Reading the notice stops nothing, claiming the alarm does, and handing it back lets it
 * climb on from where it was.
 */
@Component
class AlarmLadder {

    private static final int AT_ONCE = 100;

    /**
     * Who is told after how long.
     *
     * @param roles those whose area covers the alarm's
     */
    record Step(Duration after, List<String> roles) {}

    static final List<Step> STEPS = List.of(
            new Step(Duration.ofSeconds(30), List.of("committee-clerk")),
            new Step(Duration.ofSeconds(60), List.of("grid-lead")),
            new Step(Duration.ofSeconds(120), List.of("grid-dispatcher", "district-supervisor")));

    private final LadderRows rows;
    private final PostingsInForce postings;
    private final Notices notices;
    private final Clock clock;

    AlarmLadder(LadderRows rows, PostingsInForce postings, Notices notices, Clock clock) {
        this.rows = rows;
        this.postings = postings;
        this.notices = notices;
        this.clock = clock;
    }

    /** @return how many steps were taken */
    @Transactional
    int climb() {
        var taken = 0;
        for (var rung = 0; rung < STEPS.size(); rung++) {
            var step = STEPS.get(rung);
            for (var alarm : rows.due(rung, clock.instant().minus(step.after()), AT_ONCE)) {
                tell(alarm, rung + 1, step);
                rows.stand(alarm.id(), rung + 1);
                taken++;
            }
        }
        return taken;
    }

    private void tell(LadderRows.Climbing alarm, int rung, Step step) {
        var to = new ArrayList<Recipient>();
        for (var role : step.roles()) {
            for (PostingId posting : postings.covering(role, alarm.division())) {
                to.add(new Recipient.ToPosting(posting));
            }
        }
        if (!to.isEmpty()) {
            notices.send(new Notice(
                    to,
                    "notice.wearables."
                            + alarm.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Map.of("device", alarm.device()),
                    "wearables:" + alarm.id() + ":" + rung,
                    "/wearables/alarms/" + alarm.id(),
                    true));
        }
    }
}
