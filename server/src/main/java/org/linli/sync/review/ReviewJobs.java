package org.linli.sync.review;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of reviews. */
@Configuration(proxyBeanMethods = false)
class ReviewJobs {

    @Bean
    RecurringTask<Void> syncReviewsEscalate(Overdue overdue) {
        return Tasks.recurring("sync.reviews.escalate", FixedDelay.ofMinutes(10))
                .execute((task, context) -> {
                    var marked = overdue.escalate();
                    while (marked > 0) {
                        marked = overdue.escalate();
                    }
                });
    }
}
