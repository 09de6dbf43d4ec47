package org.linli.wearables.holding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.linli.privacy.FieldCipher;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings.Holding;
import org.linli.shared.PersonalHoldings.Line;
import org.linli.wearables.VitalKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Devices somebody wears, and the alarms they raised. */
@Component
class WearableHoldingQueries {

    private static final Names HANDED_OUT = Names.of("发放登记", "noted when it was handed out");
    private static final Names DRAWN = Names.of("经办人划定", "drawn by staff");
    private static final Names CLINICIAN = Names.of("医护人员设置", "set by a clinician");
    private static final Names WATCH = Names.of("手表上报", "sent by the watch");
    private static final Names ORDERED = Names.of("工作人员下达", "ordered by staff");
    private static final Names NUMBER = Names.of("设备号", "Device number");
    private static final Names PLACE = Names.of("最后位置（经度、纬度）", "Last position (longitude, latitude)");
    private static final Names ZONE = Names.of("安全区（经度、纬度）", "Zone (longitude, latitude)");
    private static final Names LIMIT = Names.of("体征限值", "Limits of a vital");
    private static final Names HOUR = Names.of("轨迹（每小时；时间、经度、纬度）", "Track by the hour (time, longitude, latitude)");
    private static final Names KIND = Names.of("报警", "Alarm");
    private static final Names ORDER = Names.of("指令内容", "What it is told");
    private static final Names NOTE = Names.of("处置记录", "What was done");

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    WearableHoldingQueries(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    List<Holding> counts(UUID person) {
        return jdbc.sql("""
                select 'wearable-device' as kind, count(*) as number, min(registered_at) as first, max(registered_at) as last
                  from wearables.device where wearer = :person having count(*) > 0
                union all
                select 'wearable-position', count(*), min(s.fix_at), max(s.fix_at)
                  from wearables.state s join wearables.device d on d.id = s.device_id
                 where d.wearer = :person and s.fix_at is not null having count(*) > 0
                union all
                select 'wearable-zone', count(*), min(z.drawn_at), max(z.drawn_at)
                  from wearables.zone z join wearables.device d on d.id = z.device_id
                 where d.wearer = :person having count(*) > 0
                union all
                select 'wearable-limit', count(*), min(l.set_at), max(l.set_at)
                  from wearables.vital_limit l join wearables.device d on d.id = l.device_id
                 where d.wearer = :person having count(*) > 0
                union all
                select 'wearable-track', count(*), min(f.at), max(f.at)
                  from wearables.fix f join wearables.device d on d.id = f.device_id
                 where d.wearer = :person having count(*) > 0
                union all
                select 'wearable-vitals', count(*), min(v.at), max(v.at)
                  from wearables.vital v join wearables.device d on d.id = v.device_id
                 where d.wearer = :person having count(*) > 0
                union all
                select 'wearable-alarm', count(*), min(raised_at), max(last_at)
                  from wearables.alarm where wearer = :person having count(*) > 0
                union all
                select 'wearable-command', count(*), min(ordered_at), max(ordered_at)
                  from wearables.command where wearer = :person and content_sealed is not null having count(*) > 0""")
                .param("person", person)
                .query((row, n) -> new Holding(
                        row.getString("kind"),
                        row.getLong("number"),
                        row.getTimestamp("first").toInstant(),
                        row.getTimestamp("last").toInstant(),
                        List.of(sourceOf(row.getString("kind")))))
                .list();
    }

    List<Line> lines(UUID person) {
        var lines = new ArrayList<Line>();
        lines.addAll(jdbc.sql("""
                select number as value, registered_at as since from wearables.device where wearer = :person order by id""")
                .param("person", person)
                .query((row, n) -> line(WearableHoldings.DEVICE, NUMBER, row))
                .list());
        lines.addAll(jdbc.sql("""
                select s.lon || ', ' || s.lat as value, s.fix_at as since
                  from wearables.state s join wearables.device d on d.id = s.device_id
                 where d.wearer = :person and s.fix_at is not null""")
                .param("person", person)
                .query((row, n) -> line(WearableHoldings.POSITION, PLACE, row))
                .list());
        lines.addAll(jdbc.sql("""
                select z.name || ': ' || array_to_string(z.corners, ', ') || coalesce('; ' || z.radius || ' m', '') as value,
                       z.drawn_at as since
                  from wearables.zone z join wearables.device d on d.id = z.device_id
                 where d.wearer = :person order by z.id""")
                .param("person", person)
                .query((row, n) -> line(WearableHoldings.ZONE, ZONE, row))
                .list());
        lines.addAll(jdbc.sql("""
                select l.kind || ': '
                         || concat_ws(', ', l.low_red, l.low_yellow, l.high_yellow, l.high_red)
                         || coalesce('; ' || nullif(concat_ws(', ', l.second_low_red, l.second_low_yellow,
                                                              l.second_high_yellow, l.second_high_red), ''), '') as value,
                       l.reason_sealed, l.set_at as since
                  from wearables.vital_limit l join wearables.device d on d.id = l.device_id
                 where d.wearer = :person order by l.kind""")
                .param("person", person)
                .query((row, n) -> new Line(
                        WearableHoldings.LIMIT,
                        LIMIT,
                        row.getString("value") + "; "
                                + cipher.open("wearables.limit.reason", row.getString("reason_sealed")),
                        row.getTimestamp("since").toInstant()))
                .list());
        lines.addAll(jdbc.sql("""
                select string_agg(to_char(f.at at time zone 'Asia/Shanghai', 'HH24:MI:SS') || ' ' || (f.lon / 1e7)::float8 || ', '
                                    || (f.lat / 1e7)::float8, '; ' order by f.at) as value, min(f.at) as since
                  from wearables.fix f join wearables.device d on d.id = f.device_id
                 where d.wearer = :person
                 group by f.device_id, date_trunc('hour', f.at) order by 2""")
                .param("person", person)
                .query((row, n) -> line(WearableHoldings.TRACK, HOUR, row))
                .list());
        lines.addAll(vitals(person));
        lines.addAll(jdbc.sql("""
                select kind || ' × ' || times || coalesce(', ' || outcome, '') as value, raised_at as since
                  from wearables.alarm where wearer = :person order by raised_at""")
                .param("person", person)
                .query((row, n) -> line(WearableHoldings.ALARM, KIND, row))
                .list());
        lines.addAll(jdbc.sql("""
                select x.note_sealed, x.at from wearables.alarm_act x join wearables.alarm a on a.id = x.alarm_id
                 where a.wearer = :person and x.note_sealed is not null order by x.at""")
                .param("person", person)
                .query((row, n) -> new Line(
                        WearableHoldings.ALARM,
                        NOTE,
                        cipher.open("wearables.alarm.note", row.getString("note_sealed")),
                        row.getTimestamp("at").toInstant()))
                .list());
        lines.addAll(jdbc.sql("""
                select content_sealed, ordered_at from wearables.command
                 where wearer = :person and content_sealed is not null order by ordered_at""")
                .param("person", person)
                .query((row, n) -> new Line(
                        WearableHoldings.COMMAND,
                        ORDER,
                        cipher.open("wearables.command.content", row.getString("content_sealed")),
                        row.getTimestamp("ordered_at").toInstant()))
                .list());
        return lines;
    }

    private static Names sourceOf(String kind) {
        return switch (kind) {
            case WearableHoldings.DEVICE -> HANDED_OUT;
            case WearableHoldings.ZONE -> DRAWN;
            case WearableHoldings.LIMIT -> CLINICIAN;
            case WearableHoldings.COMMAND -> ORDERED;
            default -> WATCH;
        };
    }

    /** A line for each kind and day; temperatures are kept in tenths of a degree. */
    private List<Line> vitals(UUID person) {
        return jdbc.sql("""
                select v.kind,
                       string_agg(to_char(v.at at time zone 'Asia/Shanghai', 'HH24:MI') || ' '
                                    || case when v.kind = :temperature then round(v.value / 10.0, 1) else v.value end
                                    || coalesce('/' || v.second, ''), '; ' order by v.at) as value,
                       min(v.at) as since
                  from wearables.vital v join wearables.device d on d.id = v.device_id
                 where d.wearer = :person
                 group by v.device_id, v.kind, (v.at at time zone 'Asia/Shanghai')::date order by 3, 1""")
                .param("person", person)
                .param("temperature", VitalKind.TEMPERATURE.number())
                .query((row, n) -> line(WearableHoldings.VITALS, measured(VitalKind.numbered(row.getInt("kind"))), row))
                .list();
    }

    private static Names measured(VitalKind kind) {
        return switch (kind) {
            case HEART_RATE -> Names.of("心率（次/分）", "Heart rate (beats a minute)");
            case BLOOD_PRESSURE -> Names.of("血压（毫米汞柱）", "Blood pressure (mmHg)");
            case OXYGEN -> Names.of("血氧（%）", "Blood oxygen (%)");
            case TEMPERATURE -> Names.of("体温（℃）", "Temperature (°C)");
        };
    }

    private static Line line(String kind, Names field, ResultSet row) throws SQLException {
        return new Line(
                kind, field, row.getString("value"), row.getTimestamp("since").toInstant());
    }
}
