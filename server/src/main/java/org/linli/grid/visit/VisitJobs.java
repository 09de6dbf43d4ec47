package org.linli.grid.visit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.grid.GridSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of visits. */
@Configuration(proxyBeanMethods = false)
class VisitJobs {

    /** Sub-district by sub-district, so that no transaction holds the phones of the whole district up. */
    @Bean
    RecurringTask<Void> gridFollowTargets(Rounds rounds, Areas areas) {
        return Tasks.recurring("grid.follow-targets", FixedDelay.ofHours(1))
                .execute((task, context) -> areas.units(Unit.Kind.DISTRICT).stream()
                        .flatMap(district -> areas.within(district.area()).stream())
                        .forEach(part -> rounds.follow(part.code())));
    }

    @Bean
    RecurringTask<Void> gridFadeVisits(GridVisitRows visits, PlanRows plans, GridSettings settings, Clock clock) {
        return Tasks.recurring("grid.fade-visits", FixedDelay.ofHours(6)).execute((task, context) -> {
            var before = clock.instant().minus(Duration.ofDays(settings.phoneDays()));
            visits.fade(before);
            plans.fade(before);
        });
    }
}
