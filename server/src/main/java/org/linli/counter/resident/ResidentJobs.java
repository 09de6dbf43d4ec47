package org.linli.counter.resident;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The registry hears what windows learned a few seconds later. */
@Configuration(proxyBeanMethods = false)
class ResidentJobs {

    @Bean
    RecurringTask<Void> counterTellRegistry(TellingRegistry telling) {
        return Tasks.recurring("counter.tell-registry", FixedDelay.ofSeconds(3))
                .execute((task, context) -> telling.runAll());
    }
}
