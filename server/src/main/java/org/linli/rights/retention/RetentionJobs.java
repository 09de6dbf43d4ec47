package org.linli.rights.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules that bind run every night. */
@Configuration(proxyBeanMethods = false)
class RetentionJobs {

    @Bean
    RecurringTask<Void> retentionNight(RunningRules running) {
        return Tasks.recurring("rights.retention", Schedules.daily(ZoneId.of("Asia/Shanghai"), RetentionDesk.NIGHT))
                .execute((task, context) -> running.night());
    }
}
