package org.linli.counter.card;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.linli.shared.IdDocument;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;

/**
 * The text block of an identity card: 256 bytes of UTF-16LE in one of four layouts, every field at a fixed offset and
 * filled with blanks. The two characters after the sex of a citizen are never looked at.
 */
final class TextBlock {

    static final int LENGTH = 256;

    private static final int KIND_AT = 248;
    private static final String FOREVER = "长期";
    private static final Pattern DATE = Pattern.compile("\\d{8}");
    private static final Predicate<String> PASS =
            Pattern.compile("[HM]?\\d{8,10}").asMatchPredicate();
    private static final Predicate<String> COUNT = Pattern.compile("\\d{1,2}").asMatchPredicate();
    private static final Predicate<String> COUNTRY = Pattern.compile("[A-Z]{3}").asMatchPredicate();
    private static final Predicate<String> LATIN_NAME =
            Pattern.compile("\\p{IsLatin}[\\p{IsLatin}\\p{M} .,'\\-]*").asMatchPredicate();
    private static final Predicate<String> HAN_NAME = Pattern.compile(
                    "[\\p{IsHan}\\p{IsMongolian}\\p{Co}·•．.〇\\p{IsLatin} \\-]+")
            .asMatchPredicate();

    private final byte[] block;
    private final LocalDate today;

    private TextBlock(byte[] block, LocalDate today) {
        this.block = block;
        this.today = today;
    }

    static CardHolder decode(byte[] block, LocalDate today) {
        if (block.length != LENGTH) {
            throw refused("textBlock", CardReason.CARD_LENGTH, block.length);
        }
        var reader = new TextBlock(block, today);
        return switch (reader.kind()) {
            case CITIZEN -> reader.citizen();
            case HONG_KONG_MACAU_TAIWAN -> reader.hongKongMacauTaiwan();
            case FOREIGN_2017 -> reader.foreign2017();
            case FOREIGN_2023 -> reader.foreign2023();
        };
    }

    private CardKind kind() {
        var letter = (char) (block[KIND_AT] & 0xFF | (block[KIND_AT + 1] & 0xFF) << 8);
        return switch (letter) {
            case ' ', '\0' -> CardKind.CITIZEN;
            case 'J' -> CardKind.HONG_KONG_MACAU_TAIWAN;
            case 'I' -> CardKind.FOREIGN_2017;
            case 'Y' -> CardKind.FOREIGN_2023;
            default -> throw refused("kind", CardReason.CARD_KIND);
        };
    }

    private CardHolder citizen() {
        return CardRules.settled(
                today, chinese(CardKind.CITIZEN, IdDocument.Kind.RESIDENT_ID, Optional.empty(), Optional.empty()));
    }

    private CardHolder hongKongMacauTaiwan() {
        return CardRules.settled(
                today,
                chinese(
                        CardKind.HONG_KONG_MACAU_TAIWAN,
                        IdDocument.Kind.HONG_KONG_MACAU_TAIWAN_RESIDENCE,
                        Optional.of(checked("passNumber", 220, 18, PASS, CardReason.CARD_PASS_NUMBER)),
                        Optional.of(count(238))));
    }

    private CardHolder chinese(
            CardKind kind, IdDocument.Kind document, Optional<String> passNumber, Optional<Integer> issueCount) {
        return new CardHolder(
                kind,
                document(document, 122, 36),
                checked("name", 0, 30, HAN_NAME, CardReason.CARD_NAME),
                Optional.empty(),
                sex(30),
                birth(36),
                Optional.of(filled("address", 52, 70, CardReason.CARD_ADDRESS)),
                Optional.of(filled("issuer", 158, 30, CardReason.CARD_ISSUER)),
                date("validFrom", 188, CardReason.CARD_VALIDITY),
                validUntil(204),
                passNumber,
                issueCount,
                Optional.empty());
    }

    private CardHolder foreign2017() {
        var english = checked("englishName", 0, 120, LATIN_NAME, CardReason.CARD_NAME);
        var chinese = optionalName(158);
        return CardRules.settled(
                today,
                new CardHolder(
                        CardKind.FOREIGN_2017,
                        document(IdDocument.Kind.FOREIGN_PERMANENT_RESIDENCE, 122, 30),
                        chinese.orElse(english),
                        Optional.of(english),
                        sex(120),
                        birth(220),
                        Optional.empty(),
                        issuingAuthority(),
                        date("validFrom", 188, CardReason.CARD_VALIDITY),
                        validUntil(204),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(checked("country", 152, 6, COUNTRY, CardReason.CARD_COUNTRY))));
    }

    private CardHolder foreign2023() {
        var english = text("englishName", 52, 70) + text("englishName", 220, 22);
        if (!LATIN_NAME.test(english)) {
            throw refused("englishName", CardReason.CARD_NAME);
        }
        return CardRules.settled(
                today,
                new CardHolder(
                        CardKind.FOREIGN_2023,
                        document(IdDocument.Kind.FOREIGN_PERMANENT_RESIDENCE, 122, 36),
                        optionalName(0).orElse(english),
                        Optional.of(english),
                        sex(30),
                        birth(36),
                        Optional.empty(),
                        Optional.empty(),
                        date("validFrom", 188, CardReason.CARD_VALIDITY),
                        validUntil(204),
                        Optional.empty(),
                        Optional.of(count(32)),
                        Optional.of(checked("country", 242, 6, COUNTRY, CardReason.CARD_COUNTRY))));
    }

    private IdDocument document(IdDocument.Kind kind, int offset, int bytes) {
        var number = text("number", offset, bytes);
        try {
            return IdDocument.read(kind, number, today);
        } catch (Refusal refusal) {
            throw refusal.at("number");
        }
    }

    private Sex sex(int offset) {
        return switch (text("sex", offset, 2)) {
            case "1" -> Sex.MALE;
            case "2" -> Sex.FEMALE;
            case "0" -> Sex.UNKNOWN;
            case "9" -> Sex.UNSTATED;
            default -> throw refused("sex", CardReason.CARD_SEX);
        };
    }

    private LocalDate birth(int offset) {
        return date("birth", offset, CardReason.CARD_BIRTH);
    }

    private LocalDate date(String field, int offset, CardReason reason) {
        var digits = text(field, offset, 16);
        if (!DATE.matcher(digits).matches()) {
            throw refused(field, reason);
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(digits, 0, 4, 10),
                    Integer.parseInt(digits, 4, 6, 10),
                    Integer.parseInt(digits, 6, 8, 10));
        } catch (DateTimeException e) {
            throw refused(field, reason);
        }
    }

    private Optional<LocalDate> validUntil(int offset) {
        return text("validUntil", offset, 16).equals(FOREVER)
                ? Optional.empty()
                : Optional.of(date("validUntil", offset, CardReason.CARD_VALIDITY));
    }

    private int count(int offset) {
        return Integer.parseInt(checked("issueCount", offset, 4, COUNT, CardReason.CARD_ISSUE_COUNT));
    }

    private Optional<String> optionalName(int offset) {
        var name = text("name", offset, 30);
        if (!name.isEmpty() && !HAN_NAME.test(name)) {
            throw refused("name", CardReason.CARD_NAME);
        }
        return Optional.of(name).filter(given -> !given.isEmpty());
    }

    private Optional<String> issuingAuthority() {
        return Optional.of(text("issuer", 240, 8)).filter(code -> !code.isEmpty());
    }

    private String checked(String field, int offset, int bytes, Predicate<String> form, CardReason reason) {
        var text = text(field, offset, bytes);
        if (!form.test(text)) {
            throw refused(field, reason);
        }
        return text;
    }

    private String filled(String field, int offset, int bytes, CardReason reason) {
        return checked(field, offset, bytes, text -> !text.isEmpty(), reason);
    }

    /** A field without its filling; refuses halves of surrogate pairs, control and unassigned characters. */
    private String text(String field, int offset, int bytes) {
        var text = new String(block, offset, bytes, StandardCharsets.UTF_16LE);
        var end = text.length();
        while (end > 0
                && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\0' || text.charAt(end - 1) == '\u3000')) {
            end--;
        }
        text = text.substring(0, end).stripLeading();
        if (text.codePoints().anyMatch(TextBlock::isNoText)) {
            throw refused(field, CardReason.CARD_TEXT);
        }
        return text;
    }

    private static boolean isNoText(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.FORMAT -> true;
            default -> codePoint == 0xFFFD;
        };
    }

    private static Refusal refused(String field, CardReason reason, Object... arguments) {
        return Refusal.ofField(field, reason, arguments);
    }
}
