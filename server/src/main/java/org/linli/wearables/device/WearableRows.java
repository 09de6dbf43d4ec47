package org.linli.wearables.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Point;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.VitalKind;
import org.linli.wearables.Wearables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of devices and of their wearers' consents. */
@Repository
class WearableRows {

    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);
    private static final String SELECT = """
            select d.*, s.seen_at, s.battery, s.fix_at, s.lon, s.lat, c.kinds, c.since
              from wearables.device d
              left join wearables.state s on s.device_id = d.id
              cross join lateral (
                select array_agg(c.kind order by c.kind) as kinds, array_agg(c.given_at order by c.kind) as since
                  from wearables.consent c where c.device_id = d.id and c.withdrawn_at is null) c
            """;

    private final JdbcClient jdbc;

    WearableRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Wearables.Worn> wornBy(UUID person) {
        return jdbc.sql("""
                select d.id, d.number,
                       (select count(*) from wearables.alarm a where a.device_id = d.id and a.closed_at is null) as alarms
                  from wearables.device d where d.wearer = :person and d.retired_at is null order by d.id""")
                .param("person", person)
                .query((row, n) -> new Wearables.Worn(row.getInt("id"), row.getString("number"), row.getInt("alarms")))
                .list();
    }

    boolean isTaken(String number) {
        return jdbc.sql("select exists (select from wearables.device where number = :number)")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    int add(String number, String model, DivisionCode division, Acting by, Instant at) {
        return jdbc.sql("""
                insert into wearables.device (number, model, division, registered_at, registered_by)
                values (:number, :model, :division, :at, :by) returning id""")
                .param("number", number)
                .param("model", model)
                .param("division", division.value())
                .param("at", Timestamp.from(at))
                .param("by", by.posting().value())
                .query(Integer.class)
                .single();
    }

    Optional<Device> find(int id) {
        return jdbc.sql(SELECT + "where d.id = :id")
                .param("id", id)
                .query(WearableRows::device)
                .optional();
    }

    /** The device, held until the end of the transaction. */
    Optional<Device> hold(int id) {
        jdbc.sql("select 1 from wearables.device where id = :id for no key update")
                .param("id", id)
                .query(Integer.class)
                .optional();
        return find(id);
    }

    /** Those in an area whose number begins so, in the order they were registered. */
    List<Device> page(DivisionCode area, String number, @Nullable Integer after, int limit) {
        return jdbc.sql(SELECT + """
                 where d.division >= :from and d.division < :to and d.number like :number || '%'
                   and d.id > coalesce(:after, 0) and d.retired_at is null
                 order by d.id limit :limit""")
                .param("from", area.value())
                .param("to", area.value() + LAST)
                .param("number", number)
                .param("after", after, java.sql.Types.INTEGER)
                .param("limit", limit)
                .query(WearableRows::device)
                .list();
    }

    void handOut(int id, @Nullable UUID wearer, DivisionCode division) {
        jdbc.sql("update wearables.device set wearer = :wearer, division = :division where id = :id")
                .param("id", id)
                .param("wearer", wearer, java.sql.Types.OTHER)
                .param("division", division.value())
                .update();
    }

    void retire(int id, String reason, Acting by, Instant at) {
        jdbc.sql("""
                update wearables.device set retired_at = :at, retired_by = :by, retire_reason = :reason where id = :id""")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("by", by.posting().value())
                .param("reason", reason)
                .update();
    }

    void consent(int id, UUID wearer, ConsentKind kind, String basis, Acting by, Instant at) {
        jdbc.sql("""
                insert into wearables.consent (id, device_id, wearer, kind, basis, given_at, noted_by)
                values (:id, :device, :wearer, :kind, :basis, :at, :by)""")
                .param("id", Ids.next())
                .param("device", id)
                .param("wearer", wearer)
                .param("kind", kind.name())
                .param("basis", basis)
                .param("at", Timestamp.from(at))
                .param("by", by.posting().value())
                .update();
    }

    void withdraw(int id, Set<ConsentKind> kinds, String reason, Acting by, Instant at) {
        jdbc.sql("""
                update wearables.consent set withdrawn_at = :at, withdrawn_by = :by, withdraw_reason = :reason
                 where device_id = :device and kind = any(:kinds) and withdrawn_at is null""")
                .param("device", id)
                .param("kinds", kinds.stream().map(ConsentKind::name).toArray(String[]::new))
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("by", by.posting().value())
                .update();
    }

    /** What was known of where it was, also on its alarms. */
    void forgetPosition(int id) {
        jdbc.sql("""
                with alarms as (
                  update wearables.alarm set fix_at = null, lon = null, lat = null
                   where device_id = :device and fix_at is not null)
                update wearables.state set fix_at = null, lon = null, lat = null, speed = null
                 where device_id = :device""").param("device", id).update();
    }

    void forgetTrack(int id) {
        jdbc.sql("delete from wearables.fix where device_id = :device")
                .param("device", id)
                .update();
    }

    /** What was measured, also on alarms. */
    void forgetVitals(int id) {
        jdbc.sql("delete from wearables.vital where device_id = :device")
                .param("device", id)
                .update();
        jdbc.sql("""
                with alarms as (
                  update wearables.alarm set detail = null where device_id = :device and kind = any(:kinds))
                delete from wearables.vital_state where device_id = :device""")
                .param("device", id)
                .param(
                        "kinds",
                        Arrays.stream(VitalKind.values()).map(VitalKind::name).toArray(String[]::new))
                .update();
    }

    /** Whom its wearer could call, and of what they were to be reminded, is nothing for whoever wears it next. */
    void forgetOrders(int id, Instant at) {
        jdbc.sql("""
                update wearables.command set state = 'EXPIRED', ended_at = :at, content_sealed = null
                 where device_id = :device and state in ('WAITING', 'SENT')""").param("device", id).param("at", Timestamp.from(at)).update();
    }

    private static Map<ConsentKind, Instant> consents(ResultSet row) throws SQLException {
        var consents = new EnumMap<ConsentKind, Instant>(ConsentKind.class);
        if (row.getArray("kinds") != null) {
            var kinds = (String[]) row.getArray("kinds").getArray();
            var since = (Timestamp[]) row.getArray("since").getArray();
            for (var i = 0; i < kinds.length; i++) {
                consents.put(ConsentKind.valueOf(kinds[i]), since[i].toInstant());
            }
        }
        return consents;
    }

    private static Device device(ResultSet row, int n) throws SQLException {
        var fix = row.getTimestamp("fix_at");
        var battery = row.getObject("battery", Integer.class);
        return new Device(
                row.getInt("id"),
                row.getString("number"),
                row.getString("model"),
                DivisionCode.of(row.getString("division")),
                Optional.ofNullable(row.getObject("wearer", UUID.class)),
                consents(row),
                moment(row.getTimestamp("seen_at")),
                battery == null ? OptionalInt.empty() : OptionalInt.of(battery),
                fix == null
                        ? Optional.empty()
                        : Optional.of(new Device.Fixed(
                                fix.toInstant(), new Point(row.getDouble("lon"), row.getDouble("lat")))),
                moment(row.getTimestamp("retired_at")));
    }

    private static Optional<Instant> moment(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
