package org.linli.wearables.batch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The latest that is known of each device. */
@Repository
class StateRows {

    /**
     * A registered device.
     *
     * @param consents whether its wearer agreed that it says where they are
     */
    record Known(int id, DivisionCode division, boolean consents) {}

    /** What a device said of itself in a batch. */
    record Said(Instant received, OptionalInt battery, Optional<Fix> fix) {

        /** Both together; a fix that is older than the one before does not move anybody. */
        Said then(Said later) {
            var newest = later.fix.isEmpty()
                            || fix.isPresent()
                                    && fix.get().at().isAfter(later.fix.get().at())
                    ? fix
                    : later.fix;
            return new Said(later.received, later.battery.isPresent() ? later.battery : battery, newest);
        }
    }

    private final JdbcClient jdbc;

    StateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Read for every batch, so that a consent that is withdrawn counts from the next message on. The devices are held before
     * their consents are read: whoever withdraws one goes before, or waits and erases what this batch stores.
     */
    Map<String, Known> known(Collection<String> numbers) {
        jdbc.sql("select id from wearables.device where number = any(:numbers) order by id for share")
                .param("numbers", numbers.toArray(String[]::new))
                .query(Integer.class)
                .list();
        var known = new HashMap<String, Known>();
        jdbc.sql("""
                select d.number, d.id, d.division,
                       exists (select from wearables.consent c
                                where c.device_id = d.id and c.kind = 'POSITION' and c.withdrawn_at is null) as consents
                  from wearables.device d
                 where d.number = any(:numbers) and d.retired_at is null""").param("numbers", numbers.toArray(String[]::new)).query(row -> {
            known.put(
                    row.getString("number"),
                    new Known(
                            row.getInt("id"), DivisionCode.of(row.getString("division")), row.getBoolean("consents")));
        });
        return known;
    }

    void seen(Map<Known, Said> said) {
        if (said.isEmpty()) {
            return;
        }
        var devices = said.keySet().stream().map(Known::id).toArray(Integer[]::new);
        var all = said.values();
        jdbc.sql("""
                insert into wearables.state as s (device_id, seen_at, battery, fix_at, lon, lat, speed)
                select * from unnest(:devices, :seen, :batteries, :fixes, :lons, :lats, :speeds)
                           as n (device_id, seen_at, battery, fix_at, lon, lat, speed)
                 order by device_id
                    on conflict (device_id) do update
                   set seen_at = greatest(s.seen_at, excluded.seen_at),
                       battery = coalesce(excluded.battery, s.battery),
                       (fix_at, lon, lat, speed) = (
                         select f.* from (values (excluded.fix_at, excluded.lon, excluded.lat, excluded.speed),
                                                 (s.fix_at, s.lon, s.lat, s.speed)) as f (at, lon, lat, speed)
                          order by f.at desc nulls last limit 1)""")
                .param("devices", devices)
                .param(
                        "seen",
                        all.stream().map(Said::received).map(Timestamp::from).toArray(Timestamp[]::new))
                .param(
                        "batteries",
                        column(
                                all,
                                one -> one.battery().isPresent() ? one.battery().getAsInt() : null))
                .param(
                        "fixes",
                        all.stream()
                                .map(one -> one.fix()
                                        .map(Fix::at)
                                        .map(Timestamp::from)
                                        .orElse(null))
                                .toArray(Timestamp[]::new))
                .param("lons", degrees(all, Fix::lon))
                .param("lats", degrees(all, Fix::lat))
                .param("speeds", degrees(all, fix -> Double.isNaN(fix.speed()) ? null : fix.speed()))
                .update();
    }

    private static Integer[] column(Collection<Said> said, java.util.function.Function<Said, Integer> of) {
        return said.stream().map(of).toArray(Integer[]::new);
    }

    private static Double[] degrees(Collection<Said> said, java.util.function.Function<Fix, Double> of) {
        return said.stream().map(one -> one.fix().map(of).orElse(null)).toArray(Double[]::new);
    }
}
