package org.linli.registry.listing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.privacy.Masking;
import org.linli.shared.Sex;

/**
 * Somebody as a list shows them: the name masked, the age instead of the birth date.
 *
 * @param restricted whether the person's data may only be stored
 */
public record MaskedPerson(
        UUID id, String name, Sex sex, @Nullable Integer age, boolean restricted) {

    /** In SQL, whether the person {@code p} may only be stored. */
    public static final String RESTRICTED = """
            exists (select from registry.person_restriction x
                     where x.person_id = p.id and x.lifted_change_id is null) as restricted""";

    public static MaskedPerson of(
            UUID id, String name, Sex sex, @Nullable LocalDate birth, boolean restricted, LocalDate day) {
        var age = birth == null ? null : (Integer) birth.until(day).getYears();
        return new MaskedPerson(id, Masking.name(name), sex, age, restricted);
    }
}
