package org.linli.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.linli.shared.Ids;

/** Identifies a dwelling of the base. */
public record DwellingId(@JsonValue UUID value) {

    @JsonCreator
    public static DwellingId of(UUID value) {
        return new DwellingId(value);
    }

    public static DwellingId next() {
        return new DwellingId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
