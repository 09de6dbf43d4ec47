package org.linli.registry.organisation;

import java.time.LocalDate;
import java.util.Optional;
import org.linli.registry.PhoneNumber;
import org.linli.registry.RegistryReason;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.linli.shared.Uscc;

/**
 * What is known of an organisation (法人和其他组织).
 *
 * @param phone of whoever answers for it
 */
record OrganisationFacts(
        Optional<Uscc> uscc,
        String name,
        OrganisationKind kind,
        Optional<String> legalRepresentative,
        Optional<String> phone,
        Optional<String> address,
        DivisionCode division,
        Optional<Point> at,
        Optional<Integer> employees,
        Optional<LocalDate> establishedOn) {

    private static final int LONGEST = 100;
    private static final int MOST_EMPLOYEES = 1_000_000;

    OrganisationFacts {
        name = name.strip();
        legalRepresentative = filled(legalRepresentative);
        phone = filled(phone).map(PhoneNumber::read);
        address = filled(address);
        if (name.isEmpty()) {
            throw Refusal.ofField("name", RegistryReason.NAME_MISSING);
        }
        requireLength("name", name);
        legalRepresentative.ifPresent(text -> requireLength("legalRepresentative", text));
        address.ifPresent(text -> requireLength("address", text));
        employees.filter(count -> count < 0 || count > MOST_EMPLOYEES).ifPresent(count -> {
            throw Refusal.ofField("employees", RegistryReason.IMPOSSIBLE_NUMBER, count);
        });
    }

    /** The same with the phone and the representative it had, where none was typed because they were not shown. */
    OrganisationFacts answeredBy(OrganisationFacts former) {
        return new OrganisationFacts(
                uscc,
                name,
                kind,
                legalRepresentative.or(former::legalRepresentative),
                phone.or(former::phone),
                address,
                division,
                at,
                employees,
                establishedOn);
    }

    private static Optional<String> filled(Optional<String> text) {
        return text.map(String::strip).filter(one -> !one.isEmpty());
    }

    private static void requireLength(String field, String text) {
        if (text.length() > LONGEST) {
            throw Refusal.ofField(field, RegistryReason.TEXT_TOO_LONG, LONGEST);
        }
    }
}
