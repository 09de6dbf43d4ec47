package org.linli.registry.field;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.registry.Codes;
import org.linli.registry.RegistryReason;
import org.linli.shared.Refusal;

/** What a phone sent, by field: everything is checked when it is read, and a refusal names the field. */
record Values(Map<String, @Nullable Object> sent) {

    boolean has(String... fields) {
        return Arrays.stream(fields).anyMatch(sent::containsKey);
    }

    Optional<String> text(String field) {
        return read(field, String.class, text -> text.strip()).filter(text -> !text.isEmpty());
    }

    Optional<LocalDate> day(String field) {
        return text(field).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw Refusal.ofField(field, RegistryReason.MALFORMED_VALUE);
            }
        });
    }

    Optional<UUID> id(String field) {
        return text(field).map(text -> id(field, text));
    }

    Optional<BigDecimal> number(String field) {
        return read(field, Number.class, number -> new BigDecimal(number.toString()));
    }

    Optional<Integer> whole(String field) {
        return number(field).map(number -> {
            try {
                return number.intValueExact();
            } catch (ArithmeticException e) {
                throw Refusal.ofField(field, RegistryReason.MALFORMED_VALUE);
            }
        });
    }

    boolean yes(String field) {
        return read(field, Boolean.class, Function.identity()).orElse(false);
    }

    <E extends Enum<E>> Optional<E> one(String field, Class<E> of) {
        return text(field)
                .map(text -> Arrays.stream(of.getEnumConstants())
                        .filter(each -> each.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> Refusal.ofField(field, RegistryReason.UNKNOWN_CODE, text)));
    }

    Optional<String> code(String field, Codes.Table table) {
        return text(field).map(text -> {
            if (Codes.name(table, text).isEmpty()) {
                throw Refusal.ofField(field, RegistryReason.UNKNOWN_CODE, text);
            }
            return text;
        });
    }

    /** A list of objects, such as the members of a household. */
    List<Values> list(String field) {
        return read(
                        field,
                        List.class,
                        list -> ((List<?>) list)
                                .stream()
                                        .map(item -> new Values(object(field, item)))
                                        .toList())
                .orElse(List.of());
    }

    /** An object that maps identifiers to texts. */
    Map<String, @Nullable Object> map(String field) {
        return read(field, Map.class, map -> object(field, map)).orElse(Map.of());
    }

    static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.ofField(field, RegistryReason.MALFORMED_VALUE);
        }
    }

    static <T> T required(String field, Optional<T> value) {
        return value.orElseThrow(() -> Refusal.ofField(field, RegistryReason.VALUE_MISSING));
    }

    private <T, R> Optional<R> read(String field, Class<T> type, Function<T, R> as) {
        var value = sent.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw Refusal.ofField(field, RegistryReason.MALFORMED_VALUE);
        }
        return Optional.of(as.apply(type.cast(value)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> object(String field, Object value) {
        if (!(value instanceof Map<?, ?> map) || !map.keySet().stream().allMatch(String.class::isInstance)) {
            throw Refusal.ofField(field, RegistryReason.MALFORMED_VALUE);
        }
        return (Map<String, @Nullable Object>) map;
    }
}
