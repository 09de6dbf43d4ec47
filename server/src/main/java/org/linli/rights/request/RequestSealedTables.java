package org.linli.rights.request;

import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Requests take part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class RequestSealedTables {

    @Bean
    SealedTable sealedRequests() {
        return SealedTable.of("rights.request", "id uuid")
                .sealed("requester_name_sealed", RequestRows.REQUESTER_NAME)
                .sealed("requester_document_sealed", RequestRows.REQUESTER_DOCUMENT)
                .sealed("requester_phone_sealed", RequestRows.REQUESTER_PHONE)
                .sealed("subject_name_sealed", RequestRows.SUBJECT_NAME)
                .sealed("subject_document_sealed", RequestRows.SUBJECT_DOCUMENT)
                .sealed("wish_sealed", RequestRows.WISH)
                .sealed("answer_sealed", RequestRows.ANSWER)
                .indexed(
                        "requester_document_index",
                        RequestRows.INDEX,
                        "t.requester_document_sealed",
                        RequestRows.REQUESTER_DOCUMENT)
                .indexed(
                        "subject_document_index",
                        RequestRows.INDEX,
                        "t.subject_document_sealed",
                        RequestRows.SUBJECT_DOCUMENT);
    }
}
