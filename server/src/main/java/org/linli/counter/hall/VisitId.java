package org.linli.counter.hall;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a visit; people use its ticket. */
public record VisitId(@JsonValue UUID value) {

    @JsonCreator
    public static VisitId of(UUID value) {
        return new VisitId(value);
    }
}
