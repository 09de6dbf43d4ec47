package org.linli.registry.finding;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.registry.Person;
import org.linli.shared.IdDocument;
import org.linli.shared.Names;
import org.linli.shared.Sex;

/**
 * One person in a list, masked.
 *
 * @param age in full years today
 * @param address of the dwelling lived in, as far as the compound
 * @param place grid cell or community where the person counts
 * @param restricted whether the person's data may only be stored
 */
public record PersonLine(
        UUID id,
        String name,
        Sex sex,
        @Nullable Integer age,
        IdDocument.@Nullable Kind documentKind,
        @Nullable String documentNumber,
        @Nullable String phone,
        @Nullable String address,
        String division,
        Names place,
        Person.Standing standing,
        boolean restricted) {}
