package org.linli.wearables.alarm;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of this module. */
@Configuration(proxyBeanMethods = false)
class AlarmJobs {

    @Bean
    RecurringTask<Void> wearablesClimb(AlarmLadder ladder) {
        return Tasks.recurring("wearables.climb", FixedDelay.ofSeconds(5)).execute((task, context) -> ladder.climb());
    }

    @Bean
    RecurringTask<Void> wearablesHealth(DeviceHealth health) {
        return Tasks.recurring("wearables.health", FixedDelay.ofMinutes(1)).execute((task, context) -> health.look());
    }
}
