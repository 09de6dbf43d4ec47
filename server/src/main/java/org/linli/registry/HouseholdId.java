package org.linli.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.linli.shared.Ids;

/** Identifies a household of the base. */
public record HouseholdId(@JsonValue UUID value) {

    @JsonCreator
    public static HouseholdId of(UUID value) {
        return new HouseholdId(value);
    }

    public static HouseholdId next() {
        return new HouseholdId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
