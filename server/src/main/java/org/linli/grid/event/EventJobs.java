package org.linli.grid.event;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.linli.grid.GridSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of events. */
@Configuration(proxyBeanMethods = false)
class EventJobs {

    @Bean
    RecurringTask<Void> gridFadeEvents(HandlingRows rows, GridSettings settings, Clock clock) {
        return Tasks.recurring("grid.fade-events", FixedDelay.ofHours(6))
                .execute((task, context) -> rows.fade(clock.instant().minus(Duration.ofDays(settings.phoneDays()))));
    }
}
