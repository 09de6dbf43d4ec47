package org.linli.grid.holding;

import java.time.LocalDate;
import java.time.Period;
import java.util.function.ToIntBiFunction;
import java.util.function.ToLongFunction;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long the grid keeps what people said and what was written about places. */
@Configuration(proxyBeanMethods = false)
class GridRetention {

    private static final Names SHORTEST =
            Names.of("《个人信息保护法》第十九条：为实现目的所必要的最短时间", "PIPL art. 19: the shortest time the purpose needs");

    private record Rule(
            String key,
            Names data,
            Names term,
            Period kept,
            ToLongFunction<LocalDate> count,
            ToIntBiFunction<LocalDate, Integer> empty)
            implements RetentionRule {

        @Override
        public Names basis() {
            return SHORTEST;
        }

        @Override
        public Treatment treatment() {
            return Treatment.EMPTY;
        }

        @Override
        public long due(LocalDate before) {
            return count.applyAsLong(before);
        }

        @Override
        public Step apply(LocalDate before, int most, String run) {
            return Step.emptied(empty.applyAsInt(before, most));
        }
    }

    @Bean
    RetentionRule oldGridVisits(OldGridRows rows) {
        return new Rule(
                "grid.visit",
                Names.of("走访的回答和备注", "Answers and notes of visits"),
                Names.of("走访后 3 年", "3 years after the visit"),
                Period.ofYears(3),
                rows::visits,
                rows::emptyVisits);
    }

    @Bean
    RetentionRule oldGridEvents(OldGridRows rows) {
        return new Rule(
                "grid.event",
                Names.of("事件的情况和地点描述", "Words about events and their places"),
                Names.of("结案后 5 年", "5 years after the end"),
                Period.ofYears(5),
                rows::events,
                rows::emptyEvents);
    }
}
