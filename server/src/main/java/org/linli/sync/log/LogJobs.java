package org.linli.sync.log;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The nightly job of the change log. */
@Configuration(proxyBeanMethods = false)
class LogJobs {

    @Bean
    RecurringTask<Void> syncTombstonesDrop(Tombstones tombstones) {
        return Tasks.recurring("sync.tombstones.drop", Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(2, 10)))
                .execute((task, context) -> {
                    var dropped = tombstones.dropOld();
                    while (dropped > 0) {
                        dropped = tombstones.dropOld();
                    }
                });
    }
}
