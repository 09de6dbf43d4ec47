package org.linli.wearables.batch;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.linli.wearables.VitalKind;
import org.linli.wearables.limit.VitalLevel;
import org.linli.wearables.limit.VitalStanding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The latest vital of each kind, and how it stood to its limits. */
@Repository
class VitalStateRows {

    /** Which. */
    record Key(int device, VitalKind kind) {}

    /** The latest one. */
    record Latest(Vital vital, VitalStanding standing) {}

    private final JdbcClient jdbc;

    VitalStateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Key, Latest> of(Collection<Integer> devices) {
        var latest = new HashMap<Key, Latest>();
        jdbc.sql("select * from wearables.vital_state where device_id = any(:devices)")
                .param("devices", devices.toArray(Integer[]::new))
                .query(row -> {
                    var kind = VitalKind.numbered(row.getInt("kind"));
                    var second = row.getObject("second", Integer.class);
                    var red = row.getTimestamp("red_since");
                    latest.put(
                            new Key(row.getInt("device_id"), kind),
                            new Latest(
                                    new Vital(
                                            kind,
                                            row.getTimestamp("at").toInstant(),
                                            row.getInt("value"),
                                            second == null ? OptionalInt.empty() : OptionalInt.of(second)),
                                    new VitalStanding(
                                            VitalLevel.valueOf(row.getString("level")),
                                            Optional.ofNullable(red).map(Timestamp::toInstant))));
                });
        return latest;
    }

    void set(Map<Key, Latest> latest) {
        if (latest.isEmpty()) {
            return;
        }
        var keys = List.copyOf(latest.keySet());
        var all = keys.stream().map(latest::get).toList();
        jdbc.sql("""
                insert into wearables.vital_state as s (device_id, kind, at, value, second, level, red_since)
                select * from unnest(:devices, :kinds, :moments, :values, :seconds, :levels, :reds)
                           as n (device_id, kind, at, value, second, level, red_since)
                 order by device_id, kind
                    on conflict (device_id, kind) do update
                   set at = excluded.at, value = excluded.value, second = excluded.second, level = excluded.level,
                       red_since = excluded.red_since""")
                .param("devices", keys.stream().map(Key::device).toArray(Integer[]::new))
                .param("kinds", keys.stream().map(key -> key.kind().number()).toArray(Integer[]::new))
                .param(
                        "moments",
                        all.stream()
                                .map(one -> Timestamp.from(one.vital().at()))
                                .toArray(Timestamp[]::new))
                .param("values", all.stream().map(one -> one.vital().value()).toArray(Integer[]::new))
                .param(
                        "seconds",
                        all.stream()
                                .map(one -> one.vital().second().isPresent()
                                        ? one.vital().second().getAsInt()
                                        : null)
                                .toArray(Integer[]::new))
                .param(
                        "levels",
                        all.stream().map(one -> one.standing().level().name()).toArray(String[]::new))
                .param(
                        "reds",
                        all.stream()
                                .map(one -> one.standing()
                                        .redSince()
                                        .map(Timestamp::from)
                                        .orElse(null))
                                .toArray(Timestamp[]::new))
                .update();
    }
}
