package org.linli.registry.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.privacy.Masking;
import org.linli.registry.sealing.Seals;
import org.springframework.stereotype.Component;

/** How values of history rows are shown: sealed ones opened, personal ones masked, references by what they mean. */
@Component
class HistoryValues {

    private final Seals seals;
    private final ReferenceQueries references;

    HistoryValues(Seals seals, ReferenceQueries references) {
        this.seals = seals;
        this.references = references;
    }

    /** The name of a column as screens call it: {@code registered_address_sealed} is {@code registeredAddress}. */
    static String field(String column) {
        var words = column.replaceFirst("_(sealed|id)$", "").split("_");
        var name = new StringBuilder(words[0]);
        for (var n = 1; n < words.length; n++) {
            name.append(Character.toUpperCase(words[n].charAt(0))).append(words[n].substring(1));
        }
        return name.toString();
    }

    @Nullable
    String shown(Trace trace, String column, @Nullable Object value, boolean full) {
        if (value == null) {
            return null;
        }
        var text = column.endsWith("_sealed") ? open(trace, column, value.toString()) : value.toString();
        return switch (column) {
            case "person_id", "head_id", "merged_into" -> references.person(UUID.fromString(text), full);
            case "dwelling_id" -> references.dwelling(UUID.fromString(text), full);
            case "compound_id" -> references.compound(UUID.fromString(text));
            case "household_id" -> references.household(UUID.fromString(text), full);
            case "registered_address_sealed" -> full ? text : Masking.address(text);
            case "phone_sealed" -> full ? text : Masking.phone(text);
            case "number_sealed" -> number(trace, text, full);
            case "name", "former_name" -> full || isPublic(trace) ? text : Masking.name(text);
            case "legal_representative" -> full ? text : Masking.name(text);
            case "pinyin" -> full ? text : Masking.name(text);
            case "number" -> full ? text : Masking.document(text);
            case "birth_date" -> full ? text : text.substring(0, 4);
            default -> text;
        };
    }

    String open(Trace trace, String column, String sealed) {
        return switch (column) {
            case "registered_address_sealed" -> seals.openAddress(sealed);
            case "phone_sealed" -> seals.openContact(sealed);
            case "number_sealed" ->
                trace == Trace.PHONES_OF_PERSON ? seals.openPhone(sealed) : seals.openNumber(sealed);
            default -> throw new IllegalStateException("nothing opens " + column);
        };
    }

    private static String number(Trace trace, String text, boolean full) {
        if (full) {
            return text;
        }
        return trace == Trace.PHONES_OF_PERSON ? Masking.phone(text) : maskedDocument(text);
    }

    private static String maskedDocument(String number) {
        return number.length() == 18 ? Masking.idNumber(number) : Masking.document(number);
    }

    private static boolean isPublic(Trace trace) {
        return trace == Trace.COMPOUND || trace == Trace.PLACE || trace == Trace.ORGANISATION;
    }
}
