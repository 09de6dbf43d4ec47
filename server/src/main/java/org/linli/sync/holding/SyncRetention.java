package org.linli.sync.holding;

import java.time.LocalDate;
import java.time.Period;
import java.util.function.ToIntBiFunction;
import java.util.function.ToLongFunction;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long sync keeps what phones sent. */
@Configuration(proxyBeanMethods = false)
class SyncRetention {

    private static final Names SHORTEST =
            Names.of("《个人信息保护法》第十九条：为实现目的所必要的最短时间", "PIPL art. 19: the shortest time the purpose needs");

    private record Rule(
            String key,
            Names data,
            Names basis,
            Names term,
            Period kept,
            Treatment treatment,
            ToLongFunction<LocalDate> count,
            ToIntBiFunction<LocalDate, Integer> empty)
            implements RetentionRule {

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
    RetentionRule decidedConflicts(KeptRows rows) {
        return new Rule(
                "sync.conflict",
                Names.of("已核定冲突的各方填写内容", "What was proposed in conflicts that are decided"),
                SHORTEST,
                Names.of("核定后 3 年", "3 years after the decision"),
                Period.ofYears(3),
                RetentionRule.Treatment.EMPTY,
                rows::conflicts,
                rows::emptyConflicts);
    }

    @Bean
    RetentionRule oldExceptions(KeptRows rows) {
        return new Rule(
                "sync.exception",
                Names.of("未能办理的手机上报内容", "Changes from phones that could not be done"),
                SHORTEST,
                Names.of("上报后 1 年", "1 year after they came"),
                Period.ofYears(1),
                RetentionRule.Treatment.EMPTY,
                rows::exceptions,
                rows::emptyExceptions);
    }

    @Bean
    RetentionRule oldPositions(KeptRows rows) {
        return new Rule(
                "sync.position",
                Names.of("上报时的手机位置", "Where a phone was when a change was made"),
                SHORTEST,
                Names.of("上报后 180 天", "180 days after the change came"),
                Period.ofDays(180),
                RetentionRule.Treatment.EMPTY,
                rows::positions,
                rows::emptyPositions);
    }
}
