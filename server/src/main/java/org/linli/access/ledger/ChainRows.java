package org.linli.access.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of one chain; made by the module that owns the table. */
public final class ChainRows {

    /** A row of the table. */
    record Entry(UUID id, byte[] seal, List<@Nullable String> content) {}

    /** A row's place in the chain; {@code sound} is whether its seal was right when it was chained. */
    record Link(long sequence, UUID entry, byte[] previous, byte[] hash, boolean sound) {}

    /** Link and row, as far as they are there. */
    record Linked(Link link, Optional<Entry> entry) {}

    /** How far the chain reaches and up to which transaction. */
    record Head(long sequence, byte[] hash, long transaction) {}

    private final JdbcClient jdbc;
    private final ChainedTable table;
    private final String columns;

    public ChainRows(JdbcClient jdbc, ChainedTable table) {
        this.jdbc = jdbc;
        this.table = table;
        this.columns = "e.id, e.seal, array[" + String.join(", ", table.content()) + "] as content";
    }

    ChainedTable table() {
        return table;
    }

    /** The head, locked; empty while another process extends the chain. */
    Optional<Head> lockHead() {
        return head("for update skip locked");
    }

    Optional<Head> head() {
        return head("");
    }

    private Optional<Head> head(String lock) {
        return jdbc.sql("select sequence, hash, tx::text::bigint as tx from %s_head %s".formatted(table.table(), lock))
                .query((row, n) -> new Head(row.getLong("sequence"), row.getBytes("hash"), row.getLong("tx")))
                .optional();
    }

    /**
     * Rows whose transactions have all ended, so that no row can still appear between them. After a restore into another
     * server transaction numbers start anew; then all rows are searched once.
     */
    List<UUID> committedAfter(long transaction, int limit) {
        return jdbc.sql("""
                        select e.id from %s e
                         where e.tx >= (select case when cast(cast(:tx as text) as xid8) > pg_snapshot_xmin(pg_current_snapshot())
                                                    then '0'::xid8 else cast(cast(:tx as text) as xid8) end)
                           and e.tx < pg_snapshot_xmin(pg_current_snapshot())
                           and not exists (select 1 from %s_link l where l.entry_id = e.id)
                         order by e.tx, e.id
                         limit :limit
                        """.formatted(table.table(), table.table()))
                .param("tx", transaction)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    List<Entry> entries(List<UUID> ids) {
        return jdbc.sql("select %s from %s e where e.id in (:ids) order by e.tx, e.id"
                        .formatted(columns, table.table()))
                .param("ids", ids)
                .query((row, n) -> entry(row))
                .list();
    }

    long transactionOf(UUID id) {
        return jdbc.sql("select tx::text::bigint from %s where id = :id".formatted(table.table()))
                .param("id", id)
                .query(Long.class)
                .single();
    }

    void append(List<Link> links) {
        jdbc.sql("""
                        insert into %s_link (sequence, entry_id, previous, hash, sound)
                        select * from unnest(:sequences::bigint[], :entries::uuid[], :previous::bytea[], :hashes::bytea[],
                                             :sound::boolean[])
                        """.formatted(table.table()))
                .param("sequences", links.stream().map(Link::sequence).toArray(Long[]::new))
                .param("entries", links.stream().map(Link::entry).toArray(UUID[]::new))
                .param("previous", links.stream().map(Link::previous).toArray(byte[][]::new))
                .param("hashes", links.stream().map(Link::hash).toArray(byte[][]::new))
                .param("sound", links.stream().map(Link::sound).toArray(Boolean[]::new))
                .update();
    }

    void moveHead(Head head) {
        jdbc.sql("update %s_head set sequence = :sequence, hash = :hash, tx = cast(cast(:tx as text) as xid8)"
                        .formatted(table.table()))
                .param("sequence", head.sequence())
                .param("hash", head.hash())
                .param("tx", head.transaction())
                .update();
    }

    List<Linked> linksAfter(long sequence, int limit) {
        return jdbc.sql("""
                        select l.sequence, l.entry_id, l.previous, l.hash, l.sound, %s
                          from %s_link l left join %s e on e.id = l.entry_id
                         where l.sequence > :sequence
                         order by l.sequence
                         limit :limit
                        """.formatted(columns, table.table(), table.table()))
                .param("sequence", sequence)
                .param("limit", limit)
                .query((row, n) -> new Linked(
                        new Link(
                                row.getLong("sequence"),
                                row.getObject("entry_id", UUID.class),
                                row.getBytes("previous"),
                                row.getBytes("hash"),
                                row.getBoolean("sound")),
                        row.getObject("id") == null ? Optional.empty() : Optional.of(entry(row))))
                .list();
    }

    /** Rows older than the head that no link names. */
    List<UUID> unlinkedBefore(long transaction) {
        return jdbc.sql("""
                        select e.id from %s e
                         where e.tx < cast(cast(:tx as text) as xid8)
                           and not exists (select 1 from %s_link l where l.entry_id = e.id)
                         order by e.tx, e.id
                        """.formatted(table.table(), table.table()))
                .param("tx", transaction)
                .query(UUID.class)
                .list();
    }

    /** Rows from the head's transaction on that no link names yet. */
    List<Entry> waiting(long transaction) {
        return jdbc.sql("""
                        select %s from %s e
                         where e.tx >= cast(cast(:tx as text) as xid8)
                           and not exists (select 1 from %s_link l where l.entry_id = e.id)
                        """.formatted(columns, table.table(), table.table()))
                .param("tx", transaction)
                .query((row, n) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var content = new ArrayList<@Nullable String>();
        for (var value : (Object[]) row.getArray("content").getArray()) {
            content.add((String) value);
        }
        return new Entry(row.getObject("id", UUID.class), row.getBytes("seal"), content);
    }
}
