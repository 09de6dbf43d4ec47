package org.linli.wearables.alarm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.privacy.FieldCipher;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Point;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.AlarmLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of alarms and of what was done about them. */
@Repository
class AlarmRows {

    static final String NOTE = "wearables.alarm.note";

    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);
    private static final String SELECT = """
            select a.*, d.number as device from wearables.alarm a join wearables.device d on d.id = a.device_id
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    AlarmRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Opens an alarm with the last position that is known, or counts on the one that is open. */
    void raise(Raise raise) {
        jdbc.sql("""
                insert into wearables.alarm as a
                       (id, device_id, wearer, kind, level, detail, division, raised_at, last_at, fix_at, lon, lat)
                select :id, d.id, d.wearer, :kind, :level, :detail, :division, :at, :at, s.fix_at, s.lon, s.lat
                  from wearables.device d left join wearables.state s on s.device_id = d.id
                 where d.id = :device
                    on conflict (device_id, kind) where closed_at is null do update
                   set times = a.times + 1, level = least(a.level, excluded.level),
                       detail = coalesce(excluded.detail, a.detail), last_at = greatest(a.last_at, excluded.last_at), fix_at = excluded.fix_at,
                       lon = excluded.lon, lat = excluded.lat""")
                .param("id", Ids.next())
                .param("kind", raise.kind().name())
                .param("level", raise.level().name())
                .param("detail", raise.detail().orElse(null), java.sql.Types.VARCHAR)
                .param("division", raise.division().value())
                .param("at", Timestamp.from(raise.at()))
                .param("device", raise.device())
                .update();
    }

    int follow(Collection<Integer> devices) {
        return jdbc.sql("""
                update wearables.alarm a set fix_at = s.fix_at, lon = s.lon, lat = s.lat
                  from wearables.state s
                 where s.device_id = any(:devices) and a.device_id = s.device_id and a.closed_at is null
                   and s.fix_at > coalesce(a.fix_at, '-infinity')""").param("devices", devices.toArray(Integer[]::new)).update();
    }

    Optional<Alarm> find(UUID id) {
        return jdbc.sql(SELECT + "where a.id = :id")
                .param("id", id)
                .query(AlarmRows::alarm)
                .optional();
    }

    /** The alarm, held until the end of the transaction. */
    Optional<Alarm> hold(UUID id) {
        return jdbc.sql(SELECT + "where a.id = :id for no key update of a")
                .param("id", id)
                .query(AlarmRows::alarm)
                .optional();
    }

    /** Those that wait in an area, red ones before yellow ones, the oldest first. */
    List<Alarm> open(DivisionCode area, int limit) {
        return jdbc.sql(SELECT + """
                 where a.division >= :from and a.division < :to and a.closed_at is null
                 order by a.level, a.raised_at, a.id limit :limit""")
                .param("from", area.value())
                .param("to", area.value() + LAST)
                .param("limit", limit)
                .query(AlarmRows::alarm)
                .list();
    }

    /** Those that were closed in an area, the latest first. */
    List<Alarm> closed(DivisionCode area, Optional<UUID> after, int limit) {
        return jdbc.sql(SELECT + """
                 where a.division >= :from and a.division < :to and a.closed_at is not null
                   and (:after::uuid is null or (a.closed_at, a.id) < (
                          select b.closed_at, b.id from wearables.alarm b where b.id = :after::uuid))
                 order by a.closed_at desc, a.id desc limit :limit""")
                .param("from", area.value())
                .param("to", area.value() + LAST)
                .param("after", after.map(UUID::toString).orElse(null))
                .param("limit", limit)
                .query(AlarmRows::alarm)
                .list();
    }

    void claim(UUID id, Acting by, Instant at) {
        jdbc.sql("update wearables.alarm set claimed_at = :at, claimed_by = :by, claimer = :name where id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("by", by.posting().value())
                .param("name", by.name())
                .update();
    }

    void handBack(UUID id) {
        jdbc.sql("update wearables.alarm set claimed_at = null, claimed_by = null, claimer = null where id = :id")
                .param("id", id)
                .update();
    }

    void close(UUID id, Alarm.Outcome outcome, Instant at) {
        jdbc.sql("update wearables.alarm set closed_at = :at, outcome = :outcome where id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("outcome", outcome.name())
                .update();
    }

    void note(UUID alarm, AlarmAct.Act act, Acting by, String note, Instant at) {
        jdbc.sql("""
                insert into wearables.alarm_act (id, alarm_id, at, act, posting_id, name, note_sealed)
                values (:id, :alarm, :at, :act, :posting, :name, :note)""")
                .param("id", Ids.next())
                .param("alarm", alarm)
                .param("at", Timestamp.from(at))
                .param("act", act.name())
                .param("posting", by.posting().value())
                .param("name", by.name())
                .param("note", note.isBlank() ? null : cipher.seal(NOTE, note.strip()), java.sql.Types.VARCHAR)
                .update();
    }

    List<AlarmAct> acts(UUID alarm) {
        return jdbc.sql("select * from wearables.alarm_act where alarm_id = :alarm order by at, id")
                .param("alarm", alarm)
                .query(this::act)
                .list();
    }

    private AlarmAct act(ResultSet row, int n) throws SQLException {
        var note = row.getString("note_sealed");
        return new AlarmAct(
                row.getTimestamp("at").toInstant(),
                AlarmAct.Act.valueOf(row.getString("act")),
                row.getString("name"),
                note == null ? "" : cipher.open(NOTE, note));
    }

    private static Alarm alarm(ResultSet row, int n) throws SQLException {
        var fix = row.getTimestamp("fix_at");
        var claimed = row.getTimestamp("claimed_at");
        var closed = row.getTimestamp("closed_at");
        return new Alarm(
                row.getObject("id", UUID.class),
                AlarmKind.valueOf(row.getString("kind")),
                AlarmLevel.valueOf(row.getString("level")),
                Optional.ofNullable(row.getString("detail")),
                row.getInt("device_id"),
                row.getString("device"),
                Optional.ofNullable(row.getObject("wearer", UUID.class)),
                DivisionCode.of(row.getString("division")),
                row.getTimestamp("raised_at").toInstant(),
                row.getTimestamp("last_at").toInstant(),
                row.getInt("times"),
                fix == null
                        ? Optional.empty()
                        : Optional.of(new Alarm.Position(
                                fix.toInstant(), new Point(row.getDouble("lon"), row.getDouble("lat")))),
                claimed == null
                        ? Optional.empty()
                        : Optional.of(new Alarm.Claim(
                                claimed.toInstant(),
                                row.getObject("claimed_by", UUID.class),
                                row.getString("claimer"))),
                closed == null
                        ? Optional.empty()
                        : Optional.of(new Alarm.Closing(
                                closed.toInstant(), Alarm.Outcome.valueOf(row.getString("outcome")))));
    }
}
