package org.linli.notify;

import org.linli.access.sealing.SealedRows;
import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Phone numbers that messages went to take part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class NotifySealedRows {

    @Bean
    SealedRows sealedDeliveries(JdbcClient jdbc, JdbcTemplate batches) {
        return new SealedRows(
                jdbc, batches, SealedTable.of("notify.delivery", "id uuid").sealed("phone_sealed", "notify.phone"));
    }
}
