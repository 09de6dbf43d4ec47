package org.linli.eldercare.call;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every minute: calls whose end was never reported are over. */
@Configuration(proxyBeanMethods = false)
class CallJobs {

    /** No exchange lets it ring or wait for so long without a word. */
    static final Duration RINGING = Duration.ofMinutes(15);

    static final Duration TALKING = Duration.ofHours(4);

    @Bean
    RecurringTask<Void> callsGiveUp(CallRows rows, LiveCalls live, Clock clock) {
        return Tasks.recurring("eldercare.calls.give-up", FixedDelay.ofMinutes(1))
                .execute((task, context) -> {
                    var now = clock.instant();
                    if (rows.giveUp(now.minus(RINGING), now.minus(TALKING)) > 0) {
                        live.tell();
                    }
                });
    }
}
