package org.linli.access.account;

import org.linli.access.sealing.SealedRows;
import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names, phones and authenticator secrets of accounts take part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class AccountSealedRows {

    @Bean
    SealedRows sealedAccounts(JdbcClient jdbc, JdbcTemplate batches) {
        return new SealedRows(
                jdbc,
                batches,
                SealedTable.of("access.account", "id uuid")
                        .sealed("name_sealed", Account.NAME)
                        .sealed("phone_sealed", Account.PHONE)
                        .sealed("totp_sealed", Account.SECRET));
    }
}
