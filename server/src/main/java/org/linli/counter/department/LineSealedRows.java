package org.linli.counter.department;

import org.linli.access.sealing.SealedRows;
import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages to departments and their answers take part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class LineSealedRows {

    @Bean
    SealedRows sealedMessages(JdbcClient jdbc, JdbcTemplate batches) {
        return new SealedRows(
                jdbc,
                batches,
                SealedTable.of("counter.department_message", "id uuid").sealed("body_sealed", Outbox.SEALED_AS));
    }

    @Bean
    SealedRows sealedAnswers(JdbcClient jdbc, JdbcTemplate batches) {
        return new SealedRows(
                jdbc,
                batches,
                SealedTable.of("counter.department_answer", "id uuid").sealed("body_sealed", Inbox.SEALED_AS));
    }
}
