package org.linli.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.linli.shared.Ids;

/** Identifies an organisation of the base. */
public record OrganisationId(@JsonValue UUID value) {

    @JsonCreator
    public static OrganisationId of(UUID value) {
        return new OrganisationId(value);
    }

    public static OrganisationId next() {
        return new OrganisationId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
