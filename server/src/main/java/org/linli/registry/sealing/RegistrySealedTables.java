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

    @Bean
    SealedTable sealedSheetPieces() {
        return SealedTable.of("registry.sheet_piece", "sheet_id uuid", "starts_at bigint")
                .sealed("bytes_sealed", "registry.sheet_piece.bytes");
    }

    @Bean
    SealedTable sealedImportedPeople() {
        return numbers(SealedTable.of("registry.import_person_row", "import_id uuid", "row_number int"))
                .sealed("registered_address_sealed", Seals.ADDRESS)
                .sealed("head_sealed", Seals.NUMBER)
                .indexed("head_index", Seals.NUMBERS, "t.head_sealed", Seals.NUMBER)
                .sealed("phone_sealed", Seals.PHONE)
                .indexed("phone_index", Seals.PHONES, "t.phone_sealed", Seals.PHONE);
    }

    @Bean
    SealedTable sealedImportedOrganisations() {
        return SealedTable.of("registry.import_organisation_row", "import_id uuid", "row_number int")
                .sealed("phone_sealed", Seals.CONTACT);
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
