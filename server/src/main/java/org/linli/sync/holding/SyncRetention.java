package org.linli.sync.holding;

import java.time.Period;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long sync keeps what phones sent. */
@Configuration(proxyBeanMethods = false)
class SyncRetention {

    @Bean
    RetentionRule decidedConflicts(KeptRows rows) {
        return new RetentionRule.OverRows(
                "sync.conflict",
                Names.of("已核定冲突的各方填写内容", "What was proposed in conflicts that are decided"),
                Names.of("核定后 3 年", "3 years after the decision"),
                Period.ofYears(3),
                rows::conflicts,
                rows::emptyConflicts);
    }

    @Bean
    RetentionRule oldExceptions(KeptRows rows) {
        return new RetentionRule.OverRows(
                "sync.exception",
                Names.of("未能办理的手机上报内容", "Changes from phones that could not be done"),
                Names.of("上报后 1 年", "1 year after they came"),
                Period.ofYears(1),
                rows::exceptions,
                rows::emptyExceptions);
    }

    @Bean
    RetentionRule oldPositions(KeptRows rows) {
        return new RetentionRule.OverRows(
                "sync.position",
                Names.of("上报时的手机位置", "Where a phone was when a change was made"),
                Names.of("上报后 180 天", "180 days after the change came"),
                Period.ofDays(180),
                rows::positions,
                rows::emptyPositions);
    }
}
