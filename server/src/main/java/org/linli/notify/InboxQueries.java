package org.linli.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.shared.Names;
import org.linli.shared.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the inbox of whoever acts: what went to the posting, and what went to its role at its unit. */
@Repository
class InboxQueries {

    /** How long a notice counts as unread; somebody new at a unit is not greeted by years of them. */
    private static final Duration FRESH = Duration.ofDays(30);

    /** Counting stops here; the bell shows 99+. */
    private static final int MOST_COUNTED = 100;

    private static final TypeReference<Map<String, String>> ARGUMENTS = new TypeReference<>() {};
    static final TypeReference<Map<String, Names>> NAMES = new TypeReference<>() {};

    private static final String MINE = """
            from (select * from notify.delivery where posting_id = :posting
                  union all
                  select * from notify.delivery where unit = :unit and role = :role) delivery
            join notify.notice on notice.id = delivery.notice_id
            left join notify.reading on reading.delivery_id = delivery.id and reading.posting_id = :posting
            where delivery.channel = 'PAGE' and delivery.state = 'SENT'
            """;

    /** One line of an inbox. */
    record Entry(
            UUID id,
            String key,
            Map<String, String> arguments,
            Map<String, Names> names,
            String link,
            boolean urgent,
            Instant at,
            @Nullable Instant readAt) {}

    /** What the bell shows; equal values need not be sent twice. */
    record Count(int unread, int urgent) {}

    /** Whose inbox changed. */
    record Changed(
            @Nullable UUID posting,
            @Nullable String unit,
            @Nullable String role) {

        boolean concerns(Acting reader) {
            return reader.posting().value().equals(posting)
                    || (reader.unit().value().equals(unit) && reader.role().equals(role));
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    InboxQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Page<Entry> page(Acting reader, boolean unreadOnly, Optional<UUID> before, int size) {
        var entries = jdbc.sql("select delivery.id, key, arguments, names, link, urgent, settled_at, read_at "
                        + MINE
                        + (unreadOnly ? " and reading.delivery_id is null and settled_at > :fresh " : "")
                        + """
                         and (:before::uuid is null or delivery.id < :before::uuid)
                        order by delivery.id desc limit :size
                        """)
                .param("posting", reader.posting().value())
                .param("unit", reader.unit().value())
                .param("role", reader.role())
                .param("fresh", fresh())
                .param("before", before.map(UUID::toString).orElse(null))
                .param("size", size + 1)
                .query(InboxQueries::entry)
                .list();
        return entries.size() <= size
                ? new Page<>(entries, Optional.empty())
                : new Page<>(
                        entries.subList(0, size),
                        Optional.of(entries.get(size - 1).id().toString()));
    }

    Count count(Acting reader) {
        return jdbc.sql("select count(*) as unread, count(*) filter (where urgent) as urgent from (select urgent "
                        + MINE
                        + " and reading.delivery_id is null and settled_at > :fresh limit :most) counted")
                .param("posting", reader.posting().value())
                .param("unit", reader.unit().value())
                .param("role", reader.role())
                .param("fresh", fresh())
                .param("most", MOST_COUNTED)
                .query((row, number) -> new Count(row.getInt("unread"), row.getInt("urgent")))
                .single();
    }

    List<UUID> unread(Acting reader) {
        return jdbc.sql("select delivery.id " + MINE + " and reading.delivery_id is null and settled_at > :fresh")
                .param("posting", reader.posting().value())
                .param("unit", reader.unit().value())
                .param("role", reader.role())
                .param("fresh", fresh())
                .query(UUID.class)
                .list();
    }

    /** The oldest transaction that is still open; every change of a younger one is yet to be seen. */
    String horizon() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
    }

    /** Whose inbox was changed by transactions from a horizon on; some may have been reported before. */
    List<Changed> changedSince(String horizon) {
        return jdbc.sql("""
                select distinct posting_id, unit, role from notify.delivery
                where tx >= :horizon::xid8 and channel = 'PAGE' and state = 'SENT'
                union
                select distinct posting_id, null, null from notify.reading where tx >= :horizon::xid8
                """)
                .param("horizon", horizon)
                .query((row, number) -> new Changed(
                        row.getObject("posting_id", UUID.class), row.getString("unit"), row.getString("role")))
                .list();
    }

    private Timestamp fresh() {
        return Timestamp.from(clock.instant().minus(FRESH));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var readAt = row.getTimestamp("read_at");
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("key"),
                JsonMapper.shared().readValue(row.getString("arguments"), ARGUMENTS),
                JsonMapper.shared().readValue(row.getString("names"), NAMES),
                row.getString("link"),
                row.getBoolean("urgent"),
                row.getTimestamp("settled_at").toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
