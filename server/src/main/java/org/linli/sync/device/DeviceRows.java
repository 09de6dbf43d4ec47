package org.linli.sync.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of phones. */
@Repository
class DeviceRows {

    private static final String SELECT = """
            select id, account_id, holder, area, name, platform, app_schema, registered_at, last_contact_at, last_seq,
                   unsent, skew_ms, revoked_at, revoke_reason, wipe, wiped_at
              from sync.device
            """;

    private final JdbcClient jdbc;

    DeviceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds it, or renews what a phone of the same account tells of itself; false when it belongs to another account. */
    boolean register(Acting by, NewDevice device, byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                insert into sync.device as d
                  (id, account_id, holder, area, name, platform, app_schema, token_hash, recovery_key, registered_at,
                   last_contact_at)
                values (:id, :account, :holder, :area, :name, :platform, :schema, :token, :key, :now, :now)
                on conflict (id) do update
                   set holder = excluded.holder, area = excluded.area, name = excluded.name,
                       platform = excluded.platform, app_schema = excluded.app_schema,
                       token_hash = excluded.token_hash, recovery_key = excluded.recovery_key,
                       last_contact_at = excluded.last_contact_at
                 where d.account_id = excluded.account_id and d.revoked_at is null
                """)
                        .param("id", device.id())
                        .param("account", by.account().value())
                        .param("holder", by.name())
                        .param("area", by.area().value())
                        .param("name", device.name())
                        .param("platform", device.platform())
                        .param("schema", device.appSchema())
                        .param("token", tokenHash)
                        .param("key", device.recoveryKey())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<Device> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(DeviceRows::device)
                .optional();
    }

    /** The phone, held until the end of the transaction: its changes come in one at a time. */
    Optional<Device> hold(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for no key update")
                .param("id", id)
                .query(DeviceRows::device)
                .optional();
    }

    void advance(UUID id, long seq) {
        jdbc.sql("update sync.device set last_seq = :seq where id = :id")
                .param("id", id)
                .param("seq", seq)
                .update();
    }

    /** @param unsent as the phone said; left as it is where it said nothing */
    void contact(Acting by, UUID id, int appSchema, @Nullable Integer unsent, long skewMs, Instant now) {
        jdbc.sql("""
                update sync.device
                   set holder = :holder, area = :area, app_schema = :schema, unsent = coalesce(:unsent, unsent),
                       skew_ms = :skew, last_contact_at = :now
                 where id = :id
                """)
                .param("id", id)
                .param("holder", by.name())
                .param("area", by.area().value())
                .param("schema", appSchema)
                .param("unsent", unsent, java.sql.Types.INTEGER)
                .param("skew", skewMs)
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean tokenFits(UUID id, byte[] tokenHash) {
        return jdbc.sql("select count(*) from sync.device where id = :id and token_hash = :token")
                        .param("id", id)
                        .param("token", tokenHash)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    byte[] recoveryKey(UUID id) {
        return jdbc.sql("select recovery_key from sync.device where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    void revoke(Acting by, UUID id, String reason, boolean wipe, Instant now) {
        jdbc.sql("""
                update sync.device
                   set revoked_at = coalesce(revoked_at, :now), revoked_by = coalesce(revoked_by, :by),
                       revoke_reason = :reason, wipe = wipe or :wipe
                 where id = :id
                """)
                .param("id", id)
                .param("by", by.posting().value())
                .param("reason", reason)
                .param("wipe", wipe)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** After it nothing can open what a copy of the phone's storage may still hold. */
    void wiped(UUID id, Instant now) {
        jdbc.sql("""
                update sync.device set wiped_at = coalesce(wiped_at, :now), recovery_key = ''::bytea, unsent = 0
                 where id = :id
                """).param("id", id).param("now", Timestamp.from(now)).update();
    }

    List<Device> page(DivisionCode area, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                where area like :area || '%' and (:after::uuid is null or id > :after) order by id limit :limit
                """)
                .param("area", area.value())
                .param("after", after, java.sql.Types.OTHER)
                .param("limit", limit)
                .query(DeviceRows::device)
                .list();
    }

    private static Device device(ResultSet row, int number) throws SQLException {
        var revokedAt = row.getTimestamp("revoked_at");
        return new Device(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("holder"),
                row.getString("area"),
                row.getString("name"),
                row.getString("platform"),
                row.getInt("app_schema"),
                row.getTimestamp("registered_at").toInstant(),
                row.getTimestamp("last_contact_at").toInstant(),
                row.getLong("last_seq"),
                row.getInt("unsent"),
                row.getLong("skew_ms"),
                revokedAt == null
                        ? Optional.empty()
                        : Optional.of(new Device.Revocation(revokedAt.toInstant(), row.getString("revoke_reason"))),
                row.getBoolean("wipe"),
                Optional.ofNullable(row.getTimestamp("wiped_at")).map(Timestamp::toInstant));
    }
}
