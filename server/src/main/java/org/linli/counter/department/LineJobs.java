package org.linli.counter.department;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.linli.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lines' jobs: send and apply every second, compare yesterday every morning, forget old nonces. */
@Configuration(proxyBeanMethods = false)
class LineJobs {

    private static final Logger LOG = LoggerFactory.getLogger(LineJobs.class);

    @Bean
    RecurringTask<Void> departmentLinesSend(LineRounds rounds) {
        return Tasks.recurring("counter.department-lines.send", FixedDelay.ofSeconds(1))
                .execute((instance, context) -> rounds.send());
    }

    @Bean
    RecurringTask<Void> departmentLinesApply(LineRounds rounds) {
        return Tasks.recurring("counter.department-lines.apply", FixedDelay.ofSeconds(1))
                .execute((instance, context) -> rounds.apply());
    }

    @Bean
    RecurringTask<Void> departmentLinesReconcile(
            DepartmentLines lines, Reconciling reconciling, InboxRows inbox, Clock clock) {
        return Tasks.recurring(
                        "counter.department-lines.reconcile", Schedules.daily(clock.getZone(), LocalTime.of(5, 0)))
                .execute((instance, context) -> {
                    inbox.forgetNonces(clock.instant().minus(LineSignature.WINDOW.multipliedBy(3)));
                    lines.names().stream()
                            .filter(lines::isConnected)
                            .forEach(line -> compare(
                                    reconciling, line, LocalDate.now(clock).minusDays(1)));
                });
    }

    private static void compare(Reconciling reconciling, String line, LocalDate day) {
        try {
            reconciling.compare(line, day);
        } catch (Refusal refusal) {
            LOG.warn("no reconciliation of {} for {}: {}", line, day, refusal.getMessage());
        }
    }
}
