package org.linli.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of this module. */
@Configuration(proxyBeanMethods = false)
class FilesJobs {

    @Bean
    RecurringTask<Void> filesErase(StoredFiles files, Uploads uploads) {
        return Tasks.recurring("files.erase", FixedDelay.ofMinutes(10)).execute((task, context) -> {
            uploads.dropExpired();
            files.eraseOutlived();
        });
    }
}
