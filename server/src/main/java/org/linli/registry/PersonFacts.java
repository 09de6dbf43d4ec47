package org.linli.registry;

import java.time.LocalDate;
import java.util.Optional;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;

/**
 * What is known of a person beside documents, phones and where they live; fields of GB/T 31000 tables 12 and 13.
 *
 * @param pinyin syllables with blanks, where a person corrected what the house made of the name
 * @param maritalStatus GB/T 2261.2
 * @param education GB/T 4658
 * @param nativePlace GB/T 2260, six digits (籍贯)
 * @param registeredDivision where the household is registered (户籍地)
 * @param registeredAddress its address as on the card (户籍门楼详址)
 */
public record PersonFacts(
        String name,
        Optional<String> formerName,
        Optional<String> pinyin,
        Sex sex,
        Optional<LocalDate> birth,
        Optional<String> maritalStatus,
        Optional<String> education,
        Optional<String> occupation,
        Optional<String> employer,
        Optional<String> nativePlace,
        Optional<DivisionCode> registeredDivision,
        Optional<String> registeredAddress) {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_TEXT = 100;

    public PersonFacts {
        name = name.strip();
        formerName = filled(formerName);
        pinyin = filled(pinyin);
        maritalStatus = filled(maritalStatus);
        education = filled(education);
        occupation = filled(occupation);
        employer = filled(employer);
        nativePlace = filled(nativePlace);
        registeredAddress = filled(registeredAddress);
        if (name.isEmpty()) {
            throw Refusal.ofField("name", RegistryReason.NAME_MISSING);
        }
        requireLength("name", name, LONGEST_NAME);
        formerName.ifPresent(text -> requireLength("formerName", text, LONGEST_NAME));
        pinyin.ifPresent(text -> requireLength("pinyin", text, LONGEST_TEXT));
        occupation.ifPresent(text -> requireLength("occupation", text, LONGEST_TEXT));
        employer.ifPresent(text -> requireLength("employer", text, LONGEST_TEXT));
        registeredAddress.ifPresent(text -> requireLength("registeredAddress", text, LONGEST_TEXT));
        Codes.require(Codes.Table.MARITAL_STATUS, maritalStatus);
        Codes.require(Codes.Table.EDUCATION, education);
        nativePlace.filter(code -> !code.matches("\\d{6}")).ifPresent(code -> {
            throw Refusal.ofField("nativePlace", RegistryReason.UNKNOWN_CODE, code);
        });
    }

    /** Only a name, a sex and a birth date. */
    public static PersonFacts of(String name, Sex sex, Optional<LocalDate> birth) {
        return new PersonFacts(
                name,
                Optional.empty(),
                Optional.empty(),
                sex,
                birth,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with another address of household registration. */
    public PersonFacts registeredAt(String address) {
        return new PersonFacts(
                name,
                formerName,
                pinyin,
                sex,
                birth,
                maritalStatus,
                education,
                occupation,
                employer,
                nativePlace,
                registeredDivision,
                Optional.of(address));
    }

    private static Optional<String> filled(Optional<String> text) {
        return text.map(String::strip).filter(one -> !one.isEmpty());
    }

    private static void requireLength(String field, String text, int longest) {
        if (text.length() > longest) {
            throw Refusal.ofField(field, RegistryReason.TEXT_TOO_LONG, longest);
        }
    }
}
