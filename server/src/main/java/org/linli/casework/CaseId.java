package org.linli.casework;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a case; people use its {@link CaseReceipt#number() number}. */
public record CaseId(@JsonValue UUID value) {

    @JsonCreator
    public static CaseId of(UUID value) {
        return new CaseId(value);
    }
}
