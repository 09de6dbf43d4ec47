package org.linli.sync.notice;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The nightly job of notices. */
@Configuration(proxyBeanMethods = false)
class NoticeJobs {

    @Bean
    RecurringTask<Void> syncNoticesWithdraw(StoredPhoneNotices notices) {
        return Tasks.recurring(
                        "sync.notices.withdraw", Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(2, 20)))
                .execute((task, context) -> {
                    var withdrawn = notices.withdrawOld();
                    while (withdrawn > 0) {
                        withdrawn = notices.withdrawOld();
                    }
                });
    }
}
