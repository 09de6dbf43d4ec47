package org.linli.registry.bulk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.shared.IdDocument;
import org.linli.shared.Point;
import org.linli.shared.Sex;

/**
 * One row to load, in the clear and without what is derived from it. Identifiers are given by the caller, so that entries
 * can name each other and those already in the base. Words in capitals are those of the tables' checks.
 */
public sealed interface Entry {

    record Compound(
            UUID id,
            String community,
            String name,
            List<String> otherNames,
            @Nullable Point at) implements Entry {}

    /** @param unit empty where the building has one staircase only */
    record Dwelling(
            UUID id,
            UUID compound,
            String building,
            String unit,
            @Nullable Integer floor,
            String room,
            String division,
            @Nullable Point at,
            String use,
            @Nullable Double squareMetres)
            implements Entry {}

    /** @param registered where and under which address the household registration is */
    record Person(
            UUID id,
            String name,
            @Nullable String formerName,
            Sex sex,
            @Nullable LocalDate birth,
            @Nullable String maritalStatus,
            @Nullable String education,
            @Nullable String occupation,
            @Nullable String employer,
            @Nullable String nativePlace,
            Registered registered,
            String division)
            implements Entry {}

    /** Household registration (户籍) as the card or the register shows it. */
    record Registered(@Nullable String division, @Nullable String address) {

        public static final Registered UNKNOWN = new Registered(null, null);
    }

    /** @param issuedBy country of a passport, as the table's scope names it */
    record Document(
            UUID id,
            UUID person,
            IdDocument document,
            @Nullable String issuedBy,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil)
            implements Entry {

        /** Within what the number is unique. */
        String scope() {
            if (document.idNumber().isPresent()) {
                return "CITIZEN";
            }
            return issuedBy == null ? document.kind().name() : document.kind() + "." + issuedBy;
        }
    }

    record Phone(UUID id, UUID person, String number, boolean preferred) implements Entry {}

    record Household(
            UUID id,
            @Nullable String number,
            String kind,
            @Nullable UUID head,
            @Nullable UUID dwelling,
            String division)
            implements Entry {}

    /** @param relation to the head, GB/T 4761, two digits */
    record Member(
            UUID id,
            UUID household,
            UUID person,
            String relation,
            @Nullable LocalDate from) implements Entry {}

    record Residence(
            UUID id,
            UUID person,
            UUID dwelling,
            String kind,
            @Nullable String inflowReason,
            @Nullable LocalDate from,
            @Nullable LocalDate until)
            implements Entry {}

    record Organisation(
            UUID id,
            @Nullable String uscc,
            String name,
            String kind,
            @Nullable String legalRepresentative,
            @Nullable String phone,
            @Nullable String address,
            String division,
            @Nullable Point at,
            @Nullable Integer employees,
            @Nullable LocalDate established)
            implements Entry {}

    record Place(
            UUID id,
            String kind,
            String name,
            @Nullable UUID organisation,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String openingHours,
            String division,
            @Nullable Point at)
            implements Entry {}
}
