package org.linli.counter.holding;

import java.time.Period;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long the counter keeps visits, bookings and errands. */
@Configuration(proxyBeanMethods = false)
class CounterRetention {

    @Bean
    RetentionRule oldVisits(OldVisitRows rows) {
        return new RetentionRule.OverRows(
                "counter.visit",
                Names.of("到访的姓名和电话", "Names and phones of visits"),
                Names.of("到访后 180 天", "180 days after the visit"),
                Period.ofDays(180),
                rows::visits,
                rows::emptyVisits);
    }

    @Bean
    RetentionRule oldBookings(OldVisitRows rows) {
        return new RetentionRule.OverRows(
                "counter.booking",
                Names.of("预约的姓名和电话", "Names and phones of bookings"),
                Names.of("预约日后 90 天", "90 days after the day booked"),
                Period.ofDays(90),
                rows::bookings,
                rows::emptyBookings);
    }

    @Bean
    RetentionRule oldErrands(OldVisitRows rows) {
        return new RetentionRule.OverRows(
                "counter.errand",
                Names.of("办件、材料和文书", "Errands with their materials and papers"),
                Names.of(
                        "《档案法》、《机关文件材料归档范围和文书档案保管期限规定》：定期保管 10 年以上，销毁须经鉴定",
                        "Archives Law and the rules on keeping official files: at least 10 years, destroyed only after"
                                + " appraisal"),
                Names.of("不少于 10 年；到期由档案鉴定决定", "at least 10 years; then an appraisal decides"),
                Period.ofYears(10),
                RetentionRule.Treatment.KEEP,
                rows::errands,
                (before, most) -> 0);
    }
}
