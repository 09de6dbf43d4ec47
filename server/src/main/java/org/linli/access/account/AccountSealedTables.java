package org.linli.access.account;

import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names, phones and authenticator secrets of accounts take part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class AccountSealedTables {

    @Bean
    SealedTable sealedAccounts() {
        return SealedTable.of("access.account", "id uuid")
                .sealed("name_sealed", Account.NAME)
                .sealed("phone_sealed", Account.PHONE)
                .sealed("totp_sealed", Account.SECRET);
    }
}
