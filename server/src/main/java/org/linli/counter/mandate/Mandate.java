package org.linli.counter.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.area.UnitCode;
import org.linli.shared.IdDocument;

/** Mandate (委托): who may act for whom, in which matters, until when. */
record Mandate(
        UUID id,
        String residentName,
        IdDocument document,
        byte[] person,
        UUID agent,
        String agentName,
        UnitCode agentUnit,
        UnitCode station,
        List<String> items,
        LocalDate from,
        LocalDate until,
        Consent consent,
        UUID consentFile,
        Optional<UUID> paper,
        Instant madeAt,
        String madeBy,
        Optional<Instant> revokedAt,
        Optional<String> revokedReason) {

    /** How the resident's consent is proved (同意方式). */
    public enum Consent {
        CARD_AND_PHOTO("本人持身份证当面同意并拍照"),
        CALL_BACK("电话回访同意并录音");

        private final String words;

        Consent(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    boolean isInForce(LocalDate day) {
        return revokedAt.isEmpty() && !day.isBefore(from) && !day.isAfter(until);
    }
}
