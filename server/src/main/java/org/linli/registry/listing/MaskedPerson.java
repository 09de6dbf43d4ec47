package org.linli.registry.listing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.privacy.Masking;
import org.linli.shared.Sex;

/** Somebody as a list shows them: the name masked, the age instead of the birth date. */
public record MaskedPerson(
        UUID id, String name, Sex sex, @Nullable Integer age) {

    public static MaskedPerson of(UUID id, String name, Sex sex, @Nullable LocalDate birth, LocalDate day) {
        var age = birth == null ? null : (Integer) birth.until(day).getYears();
        return new MaskedPerson(id, Masking.name(name), sex, age);
    }
}
