package org.linli.wearables.batch;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The latest that is known of each device. */
@Repository
class StateRows {

    private static final long NEVER = Long.MIN_VALUE;
    private static final int UNKNOWN = -1;

    /** Arrays of plain numbers, because the driver sends those in their binary form. */
    private static final String UPSERT = """
            insert into wearables.state as s (device_id, seen_at, battery, fix_at, lon, lat, speed)
            select n.device_id, to_timestamp(n.seen / 1000.0::float8), nullif(n.battery, -1),
                   case when n.fix > %1$d then to_timestamp(n.fix / 1000.0::float8) end,
                   case when n.fix > %1$d then n.lon end, case when n.fix > %1$d then n.lat end,
                   nullif(n.speed, 'NaN')
              from unnest(?, ?, ?, ?, ?, ?, ?) as n (device_id, seen, battery, fix, lon, lat, speed)
                on conflict (device_id) do update
               set seen_at = greatest(s.seen_at, excluded.seen_at),
                   battery = coalesce(excluded.battery, s.battery),
                   fix_at = greatest(s.fix_at, excluded.fix_at),
                   lon = case when s.fix_at > excluded.fix_at or excluded.fix_at is null then s.lon else excluded.lon end,
                   lat = case when s.fix_at > excluded.fix_at or excluded.fix_at is null then s.lat else excluded.lat end,
                   speed = case when s.fix_at > excluded.fix_at or excluded.fix_at is null then s.speed
                           else excluded.speed end
            returning s.device_id, old.fix_at""".formatted(NEVER);

    /** What a device said of itself in a batch. */
    record Said(
            Instant received, OptionalInt battery, @Nullable Fix fix) {

        /** Both together; a fix that is older than the one before does not move anybody. */
        Said then(Said later) {
            var older = later.fix == null || fix != null && fix.at().isAfter(later.fix.at());
            return new Said(
                    later.received, later.battery.isPresent() ? later.battery : battery, older ? fix : later.fix);
        }
    }

    private final JdbcTemplate jdbc;

    StateRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param said in the order of the devices, so that two batches never wait for each other
     * @return when each was last fixed before, for those that were
     */
    Map<Integer, Instant> seen(SortedMap<Integer, Said> said) {
        var before = new HashMap<Integer, Instant>();
        if (said.isEmpty()) {
            return before;
        }
        var all = said.values();
        jdbc.query(
                connection -> {
                    var arrays = connection.unwrap(PGConnection.class);
                    var upsert = connection.prepareStatement(UPSERT);
                    upsert.setArray(1, arrays.createArrayOf("int4", ints(said.keySet())));
                    upsert.setArray(2, arrays.createArrayOf("int8", millis(all)));
                    upsert.setArray(3, arrays.createArrayOf("int4", batteries(all)));
                    upsert.setArray(4, arrays.createArrayOf("int8", fixes(all)));
                    upsert.setArray(5, arrays.createArrayOf("float8", degrees(all, Fix::lon)));
                    upsert.setArray(6, arrays.createArrayOf("float8", degrees(all, Fix::lat)));
                    upsert.setArray(7, arrays.createArrayOf("float8", degrees(all, Fix::speed)));
                    return upsert;
                },
                row -> {
                    var at = row.getTimestamp(2);
                    if (at != null) {
                        before.put(row.getInt(1), at.toInstant());
                    }
                });
        return before;
    }

    private static int[] ints(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static long[] millis(Collection<Said> said) {
        return said.stream().mapToLong(one -> one.received().toEpochMilli()).toArray();
    }

    private static int[] batteries(Collection<Said> said) {
        return said.stream().mapToInt(one -> one.battery().orElse(UNKNOWN)).toArray();
    }

    private static long[] fixes(Collection<Said> said) {
        return said.stream()
                .mapToLong(one -> one.fix() == null ? NEVER : one.fix().at().toEpochMilli())
                .toArray();
    }

    private static double[] degrees(Collection<Said> said, ToDoubleFunction<Fix> of) {
        return said.stream()
                .mapToDouble(one -> one.fix() == null ? Double.NaN : of.applyAsDouble(one.fix()))
                .toArray();
    }
}
