package org.linli.access.sealing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The sealed columns of one table and the blind indexes beside them (加密列). A bean of it made by the module that owns the
 * table lets keys be rotated.
 *
 * @param table qualified name of the table
 * @param keys its primary key, in order
 * @param sealed columns that hold sealed text
 * @param indexed columns that hold a blind index
 */
public record SealedTable(String table, List<Key> keys, List<Sealed> sealed, List<Indexed> indexed) {

    private static final Pattern QUALIFIED = Pattern.compile("[a-z_]+\\.[a-z_]+");
    private static final Pattern COLUMN = Pattern.compile("[a-z_]+");

    /** A column of the primary key and its SQL type. */
    public record Key(String column, String type) {}

    /** @param context under which the values are sealed */
    public record Sealed(String column, String context) {}

    /**
     * A blind index.
     *
     * @param purpose of the index, such as {@code phone}
     * @param value where the value itself lies sealed; empty when it lies nowhere and the index fades by itself
     */
    public record Indexed(String column, String purpose, Optional<Source> value) {}

    /**
     * Where an indexed value lies sealed.
     *
     * @param sql expression over the table, called {@code t}
     * @param context under which it is sealed
     */
    public record Source(String sql, String context) {}

    public SealedTable {
        if (!QUALIFIED.matcher(table).matches()) {
            throw new IllegalArgumentException("not a qualified table name: " + table);
        }
        keys = List.copyOf(keys);
        sealed = List.copyOf(sealed);
        indexed = List.copyOf(indexed);
    }

    /** @param keys columns of the primary key, each with its type, such as {@code id uuid} */
    public static SealedTable of(String table, String... keys) {
        var parts = new ArrayList<Key>();
        for (var key : keys) {
            var words = List.of(key.split(" "));
            parts.add(new Key(column(words.getFirst()), column(words.getLast())));
        }
        return new SealedTable(table, parts, List.of(), List.of());
    }

    public SealedTable sealed(String column, String context) {
        return new SealedTable(table, keys, with(sealed, new Sealed(column(column), context)), indexed);
    }

    /** An index whose value lies sealed in the expression {@code sql}. */
    public SealedTable indexed(String column, String purpose, String sql, String context) {
        var source = new Source(sql, context);
        return new SealedTable(
                table, keys, sealed, with(indexed, new Indexed(column(column), purpose, Optional.of(source))));
    }

    /** An index that is emptied after a while and has no value to be made anew from. */
    public SealedTable fading(String column, String purpose) {
        return new SealedTable(
                table, keys, sealed, with(indexed, new Indexed(column(column), purpose, Optional.empty())));
    }

    private static String column(String name) {
        if (!COLUMN.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of SQL: " + name);
        }
        return name;
    }

    private static <T> List<T> with(List<T> list, T one) {
        var longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }
}
