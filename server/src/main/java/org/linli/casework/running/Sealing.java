package org.linli.casework.running;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.linli.access.ChainSeal;
import org.linli.access.ledger.SealedChain;
import org.linli.privacy.FieldCipher;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Seals what people wrote, and closes timeline entries under a key that lies outside the database. */
@Component
class Sealing {

    static final String NOTE = "casework.case_event.note";
    static final String RATING = "casework.case_rating.words";
    static final String ACTING_FOR = "casework.case_event.acting_for";

    private final FieldCipher cipher;
    private final ChainSeal seal;
    private final SealedChain openings;

    Sealing(FieldCipher cipher, ChainSeal seal, @Qualifier("openingChain") SealedChain openings) {
        this.cipher = cipher;
        this.seal = seal;
        this.openings = openings;
    }

    /** What never changes about a case, sealed for the chain of openings in the order that chain reads it. */
    byte[] opening(CaseFile file, Instant at) {
        return openings.seal(
                file.id().value(),
                Arrays.<@Nullable String>asList(
                        Long.toString(at.getEpochSecond() * 1_000_000 + at.getNano() / 1000),
                        file.number(),
                        file.procedure(),
                        Integer.toString(file.version()),
                        file.subject().kind(),
                        file.subject().id(),
                        file.area().value(),
                        file.station().value(),
                        CaseMoveRows.termText(file.terms().promised()),
                        CaseMoveRows.termText(file.terms().statutory())));
    }

    @Nullable
    String rating(String words) {
        return words.isBlank() ? null : cipher.seal(RATING, words.strip());
    }

    @Nullable
    String note(String plain) {
        return plain.isBlank() ? null : cipher.seal(NOTE, plain.strip());
    }

    String openNote(@Nullable String sealed) {
        return sealed == null ? "" : cipher.open(NOTE, sealed);
    }

    @Nullable
    String actingFor(@Nullable Object plain) {
        return plain == null || plain.toString().isBlank()
                ? null
                : cipher.seal(ACTING_FOR, plain.toString().strip());
    }

    String openActingFor(@Nullable String sealed) {
        return sealed == null ? "" : cipher.open(ACTING_FOR, sealed);
    }

    /**
     * The hash of an entry that follows one with the hash {@code previous}.
     *
     * @throws IllegalStateException when a sealed field was altered
     */
    byte[] hash(TimelineEntry entry, byte[] previous) {
        var actingFor = entry.actingFor() == null ? null : openActingFor(entry.actingFor());
        var note = entry.note() == null ? null : openNote(entry.note());
        return seal.of(entry.contentAfter(previous, actingFor, note));
    }
}
