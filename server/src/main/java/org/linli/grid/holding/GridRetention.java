package org.linli.grid.holding;

import java.time.Period;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long the grid keeps what people said and what was written about places. */
@Configuration(proxyBeanMethods = false)
class GridRetention {

    @Bean
    RetentionRule oldGridVisits(OldGridRows rows) {
        return new RetentionRule.OverRows(
                "grid.visit",
                Names.of("走访的回答和备注", "Answers and notes of visits"),
                Names.of("走访后 3 年", "3 years after the visit"),
                Period.ofYears(3),
                rows::visits,
                rows::emptyVisits);
    }

    @Bean
    RetentionRule oldGridEvents(OldGridRows rows) {
        return new RetentionRule.OverRows(
                "grid.event",
                Names.of("事件的情况和地点描述", "Words about events and their places"),
                Names.of("结案后 5 年", "5 years after the end"),
                Period.ofYears(5),
                rows::events,
                rows::emptyEvents);
    }
}
