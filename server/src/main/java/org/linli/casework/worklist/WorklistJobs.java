package org.linli.casework.worklist;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job of the lists. */
@Configuration(proxyBeanMethods = false)
class WorklistJobs {

    @Bean
    RecurringTask<Void> caseworkAddUpOpen(OpenCountRows rows) {
        return Tasks.recurring("casework.add-up-open", FixedDelay.ofSeconds(30))
                .execute((task, context) -> rows.addUp());
    }
}
