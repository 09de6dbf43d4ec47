package org.linli.counter.department;

import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Messages to departments and their answers take part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class LineSealedTables {

    @Bean
    SealedTable sealedMessages() {
        return SealedTable.of("counter.department_message", "id uuid").sealed("body_sealed", Outbox.SEALED_AS);
    }

    @Bean
    SealedTable sealedAnswers() {
        return SealedTable.of("counter.department_answer", "id uuid").sealed("body_sealed", Inbox.SEALED_AS);
    }
}
