package org.linli.wearables.holding;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.LocalDate;
import java.time.Period;
import java.util.function.ToIntBiFunction;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tracks and vitals go by the partition. The times are part of what wearers agreed to, so the module's own job keeps them
 * whether or not anybody switched the rules on; the rules count, and do the same at the desk.
 */
@Configuration(proxyBeanMethods = false)
class HistoryRetention {

    /** @param rest removes what is as old elsewhere, at most so many rows at a time */
    private record Rule(
            String key,
            String history,
            Names data,
            Names term,
            Period kept,
            OldPartitionRows rows,
            ToIntBiFunction<LocalDate, Integer> rest)
            implements RetentionRule {

        @Override
        public Names basis() {
            return Names.of(
                    "《个人信息保护法》第十九条、第二十九条：单独同意所说的期限", "PIPL art. 19 and 29: the time the separate consent speaks of");
        }

        @Override
        public Treatment treatment() {
            return Treatment.EMPTY;
        }

        @Override
        public long due(LocalDate before) {
            return rows.of(history, before).stream()
                    .mapToLong(OldPartitionRows.Old::rows)
                    .sum();
        }

        /** One partition, however many rows it has; an empty one was looked at as well, or it would end the run. */
        @Override
        public Step apply(LocalDate before, int most, String run) {
            var old = rows.of(history, before);
            if (old.isEmpty()) {
                return Step.emptied(rest.applyAsInt(before, most));
            }
            rows.drop(old.getFirst());
            var count = (int) Math.min(Integer.MAX_VALUE, old.getFirst().rows());
            return new Step(Math.max(1, count), count, 0);
        }
    }

    @Bean
    RetentionRule oldTracks(OldPartitionRows rows) {
        return new Rule(
                "wearables.track",
                "wearables.fix",
                Names.of("手表的轨迹", "Tracks of watches"),
                Names.of("收到后 30 天", "30 days after it came"),
                Period.ofDays(30),
                rows,
                (before, most) -> 0);
    }

    @Bean
    RetentionRule oldVitals(OldPartitionRows rows) {
        return new Rule(
                "wearables.vitals",
                "wearables.vital",
                Names.of("手表测量的体征", "What watches measured"),
                Names.of("收到的月份结束后 1 年", "1 year after the end of the month it came in"),
                Period.ofYears(1),
                rows,
                rows::forgetLatestVitals);
    }

    /** Every hour, so that a partition that somebody was reading waits for an hour and not for a day. */
    @Bean
    RecurringTask<Void> wearablesDropHistories(DroppingHistories dropping) {
        return Tasks.recurring("wearables.drop-histories", FixedDelay.ofHours(1))
                .execute((task, context) -> dropping.drop());
    }
}
