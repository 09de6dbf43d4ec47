package org.linli.registry.person;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.registry.Person;
import org.linli.shared.IdDocument;
import org.linli.shared.Names;
import org.linli.shared.Sex;

/**
 * A person's page.
 *
 * @param full whether personal values stand here whole; otherwise they are masked
 * @param revision what a correction is made against
 * @param birth the day in full, the year when masked
 * @param restricted whether the person's data may only be stored now
 * @param places the place where the person counts, from the sub-district down
 */
record PersonView(
        UUID id,
        boolean full,
        int revision,
        String name,
        @Nullable String formerName,
        @Nullable String pinyin,
        boolean pinyinCorrected,
        Sex sex,
        @Nullable String birth,
        @Nullable Integer age,
        @Nullable String maritalStatus,
        @Nullable String education,
        @Nullable String occupation,
        @Nullable String employer,
        @Nullable String nativePlace,
        @Nullable String registeredDivision,
        @Nullable String registeredAddress,
        Person.Standing standing,
        @Nullable LocalDate standingSince,
        boolean restricted,
        String division,
        List<Names> places,
        List<DocumentView> documents,
        List<PhoneView> phones,
        List<ResidenceLineView> residences,
        @Nullable HomeView household) {

    record DocumentView(
            UUID id,
            IdDocument.Kind kind,
            String number,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    record PhoneView(UUID id, String number, boolean preferred) {}

    /** Where somebody lives or lived. */
    record ResidenceLineView(
            UUID id,
            UUID dwelling,
            String address,
            String kind,
            @Nullable Names inflowReason,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** The household somebody belongs to. */
    record HomeView(UUID id, @Nullable String number, List<HomeMemberView> members) {}

    /** A member of it; {@code self} is the person of the page. */
    record HomeMemberView(
            UUID person,
            String name,
            Sex sex,
            @Nullable Integer age,
            String relation,
            Names relationNames,
            boolean self) {}
}
