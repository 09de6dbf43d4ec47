package org.linli.registry.sealing;

import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people and organisations are, and were, takes part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class RegistrySealedTables {

    private static final String ID = "id uuid";
    private static final String REVISION = "revision int";

    @Bean
    SealedTable sealedDocuments() {
        return numbers(SealedTable.of("registry.document", ID));
    }

    @Bean
    SealedTable sealedFormerDocuments() {
        return numbers(SealedTable.of("registry.document_history", ID, REVISION));
    }

    @Bean
    SealedTable sealedPhones() {
        return phones(SealedTable.of("registry.phone", ID));
    }

    @Bean
    SealedTable sealedFormerPhones() {
        return phones(SealedTable.of("registry.phone_history", ID, REVISION));
    }

    @Bean
    SealedTable sealedPeople() {
        return SealedTable.of("registry.person", ID).sealed("registered_address_sealed", Seals.ADDRESS);
    }

    @Bean
    SealedTable sealedFormerPeople() {
        return SealedTable.of("registry.person_history", ID, REVISION)
                .sealed("registered_address_sealed", Seals.ADDRESS);
    }

    @Bean
    SealedTable sealedOrganisations() {
        return SealedTable.of("registry.organisation", ID).sealed("phone_sealed", Seals.CONTACT);
    }

    @Bean
    SealedTable sealedFormerOrganisations() {
        return SealedTable.of("registry.organisation_history", ID, REVISION).sealed("phone_sealed", Seals.CONTACT);
    }

    private static SealedTable numbers(SealedTable table) {
        return table.sealed("number_sealed", Seals.NUMBER)
                .indexed("number_index", Seals.NUMBERS, "t.number_sealed", Seals.NUMBER);
    }

    private static SealedTable phones(SealedTable table) {
        return table.sealed("number_sealed", Seals.PHONE)
                .indexed("number_index", Seals.PHONES, "t.number_sealed", Seals.PHONE);
    }
}
