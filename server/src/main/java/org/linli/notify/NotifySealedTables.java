package org.linli.notify;

import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Phone numbers that messages went to take part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class NotifySealedTables {

    @Bean
    SealedTable sealedDeliveries() {
        return SealedTable.of("notify.delivery", "id uuid").sealed("phone_sealed", "notify.phone");
    }
}
