package org.linli.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.linli.shared.Ids;

/** Identifies a person of the base. */
public record PersonId(@JsonValue UUID value) {

    @JsonCreator
    public static PersonId of(UUID value) {
        return new PersonId(value);
    }

    public static PersonId next() {
        return new PersonId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
