package org.linli.access.ledger;

import java.util.List;
import java.util.stream.Stream;

/**
 * The table of a ledger, made by {@code access.create_ledger}: who, where and when are the same in all; what a line says
 * beyond that is the ledger's own.
 *
 * @param name of the ledger, also of its chain and the chain's anchor
 * @param table qualified name
 * @param said its own columns, all of type text, in the order in which {@link Ledger#note} is given them
 */
public record LedgerTable(String name, String table, List<String> said) {

    private static final List<String> WHO =
            List.of("account_id::text", "posting_id::text", "job", "role", "unit", "home_unit");

    public LedgerTable {
        said = List.copyOf(said);
    }

    ChainedTable chained() {
        var columns = Stream.concat(WHO.stream(), said.stream()).map(column -> "e." + column);
        return new ChainedTable(
                name,
                table,
                Stream.concat(Stream.of(ChainedTable.micros("e.at")), columns).toList());
    }
}
