package org.linli.counter.card;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.shared.IdDocument;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;

/** The fields that a vendor's local service gives for a resident identity card, under the same rules as a text block. */
final class VendorFields {

    private static final Pattern DATE = Pattern.compile("(\\d{4})[-./年]?(\\d{1,2})[-./月]?(\\d{1,2})日?");

    private VendorFields() {}

    static CardHolder decode(ReadCardForm.Fields fields, LocalDate today) {
        var number = text(fields.number());
        var kind = number.startsWith("81") || number.startsWith("82") || number.startsWith("83")
                ? CardKind.HONG_KONG_MACAU_TAIWAN
                : CardKind.CITIZEN;
        var until = text(fields.validUntil());
        return CardRules.settled(
                today,
                new CardHolder(
                        kind,
                        document(kind, number, today),
                        filled("name", fields.name(), CardReason.CARD_NAME),
                        Optional.empty(),
                        sex(text(fields.sex())),
                        date("birth", text(fields.birth()), CardReason.CARD_BIRTH),
                        Optional.of(filled("address", fields.address(), CardReason.CARD_ADDRESS)),
                        Optional.of(filled("issuer", fields.issuer(), CardReason.CARD_ISSUER)),
                        date("validFrom", text(fields.validFrom()), CardReason.CARD_VALIDITY),
                        until.equals("长期")
                                ? Optional.empty()
                                : Optional.of(date("validUntil", until, CardReason.CARD_VALIDITY)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static IdDocument document(CardKind kind, String number, LocalDate today) {
        var document = kind == CardKind.CITIZEN
                ? IdDocument.Kind.RESIDENT_ID
                : IdDocument.Kind.HONG_KONG_MACAU_TAIWAN_RESIDENCE;
        try {
            return IdDocument.read(document, number, today);
        } catch (Refusal refusal) {
            throw refusal.at("number");
        }
    }

    private static Sex sex(String text) {
        return switch (text) {
            case "男", "1" -> Sex.MALE;
            case "女", "2" -> Sex.FEMALE;
            default -> throw Refusal.ofField("sex", CardReason.CARD_SEX);
        };
    }

    private static LocalDate date(String field, String text, CardReason reason) {
        var found = DATE.matcher(text);
        if (!found.matches()) {
            throw Refusal.ofField(field, reason);
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3)));
        } catch (DateTimeException e) {
            throw Refusal.ofField(field, reason);
        }
    }

    private static String filled(String field, @Nullable String value, CardReason reason) {
        var text = text(value);
        if (text.isEmpty()) {
            throw Refusal.ofField(field, reason);
        }
        return text;
    }

    private static String text(@Nullable String value) {
        return value == null
                ? ""
                : Normalizer.normalize(value, Normalizer.Form.NFC).strip();
    }
}
