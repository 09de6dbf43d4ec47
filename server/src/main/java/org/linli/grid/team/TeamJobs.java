package org.linli.grid.team;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of teams. */
@Configuration(proxyBeanMethods = false)
class TeamJobs {

    /** A day begins at midnight wherever it is noticed. */
    @Bean
    RecurringTask<Void> gridFollowTeams(TeamScopes scopes) {
        return Tasks.recurring("grid.follow-teams", FixedDelay.ofMinutes(10))
                .execute((task, context) -> scopes.followToday());
    }
}
