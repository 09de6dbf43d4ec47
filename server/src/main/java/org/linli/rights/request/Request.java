package org.linli.rights.request;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.files.FileId;
import org.linli.registry.PersonId;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;

/**
 * Request about personal data (个人信息权利申请). Where it stands is its case's business.
 *
 * @param requester who asks
 * @param subject whose data it is about; the same when somebody asks for oneself
 * @param person the subject's record in the base
 */
record Request(
        UUID id,
        CaseId caseId,
        String caseNumber,
        RequestKind kind,
        AskedBy askedBy,
        Party requester,
        Optional<String> phone,
        Party subject,
        Optional<PersonId> person,
        Wish wish,
        IdentityCheck identity,
        Optional<FileId> proof,
        UnitCode station,
        DivisionCode area,
        String receivedBy,
        Instant receivedAt,
        Optional<Decision> decision,
        Optional<Instant> carriedOutAt) {

    /** The kind of subject its case has. */
    static final String SUBJECT = "rights.request";

    /** Beginning of what changes and restrictions of the base name it by. */
    static final String REFERENCE = "rights-request:";

    /** Somebody by name and document. */
    record Party(String name, IdDocument document) {

        @Override
        public String toString() {
            return "Party[" + document + "]";
        }
    }

    /** What is asked for and why, and which fields shall say what. */
    record Wish(String words, Map<CorrectedField, String> corrections) {

        Wish {
            corrections = Map.copyOf(corrections);
        }

        @Override
        public String toString() {
            return "Wish[" + corrections.keySet() + "]";
        }
    }

    /** How it ended. */
    enum Outcome {
        GRANTED,
        /** Stored and not used otherwise, because a law forbids removal. */
        BLOCKED,
        REFUSED,
        WITHDRAWN
    }

    /** @param answer what the requester is told; of a refusal the reasons */
    record Decision(Outcome outcome, String answer, Instant at, String by) {}

    String reference() {
        return REFERENCE + id;
    }
}
