package org.linli.casework.running;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.area.UnitCode;
import org.linli.casework.CaseworkReason;
import org.linli.shared.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Reads what an action brings along; whatever is missing or malformed is refused by the name of its field. */
final class Inputs {

    /** The name by which the note is asked for. */
    static final String NOTE = "note";

    private Inputs() {}

    static String note(Draft draft) {
        if (draft.command.note().isBlank()) {
            throw Refusal.ofField(NOTE, CaseworkReason.NOTE_NEEDED);
        }
        return draft.command.note();
    }

    static Object some(Draft draft, String name) {
        var value = draft.command.input().get(name);
        if (value == null || isMissing(value)) {
            throw Refusal.ofField(name, CaseworkReason.INPUT_NEEDED, named(name));
        }
        return value;
    }

    static Optional<Object> maybe(Draft draft, String name) {
        return Optional.ofNullable(draft.command.input().get(name)).filter(value -> !isMissing(value));
    }

    static UUID uuid(Draft draft, String name) {
        try {
            return UUID.fromString(some(draft, name).toString());
        } catch (IllegalArgumentException e) {
            throw malformed(name);
        }
    }

    static UnitCode unit(Object value, String name) {
        try {
            return UnitCode.of(value.toString());
        } catch (IllegalArgumentException e) {
            throw malformed(name);
        }
    }

    static LocalDate day(Draft draft, String name) {
        try {
            return LocalDate.parse(some(draft, name).toString());
        } catch (DateTimeParseException e) {
            throw malformed(name);
        }
    }

    static int number(Draft draft, String name) {
        try {
            return Integer.parseInt(some(draft, name).toString());
        } catch (NumberFormatException e) {
            throw malformed(name);
        }
    }

    static <E extends Enum<E>> E oneOf(Draft draft, String name, Class<E> type) {
        var word = some(draft, name).toString();
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        throw malformed(name);
    }

    /** A list of texts, none blank. */
    static List<String> texts(Draft draft, String name) {
        if (some(draft, name) instanceof Collection<?> many
                && many.stream().allMatch(one -> one != null && !one.toString().isBlank())) {
            return many.stream().map(one -> one.toString().strip()).toList();
        }
        throw malformed(name);
    }

    static Refusal malformed(String name) {
        return Refusal.ofField(name, CaseworkReason.INPUT_MALFORMED, named(name));
    }

    private static boolean isMissing(@Nullable Object value) {
        return value == null
                || (value instanceof String text && text.isBlank())
                || (value instanceof Collection<?> many && many.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private static DefaultMessageSourceResolvable named(String name) {
        return new DefaultMessageSourceResolvable("casework.input." + name);
    }
}
