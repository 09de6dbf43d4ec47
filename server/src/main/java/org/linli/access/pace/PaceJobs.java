package org.linli.access.pace;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who asked long ago is forgotten. */
@Configuration(proxyBeanMethods = false)
class PaceJobs {

    @Bean
    RecurringTask<Void> accessForgetPaces(PaceRows rows, Clock clock) {
        return Tasks.recurring("access.forget-paces", FixedDelay.ofMinutes(10))
                .execute((task, context) -> rows.forget(clock.instant()));
    }
}
