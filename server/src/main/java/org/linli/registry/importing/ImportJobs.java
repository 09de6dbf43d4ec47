package org.linli.registry.importing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of imports; work of minutes goes to a thread of its own, so that a job never outlives its process. */
@Configuration(proxyBeanMethods = false)
class ImportJobs {

    @Bean
    RecurringTask<Void> registryImportsWork(ImportWork work) {
        return Tasks.recurring("registry.imports.work", FixedDelay.ofSeconds(1))
                .execute((task, context) -> work.begin());
    }

    @Bean
    RecurringTask<Void> registryImportsClear(ImportWork work) {
        return Tasks.recurring("registry.imports.clear", FixedDelay.ofMinutes(1))
                .execute((task, context) -> work.clear());
    }
}
