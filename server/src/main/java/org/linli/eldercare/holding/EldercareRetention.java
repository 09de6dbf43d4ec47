package org.linli.eldercare.holding;

import java.time.Period;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long it is kept who called, and what was written about it; that there was a call stays, for figures. */
@Configuration(proxyBeanMethods = false)
class EldercareRetention {

    @Bean
    RetentionRule oldCalls(OldCallRows rows) {
        return new RetentionRule.OverRows(
                "eldercare.call",
                Names.of("12349 来电的号码和处置记录", "Numbers of calls to 12349, and what was written about them"),
                Names.of("来电后 2 年", "2 years after the call"),
                Period.ofYears(2),
                rows::due,
                rows::empty);
    }
}
