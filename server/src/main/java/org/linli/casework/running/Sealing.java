package org.linli.casework.running;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.linli.privacy.BlindIndex;
import org.linli.privacy.FieldCipher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Seals what people wrote, and closes timeline entries under a key that lies outside the database. */
@Component
class Sealing {

    private static final String NOTE = "casework.case_event.note";
    private static final String ACTING_FOR = "casework.case_event.acting_for";

    private final ObjectProvider<FieldCipher> cipher;
    private final ObjectProvider<BlindIndex> index;

    Sealing(ObjectProvider<FieldCipher> cipher, ObjectProvider<BlindIndex> index) {
        this.cipher = cipher;
        this.index = index;
    }

    @Nullable
    String note(String plain) {
        return plain.isBlank() ? null : cipher.getObject().seal(NOTE, plain.strip());
    }

    String openNote(@Nullable String sealed) {
        return sealed == null ? "" : cipher.getObject().open(NOTE, sealed);
    }

    @Nullable
    String actingFor(@Nullable Object plain) {
        return plain == null || plain.toString().isBlank()
                ? null
                : cipher.getObject().seal(ACTING_FOR, plain.toString().strip());
    }

    String openActingFor(@Nullable String sealed) {
        return sealed == null ? "" : cipher.getObject().open(ACTING_FOR, sealed);
    }

    /** The hash of an entry that follows one with the hash {@code previous}. */
    byte[] hash(TimelineEntry entry, byte[] previous) {
        return index.getObject()
                .of("casework.timeline", HexFormat.of().formatHex(entry.digestAfter(previous)));
    }
}
