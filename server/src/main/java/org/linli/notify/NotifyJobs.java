package org.linli.notify;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of this module. */
@Configuration(proxyBeanMethods = false)
class NotifyJobs {

    @Bean
    RecurringTask<Void> notifyDeliver(Delivering delivering) {
        return Tasks.recurring("notify.deliver", FixedDelay.ofSeconds(1))
                .execute((task, context) -> delivering.deliverDue());
    }
}
