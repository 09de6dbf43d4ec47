package org.linli.rights.paper;

import java.time.Period;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A copy is made for the one who asked; what is left of it here goes after 90 days. */
@Configuration(proxyBeanMethods = false)
class OldCopies {

    @Bean
    RetentionRule oldRightsCopies(SealedPaperRows rows) {
        return new RetentionRule.OverRows(
                "rights.copy",
                Names.of("已交付的个人信息副本", "Copies of personal data that were handed over"),
                Names.of("制作后 90 天", "90 days after it was made"),
                Period.ofDays(90),
                rows::oldCopies,
                rows::emptyCopies);
    }
}
