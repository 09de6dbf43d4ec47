package org.linli.counter.errand;

import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Applicants' data, and the index of what is held of them, take part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class ErrandSealedTables {

    @Bean
    SealedTable sealedErrands() {
        return SealedTable.of("counter.errand", "id uuid")
                .sealed("name_sealed", ErrandFileRows.NAME)
                .sealed("document_sealed", ErrandFileRows.DOCUMENT)
                .sealed("phone_sealed", ErrandFileRows.PHONE)
                .sealed("address_sealed", ErrandFileRows.ADDRESS)
                .sealed("form_sealed", ErrandFileRows.FORM)
                .sealed("findings_sealed", ErrandFileRows.FINDINGS)
                .indexed("document_index", "id-number", "t.document_sealed", ErrandFileRows.DOCUMENT)
                .indexed("phone_index", "phone", "t.phone_sealed", ErrandFileRows.PHONE);
    }

    @Bean
    SealedTable indexedHoldings() {
        return SealedTable.of("counter.held", "id uuid")
                .indexed(
                        "person_index",
                        "id-number",
                        "(select e.document_sealed from counter.errand e where e.id = t.errand_id)",
                        ErrandFileRows.DOCUMENT);
    }
}
