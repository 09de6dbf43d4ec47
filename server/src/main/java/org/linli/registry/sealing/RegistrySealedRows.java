package org.linli.registry.sealing;

import org.linli.access.sealing.SealedRows;
import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people and organisations are, and were, takes part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class RegistrySealedRows {

    private static final String ID = "id uuid";
    private static final String REVISION = "revision int";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RegistrySealedRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Bean
    SealedRows sealedDocuments() {
        return rows(numbers(SealedTable.of("registry.document", ID)));
    }

    @Bean
    SealedRows sealedFormerDocuments() {
        return rows(numbers(SealedTable.of("registry.document_history", ID, REVISION)));
    }

    @Bean
    SealedRows sealedPhones() {
        return rows(phones(SealedTable.of("registry.phone", ID)));
    }

    @Bean
    SealedRows sealedFormerPhones() {
        return rows(phones(SealedTable.of("registry.phone_history", ID, REVISION)));
    }

    @Bean
    SealedRows sealedPeople() {
        return rows(SealedTable.of("registry.person", ID).sealed("registered_address_sealed", Seals.ADDRESS));
    }

    @Bean
    SealedRows sealedFormerPeople() {
        return rows(SealedTable.of("registry.person_history", ID, REVISION)
                .sealed("registered_address_sealed", Seals.ADDRESS));
    }

    @Bean
    SealedRows sealedOrganisations() {
        return rows(SealedTable.of("registry.organisation", ID).sealed("phone_sealed", Seals.CONTACT));
    }

    @Bean
    SealedRows sealedFormerOrganisations() {
        return rows(
                SealedTable.of("registry.organisation_history", ID, REVISION).sealed("phone_sealed", Seals.CONTACT));
    }

    private static SealedTable numbers(SealedTable table) {
        return table.sealed("number_sealed", Seals.NUMBER)
                .indexed("number_index", Seals.NUMBERS, "t.number_sealed", Seals.NUMBER);
    }

    private static SealedTable phones(SealedTable table) {
        return table.sealed("number_sealed", Seals.PHONE)
                .indexed("number_index", Seals.PHONES, "t.number_sealed", Seals.PHONE);
    }

    private SealedRows rows(SealedTable table) {
        return new SealedRows(jdbc, batches, table);
    }
}
