package org.linli.registry.exporting;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of exports. */
@Configuration(proxyBeanMethods = false)
class ExportJobs {

    @Bean
    RecurringTask<Void> registryExportsWork(ExportWork work) {
        return Tasks.recurring("registry.exports.work", FixedDelay.ofSeconds(1))
                .execute((task, context) -> work.begin());
    }

    @Bean
    RecurringTask<Void> registryExportsErase(ExportWork work) {
        return Tasks.recurring("registry.exports.erase", FixedDelay.ofMinutes(10))
                .execute((task, context) -> work.erase());
    }
}
