package org.linli.eldercare.call;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every minute: calls whose end was never reported are over, and answered ones nobody wrote about leave the desk. */
@Configuration(proxyBeanMethods = false)
class CallJobs {

    /** No exchange lets it ring or wait for so long without a word. */
    static final Duration RINGING = Duration.ofMinutes(15);

    static final Duration TALKING = Duration.ofHours(4);

    /** By then nobody remembers what it was about. */
    static final Duration UNNOTED = Duration.ofDays(1);

    @Bean
    RecurringTask<Void> callsGiveUp(CallRows rows, LiveCalls live, Clock clock) {
        return Tasks.recurring("eldercare.calls.give-up", FixedDelay.ofMinutes(1))
                .execute((task, context) -> {
                    var now = clock.instant();
                    var over = rows.giveUp(now.minus(RINGING), now.minus(TALKING));
                    if (over + rows.closeUnnoted(now.minus(UNNOTED), now) > 0) {
                        live.tell();
                    }
                });
    }
}
