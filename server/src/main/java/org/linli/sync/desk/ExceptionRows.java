package org.linli.sync.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.privacy.FieldCipher;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.sync.desk.Exceptions.Entry;
import org.linli.sync.desk.Exceptions.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of exceptions. */
@Repository
class ExceptionRows {

    private static final String SELECT = """
            select e.id, e.mutation_id, e.kind, e.area, e.author, e.fault, e.opened_at, e.settled_at, e.settler, e.reason,
                   m.etype, m.entity, m.op, m.scope, m.code, m.occurred_at, m.skewed, m.device_id
              from sync.exception e join sync.mutation m on m.id = e.mutation_id
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    ExceptionRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** An exception without what was sent. */
    record Line(
            UUID id,
            UUID mutation,
            UUID device,
            Kind kind,
            String area,
            String author,
            String type,
            UUID entity,
            String op,
            String scope,
            @Nullable String code,
            @Nullable String fault,
            Instant occurredAt,
            boolean clockWrong,
            Instant openedAt,
            @Nullable Instant settledAt,
            @Nullable String settledBy,
            @Nullable String reason) {}

    void add(Acting by, Entry entry, Instant now) {
        jdbc.sql("""
                insert into sync.exception (id, mutation_id, kind, area, author, payload_sealed, fault, opened_at)
                values (:id, :mutation, :kind, :area, :author, :payload, :fault, :now)
                """)
                .param("id", Ids.next())
                .param("mutation", entry.mutation())
                .param("kind", entry.kind().name())
                .param("area", entry.area())
                .param("author", by.name())
                .param("payload", cipher.seal("sync.exception.payload", entry.payload()))
                .param("fault", entry.fault().orElse(null), java.sql.Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Line> page(DivisionCode area, boolean settled, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                where e.area like :area || '%' and (e.settled_at is not null) = :settled
                  and (:after::uuid is null or e.id > :after)
                order by e.id limit :limit
                """)
                .param("area", area.value())
                .param("settled", settled)
                .param("after", after, java.sql.Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    Optional<Line> find(UUID id) {
        return jdbc.sql(SELECT + "where e.id = :id")
                .param("id", id)
                .query((row, n) -> line(row))
                .optional();
    }

    /** What was sent; empty once it was emptied. */
    Optional<String> payload(UUID id) {
        return jdbc.sql("select payload_sealed from sync.exception where id = :id and payload_sealed is not null")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(payload -> cipher.open("sync.exception.payload", payload));
    }

    boolean settle(UUID id, Acting by, String reason, Instant now) {
        return jdbc.sql("""
                update sync.exception set settled_at = :now, settled_by = :by, settler = :name, reason = :reason
                 where id = :id and settled_at is null
                """)
                        .param("id", id)
                        .param("by", by.posting().value())
                        .param("name", by.name())
                        .param("reason", reason)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static Line line(ResultSet row) throws SQLException {
        var settled = row.getTimestamp("settled_at");
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("mutation_id", UUID.class),
                row.getObject("device_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("area"),
                row.getString("author"),
                row.getString("etype"),
                row.getObject("entity", UUID.class),
                row.getString("op"),
                row.getString("scope"),
                row.getString("code"),
                row.getString("fault"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getBoolean("skewed"),
                row.getTimestamp("opened_at").toInstant(),
                settled == null ? null : settled.toInstant(),
                row.getString("settler"),
                row.getString("reason"));
    }
}
