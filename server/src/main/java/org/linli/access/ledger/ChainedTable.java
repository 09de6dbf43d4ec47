package org.linli.access.ledger;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The table whose rows are chained. It has the columns {@code id uuid}, {@code tx xid8} (default {@code
 * pg_current_xact_id()}) and {@code seal bytea}; beside it stand {@code <table>_link} and {@code <table>_head}.
 *
 * @param chain name of the chain, also of its anchor
 * @param table qualified name of the table
 * @param content SQL expressions of type text that make up what is sealed, in the order {@link SealedChain#seal} is given
 *     them
 */
public record ChainedTable(String chain, String table, List<String> content) {

    private static final Pattern QUALIFIED = Pattern.compile("[a-z_]+\\.[a-z_]+");

    public ChainedTable {
        if (!QUALIFIED.matcher(table).matches()) {
            throw new IllegalArgumentException("not a qualified table name: " + table);
        }
        content = List.copyOf(content);
    }

    /** An instant as PostgreSQL stores it: microseconds, whatever the time zone of the connection. */
    public static String micros(String column) {
        return "(extract(epoch from " + column + ") * 1000000)::bigint::text";
    }
}
