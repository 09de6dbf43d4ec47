package org.linli.sync.push;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.privacy.FieldCipher;
import org.linli.shared.Names;
import org.linli.sync.contributions.Change.Evidence;
import org.linli.sync.push.Result.Because;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rows of changes with their results. */
@Repository
class MutationRows {

    /** A result that was given before. */
    record Stored(byte[] hash, Result result) {}

    /** When and how a change came, beside what it says. */
    record Arrival(UUID device, int appSchema, Instant occurredAt, Instant arrivedAt, boolean skewed) {}

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final JsonMapper mapper = JsonMapper.shared();

    MutationRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /**
     * Waits until no other run of changes is at work on any of these records, and lets others wait until the end of the
     * transaction. Taken in one order, so that two phones that changed the same records do not hold each other up for ever.
     */
    void queue(Collection<UUID> records) {
        jdbc.sql("""
                select pg_advisory_xact_lock(place) from (
                  select distinct hashtextextended(id::text, 0) as place from unnest(:records) as id
                   order by place offset 0) places""")
                .param("records", records.toArray(UUID[]::new))
                .query((row, n) -> n)
                .list();
    }

    Optional<Stored> find(UUID id) {
        return jdbc.sql("""
                select hash, outcome, code, field, arguments_sealed, conflict_id from sync.mutation where id = :id
                """).param("id", id).query((row, n) -> stored(row)).optional();
    }

    /** The result, and the phone's counter with it. */
    void add(Acting by, Mutation mutation, Arrival arrival, Result result) {
        var evidence = mutation.evidence();
        var because = result.refusal();
        jdbc.sql("""
                with counted as (update sync.device set last_seq = :seq where id = :device)
                insert into sync.mutation
                  (id, device_id, seq, account_id, hash, etype, entity, op, scope, outcome, code, field,
                   arguments_sealed, conflict_id, app_schema, occurred_at, arrived_at, clock_offset_ms, skewed, lon, lat,
                   accuracy)
                values (:id, :device, :seq, :account, :hash, :type, :entity, :op, :scope, :outcome, :code, :field,
                        :arguments, :conflict, :schema, :occurred, :arrived, :offset, :skewed, :lon, :lat, :accuracy)
                """)
                .param("id", mutation.id())
                .param("device", arrival.device())
                .param("seq", mutation.seq())
                .param("account", by.account().value())
                .param("hash", mutation.hash())
                .param("type", mutation.type())
                .param("entity", mutation.entity())
                .param("op", mutation.op())
                .param("scope", mutation.scope())
                .param("outcome", result.outcome().name().toUpperCase(Locale.ROOT))
                .param("code", because.map(Because::code).orElse(null), Types.VARCHAR)
                .param("field", because.map(Because::field).orElse(null), Types.VARCHAR)
                .param("arguments", because.map(this::sealed).orElse(null), Types.VARCHAR)
                .param("conflict", result.conflict().orElse(null), Types.OTHER)
                .param("schema", arrival.appSchema())
                .param("occurred", Timestamp.from(arrival.occurredAt()))
                .param("arrived", Timestamp.from(arrival.arrivedAt()))
                .param("offset", mutation.clockOffset())
                .param("skewed", arrival.skewed())
                .param("lon", evidence.map(Evidence::lon).orElse(null), Types.DOUBLE)
                .param("lat", evidence.map(Evidence::lat).orElse(null), Types.DOUBLE)
                .param("accuracy", evidence.map(Evidence::accuracy).orElse(null), Types.DOUBLE)
                .update();
    }

    private Stored stored(ResultSet row) throws SQLException {
        var code = row.getString("code");
        var conflict = row.getObject("conflict_id", UUID.class);
        return new Stored(
                row.getBytes("hash"),
                new Result(
                        Outcome.valueOf(row.getString("outcome").toLowerCase(Locale.ROOT)),
                        code == null
                                ? Optional.empty()
                                : Optional.of(new Because(
                                        code, row.getString("field"), opened(row.getString("arguments_sealed")))),
                        Optional.ofNullable(conflict)));
    }

    private @Nullable String sealed(Because because) {
        if (because.arguments().isEmpty()) {
            return null;
        }
        var plain = because.arguments().stream().map(MutationRows::plain).toList();
        return cipher.seal("sync.mutation.arguments", mapper.writeValueAsString(plain));
    }

    /** Numbers stay numbers, because texts format them; names stay in both languages. */
    private static Object plain(Object argument) {
        return argument instanceof Number || argument instanceof Names ? argument : String.valueOf(argument);
    }

    private List<Object> opened(@Nullable String sealed) {
        if (sealed == null) {
            return List.of();
        }
        List<?> arguments = mapper.readValue(cipher.open("sync.mutation.arguments", sealed), List.class);
        return arguments.stream().map(MutationRows::argument).toList();
    }

    private static Object argument(Object stored) {
        return stored instanceof Map<?, ?> names
                ? Names.of(String.valueOf(names.get("zh")), String.valueOf(names.get("en")))
                : stored;
    }
}
