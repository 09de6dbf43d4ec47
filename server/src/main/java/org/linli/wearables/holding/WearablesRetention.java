package org.linli.wearables.holding;

import java.time.Period;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.linli.wearables.quarantine.QuarantineRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long what was written about alarms is kept, and samples of what could not be read. */
@Configuration(proxyBeanMethods = false)
class WearablesRetention {

    /** Where they came from and what was written; that there was one stays, for figures. */
    @Bean
    RetentionRule oldWearableAlarms(OldAlarmRows rows) {
        return new RetentionRule.OverRows(
                "wearables.alarm",
                Names.of("手表报警的位置和处置记录", "Where alarms of watches came from, and what was done"),
                Names.of("结束后 2 年", "2 years after the end"),
                Period.ofYears(2),
                rows::due,
                rows::empty);
    }

    /** They are there to find a fault by, and go with their rows. */
    @Bean
    RetentionRule oldQuarantine(QuarantineRows rows) {
        return new RetentionRule.OverRows(
                "wearables.quarantine",
                Names.of("设备发来的无法识别的数据样本", "Samples of what devices sent that could not be read"),
                Names.of("收到后 7 天", "7 days after it came"),
                Period.ofDays(7),
                rows::due,
                rows::delete);
    }
}
