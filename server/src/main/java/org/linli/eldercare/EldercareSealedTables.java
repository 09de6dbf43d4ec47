package org.linli.eldercare;

import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed of calls and trunks takes part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class EldercareSealedTables {

    @Bean
    SealedTable sealedTrunkKeys() {
        return SealedTable.of("eldercare.trunk", "id int")
                .sealed("key_sealed", "eldercare.trunk.key")
                .sealed("former_key_sealed", "eldercare.trunk.key");
    }

    @Bean
    SealedTable sealedCallers() {
        return SealedTable.of("eldercare.call", "id uuid")
                .sealed("caller_sealed", "eldercare.call.caller")
                .indexed("caller_index", "eldercare.phone", "t.caller_sealed", "eldercare.call.caller");
    }

    @Bean
    SealedTable sealedElders() {
        return SealedTable.of("eldercare.elder", "person_id uuid").sealed("needs_sealed", "eldercare.elder.needs");
    }

    @Bean
    SealedTable sealedContacts() {
        return SealedTable.of("eldercare.contact", "id uuid")
                .sealed("name_sealed", "eldercare.contact.name")
                .sealed("phone_sealed", "eldercare.contact.phone");
    }

    @Bean
    SealedTable sealedCallActs() {
        return SealedTable.of("eldercare.call_act", "id uuid").sealed("note_sealed", "eldercare.call.note");
    }
}
