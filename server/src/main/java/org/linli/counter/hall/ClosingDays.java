package org.linli.counter.hall;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** After midnight, tickets of the day before that were never called are over, and visitors are found by card no more. */
@Configuration(proxyBeanMethods = false)
class ClosingDays {

    @Bean
    Task<Void> closeHallDays(VisitRows visits, Clock clock) {
        return Tasks.recurring("counter-close-days", Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(0, 10)))
                .execute((instance, context) -> visits.expireBefore(LocalDate.now(clock)));
    }
}
