package org.linli.access.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.PersonalSeal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of one ledger; made by the module that owns the table. */
public final class LedgerRows {

    /** A line about to be written; {@code said} as in {@link LedgerTable#said}. */
    record Entry(
            Instant at,
            @Nullable UUID account,
            @Nullable UUID posting,
            @Nullable String job,
            String role,
            String unit,
            @Nullable String homeUnit,
            List<String> said) {

        List<@Nullable String> content() {
            var content = new ArrayList<@Nullable String>();
            content.add(Long.toString(at.getEpochSecond() * 1_000_000 + at.getNano() / 1000));
            content.add(account == null ? null : account.toString());
            content.add(posting == null ? null : posting.toString());
            content.add(job);
            content.add(role);
            content.add(unit);
            content.add(homeUnit);
            content.addAll(said);
            return content;
        }
    }

    /** A line with its identifier and its seal. */
    record Sealed(UUID id, Entry entry, byte[] seal) {}

    /** After which line a page begins. */
    record Cursor(OffsetDateTime at, UUID id) {}

    private static final String ACCOUNT_NAME = "access.account.name";

    private final JdbcClient jdbc;
    private final LedgerTable table;

    public LedgerRows(JdbcClient jdbc, LedgerTable table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    LedgerTable table() {
        return table;
    }

    ChainRows chain() {
        return new ChainRows(jdbc, table.chained());
    }

    void insert(UUID id, Entry entry, byte[] seal) {
        var statement = jdbc.sql("""
                        insert into %s (id, at, account_id, posting_id, job, role, unit, home_unit, seal, %s)
                        values (:id, :at, :account, :posting, :job, :role, :unit, :homeUnit, :seal, %s)
                        """.formatted(
                        table.table(),
                        String.join(", ", table.said()),
                        table.said().stream().map(column -> ":" + column).collect(Collectors.joining(", "))))
                .param("id", id)
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("account", entry.account())
                .param("posting", entry.posting())
                .param("job", entry.job())
                .param("role", entry.role())
                .param("unit", entry.unit())
                .param("homeUnit", entry.homeUnit())
                .param("seal", seal);
        for (var n = 0; n < table.said().size(); n++) {
            statement = statement.param(table.said().get(n), entry.said().get(n));
        }
        statement.update();
    }

    /** Lines of one moment and one hand, in one statement. */
    void insertAll(List<Sealed> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var said = table.said();
        var first = lines.getFirst().entry();
        var statement = jdbc.sql("""
                        insert into %s (id, at, account_id, posting_id, job, role, unit, home_unit, seal, %s)
                        select id, :at, :account, :posting, :job, :role, :unit, :homeUnit, seal, %s
                          from unnest(:ids, :seals, %s) line (id, seal, %s)
                        """.formatted(
                                table.table(),
                                String.join(", ", said),
                                said.stream().map(column -> "line." + column).collect(Collectors.joining(", ")),
                                said.stream().map(column -> ":all_" + column).collect(Collectors.joining(", ")),
                                String.join(", ", said)))
                .param("ids", lines.stream().map(Sealed::id).toArray(UUID[]::new))
                .param("seals", lines.stream().map(Sealed::seal).toArray(byte[][]::new))
                .param("at", first.at().atOffset(ZoneOffset.UTC))
                .param("account", first.account())
                .param("posting", first.posting())
                .param("job", first.job())
                .param("role", first.role())
                .param("unit", first.unit())
                .param("homeUnit", first.homeUnit());
        for (var n = 0; n < said.size(); n++) {
            var column = n;
            statement = statement.param(
                    "all_" + said.get(n),
                    lines.stream().map(line -> line.entry().said().get(column)).toArray(String[]::new));
        }
        statement.update();
    }

    /** Newest first; {@code from} included, {@code to} not. */
    List<LedgerLine> page(
            LedgerFilter filter,
            OffsetDateTime from,
            OffsetDateTime to,
            @Nullable Cursor after,
            int limit,
            PersonalSeal names) {
        var statement = jdbc.sql("""
                        select e.id, e.at, a.login, a.name_sealed, e.job, e.role, e.unit, e.home_unit, l.sequence, %s
                          from %s e
                          left join access.account a on a.id = e.account_id
                          left join %s_link l on l.entry_id = e.id
                         where e.at >= :from and e.at < :to %s
                         order by e.at desc, e.id desc
                         limit :limit
                        """.formatted(
                        table.said().stream().map(column -> "e." + column).collect(Collectors.joining(", ")),
                        table.table(),
                        table.table(),
                        conditions(filter, after)))
                .param("from", from)
                .param("to", to)
                .param("limit", limit);
        if (filter.login().isPresent()) {
            statement = statement.param("login", filter.login().get());
        }
        for (var wanted : filter.equal().entrySet()) {
            statement = statement.param("equal_" + wanted.getKey(), wanted.getValue());
        }
        for (var wanted : filter.begins().entrySet()) {
            statement = statement.param("begins_" + wanted.getKey(), wanted.getValue());
        }
        if (after != null) {
            statement = statement.param("afterAt", after.at()).param("afterId", after.id());
        }
        return statement.query((row, n) -> line(row, names)).list();
    }

    private String conditions(LedgerFilter filter, @Nullable Cursor after) {
        var conditions = new StringBuilder();
        if (filter.login().isPresent()) {
            conditions.append(" and e.account_id = (select id from access.account where login = :login)");
        }
        filter.equal()
                .keySet()
                .forEach(column -> conditions.append(" and e.%s = :equal_%s".formatted(own(column), column)));
        filter.begins()
                .keySet()
                .forEach(column ->
                        conditions.append(" and starts_with(e.%s, :begins_%s)".formatted(own(column), column)));
        if (after != null) {
            conditions.append(" and (e.at, e.id) < (:afterAt, :afterId)");
        }
        return conditions.toString();
    }

    private String own(String column) {
        if (!table.said().contains(column)) {
            throw new IllegalArgumentException(table.name() + " has no column " + column);
        }
        return column;
    }

    private LedgerLine line(ResultSet row, PersonalSeal names) throws SQLException {
        var sealed = row.getString("name_sealed");
        var said = new LinkedHashMap<String, String>();
        for (var column : table.said()) {
            said.put(column, row.getString(column));
        }
        return new LedgerLine(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("login"),
                sealed == null ? row.getString("job") : names.open(ACCOUNT_NAME, sealed),
                row.getString("role"),
                row.getString("unit"),
                row.getString("home_unit"),
                said,
                row.getObject("sequence", Long.class));
    }
}
