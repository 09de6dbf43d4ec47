package org.linli.sync.photo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.files.FileId;
import org.linli.shared.DivisionCode;
import org.linli.sync.SyncedPhotos.State;
import org.linli.sync.contributions.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of photos. */
@Repository
class SyncedPhotoRows {

    private static final String SELECT = """
            select id, state, account_id, area, mutation_id, etype, entity, sha256, received_sha256, bytes, file_id
              from sync.photo
            """;

    private final JdbcClient jdbc;

    SyncedPhotoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A photo, as far as it has come. */
    record Row(
            UUID id,
            State state,
            AccountId account,
            String area,
            @Nullable UUID mutation,
            @Nullable String type,
            @Nullable UUID entity,
            @Nullable String sha256,
            @Nullable String receivedSha256,
            long bytes,
            Optional<FileId> file) {}

    /** Announced and not here for long. */
    record Missing(UUID id, String holder, String area, String type, UUID entity, Instant expectedAt) {}

    /** The photo, held; there is one from now on, of this account. */
    Row holdOrAdd(Acting by, UUID id) {
        jdbc.sql("""
                insert into sync.photo (id, state, account_id, holder, area)
                values (:id, 'EXPECTED', :account, :holder, :area) on conflict (id) do nothing
                """)
                .param("id", id)
                .param("account", by.account().value())
                .param("holder", by.name())
                .param("area", by.area().value())
                .update();
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query((row, n) -> row(row))
                .single();
    }

    void expect(UUID id, Change change, String type, String sha256, Instant now) {
        jdbc.sql("""
                update sync.photo
                   set mutation_id = :mutation, etype = :type, entity = :entity, sha256 = :sha256, expected_at = :now
                 where id = :id
                """)
                .param("id", id)
                .param("mutation", change.mutation())
                .param("type", type)
                .param("entity", change.entity())
                .param("sha256", sha256)
                .param("now", Timestamp.from(now))
                .update();
    }

    void receive(UUID id, FileId file, String sha256, long bytes, Instant now) {
        jdbc.sql("""
                update sync.photo
                   set file_id = :file, received_sha256 = :sha256, bytes = :bytes, received_at = :now where id = :id
                """)
                .param("id", id)
                .param("file", file.value())
                .param("sha256", sha256)
                .param("bytes", bytes)
                .param("now", Timestamp.from(now))
                .update();
    }

    void state(UUID id, State state, Instant now) {
        jdbc.sql("""
                update sync.photo set state = :state, bound_at = case when :state = 'BOUND' then :now::timestamptz end
                 where id = :id
                """)
                .param("id", id)
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Row> find(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> row(row))
                .list();
    }

    List<Missing> missing(DivisionCode area, Instant before, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select id, holder, area, etype, entity, expected_at from sync.photo
                 where state in ('EXPECTED', 'REFUSED') and expected_at < :before and area like :area || '%'
                   and (:after::uuid is null or id > :after)
                 order by id limit :limit
                """)
                .param("area", area.value())
                .param("before", Timestamp.from(before))
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> new Missing(
                        row.getObject("id", UUID.class),
                        row.getString("holder"),
                        row.getString("area"),
                        row.getString("etype"),
                        row.getObject("entity", UUID.class),
                        row.getTimestamp("expected_at").toInstant()))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                State.valueOf(row.getString("state")),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("area"),
                row.getObject("mutation_id", UUID.class),
                row.getString("etype"),
                row.getObject("entity", UUID.class),
                row.getString("sha256"),
                row.getString("received_sha256"),
                row.getLong("bytes"),
                Optional.ofNullable(row.getObject("file_id", UUID.class)).map(FileId::new));
    }
}
