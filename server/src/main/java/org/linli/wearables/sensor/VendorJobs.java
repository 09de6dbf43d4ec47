package org.linli.wearables.sensor;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.linli.shared.BodySignature;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every hour: forget signatures that are too old to be good anyway. */
@Configuration(proxyBeanMethods = false)
class VendorJobs {

    @Bean
    RecurringTask<Void> vendorRequestsForget(VendorRows rows, Clock clock) {
        return Tasks.recurring("wearables.vendor-requests.forget", FixedDelay.ofHours(1))
                .execute((instance, context) ->
                        rows.forgetRequests(clock.instant().minus(BodySignature.WINDOW.multipliedBy(3))));
    }
}
