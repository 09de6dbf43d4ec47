package org.linli.casework.running;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of this module. */
@Configuration(proxyBeanMethods = false)
class CaseworkJobs {

    @Bean
    RecurringTask<Void> caseworkRemind(Reminding reminding) {
        return Tasks.recurring("casework.remind", FixedDelay.ofSeconds(20))
                .execute((task, context) -> reminding.remindDue());
    }

    @Bean
    RecurringTask<Void> caseworkRecount(Recounting recounting) {
        return Tasks.recurring("casework.recount", FixedDelay.ofSeconds(10))
                .execute((task, context) -> recounting.recountDue());
    }

    @Bean
    RecurringTask<Void> caseworkTimeOut(TimingOut timingOut, AwaitedSupplements supplements) {
        return Tasks.recurring("casework.time-out", FixedDelay.ofSeconds(30)).execute((task, context) -> {
            timingOut.timeOutDue();
            supplements.remindOverdue();
        });
    }
}
