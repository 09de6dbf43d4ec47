package org.linli.sync.contributions;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether two values of JSON are the same, whatever class carries them; nothing, null and an empty text are one. */
public final class SameValue {

    private SameValue() {}

    public static boolean of(@Nullable Object one, @Nullable Object other) {
        return Objects.equals(plain(one), plain(other));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> new BigDecimal(number.toString()).stripTrailingZeros();
            case Boolean truth -> truth;
            case Collection<?> list -> list.stream().map(SameValue::text).toList();
            case Map<?, ?> map -> text(map);
            default -> value.toString().isEmpty() ? null : value.toString();
        };
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var sorted = new TreeMap<String, String>();
            map.forEach((key, inner) -> {
                if (plain(inner) != null) {
                    sorted.put(String.valueOf(key), text(inner));
                }
            });
            return sorted.toString();
        }
        return String.valueOf(plain(value));
    }
}
