package org.linli.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Identity document (身份证件): its kind and its number, checked against each other. */
public record IdDocument(Kind kind, String number) {

    private static final Pattern OLD_PERMANENT_RESIDENCE = Pattern.compile("[A-Z]{3}\\d{12}");

    /** What sort of document it is. */
    public enum Kind {
        /** Resident identity card (居民身份证). */
        RESIDENT_ID("111", "(?!8[123])[1-8]\\d{16}[0-9X]"),
        /** Temporary identity card (临时居民身份证). */
        TEMPORARY_RESIDENT_ID("112", "\\d{17}[0-9X]"),
        /** Household register (户口簿), which shows the holder's identity number. */
        HOUSEHOLD_REGISTER("113", "\\d{17}[0-9X]"),
        /** Military officer's card (军官证). */
        OFFICER("114", "[\\p{IsHan}A-Z0-9〔〕\\-]{4,20}"),
        /** Armed police officer's card (警官证). */
        ARMED_POLICE("115", "[\\p{IsHan}A-Z0-9〔〕\\-]{4,20}"),
        /** Ordinary passport (护照). */
        PASSPORT("414", "[A-Z0-9]{5,17}"),
        /** Mainland travel permit for Taiwan residents (台湾居民来往大陆通行证). */
        TAIWAN_PASS("511", "\\d{8}|\\d{10}[A-Z]?"),
        /** Mainland travel permit for Hong Kong and Macau residents (港澳居民来往内地通行证). */
        HONG_KONG_MACAU_PASS("516", "[HM]\\d{8}(\\d{2})?"),
        /** Foreign permanent residence card (外国人永久居留身份证), both numberings. */
        FOREIGN_PERMANENT_RESIDENCE("553", "9\\d{16}[0-9X]|[A-Z]{3}\\d{12}"),
        /** Residence permit for foreigners (外国人居留证). */
        FOREIGN_RESIDENCE_PERMIT("554", "[A-Z0-9]{5,20}"),
        /** Residence permit for residents of Hong Kong, Macau and Taiwan (港澳台居民居住证); no code of it is known to us. */
        HONG_KONG_MACAU_TAIWAN_RESIDENCE("", "8[123]\\d{15}[0-9X]");

        private final String code;
        private final Pattern form;

        Kind(String code, String form) {
            this.code = code;
            this.form = Pattern.compile(form);
        }

        /** The code of GA/T 517, where there is one. */
        public Optional<String> code() {
            return code.isEmpty() ? Optional.empty() : Optional.of(code);
        }

        /** Whether the number is a citizen identity number (GB 11643) and is checked as one. */
        private boolean holdsIdNumber(String number) {
            return switch (this) {
                case RESIDENT_ID, TEMPORARY_RESIDENT_ID, HOUSEHOLD_REGISTER, HONG_KONG_MACAU_TAIWAN_RESIDENCE -> true;
                case FOREIGN_PERMANENT_RESIDENCE ->
                    !OLD_PERMANENT_RESIDENCE.matcher(number).matches();
                case OFFICER, ARMED_POLICE, PASSPORT, TAIWAN_PASS, HONG_KONG_MACAU_PASS, FOREIGN_RESIDENCE_PERMIT ->
                    false;
            };
        }
    }

    public IdDocument {
        if (!kind.form.matcher(number).matches()) {
            throw new IllegalArgumentException("not a number of " + kind);
        }
        if (kind.holdsIdNumber(number)) {
            requireChecksum(number);
        }
    }

    @JsonCreator
    static IdDocument of(@JsonProperty("kind") Kind kind, @JsonProperty("number") String number) {
        return new IdDocument(kind, number);
    }

    /**
     * Reads what somebody typed for a document of this kind.
     *
     * @throws Refusal that names what is wrong
     */
    public static IdDocument read(Kind kind, String typed, LocalDate today) {
        var number = IdNumber.compact(typed);
        if (number.isEmpty()) {
            throw Refusal.because(IdentityReason.DOCUMENT_NUMBER_MISSING);
        }
        if (kind.holdsIdNumber(number)) {
            number = IdNumber.read(number, today).value();
        }
        if (!kind.form.matcher(number).matches()) {
            throw Refusal.because(IdentityReason.DOCUMENT_NUMBER_FORM);
        }
        return new IdDocument(kind, number);
    }

    /** The identity number, when the document's number is one. */
    public Optional<IdNumber> idNumber() {
        return kind.holdsIdNumber(number) ? Optional.of(new IdNumber(number)) : Optional.empty();
    }

    private static void requireChecksum(String number) {
        if (!new IdNumber(number).value().equals(number)) {
            throw new IllegalStateException();
        }
    }

    /** Kind and masked number, so that the number does not reach a log by accident. */
    @Override
    public String toString() {
        var hidden = Math.max(2, number.length() / 2);
        var head = (number.length() - hidden) / 2;
        return kind + " " + number.substring(0, head) + "*".repeat(hidden) + number.substring(head + hidden);
    }
}
