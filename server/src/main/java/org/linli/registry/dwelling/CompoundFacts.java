package org.linli.registry.dwelling;

import java.util.List;
import java.util.Optional;
import org.linli.registry.RegistryReason;
import org.linli.shared.Point;
import org.linli.shared.Refusal;

/**
 * What is known of a residential compound (小区).
 *
 * @param otherNames what people call it besides
 */
record CompoundFacts(String name, List<String> otherNames, Optional<Point> at) {

    private static final int LONGEST = 50;

    CompoundFacts {
        name = name.strip();
        otherNames = otherNames.stream()
                .map(String::strip)
                .filter(other -> !other.isEmpty())
                .distinct()
                .toList();
        if (name.isEmpty()) {
            throw Refusal.ofField("name", RegistryReason.NAME_MISSING);
        }
        if (name.length() > LONGEST || otherNames.stream().anyMatch(other -> other.length() > LONGEST)) {
            throw Refusal.ofField("name", RegistryReason.TEXT_TOO_LONG, LONGEST);
        }
    }
}
