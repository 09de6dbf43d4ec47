package org.linli.wearables.limit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.privacy.FieldCipher;
import org.linli.wearables.VitalKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of limits that were set for somebody. */
@Repository
public class LimitRows {

    private static final String REASON = "wearables.limit.reason";
    private static final Bounds NONE =
            new Bounds(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    LimitRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Of each device whose wearer has limits of their own; {@link PersonLimits#USUAL} holds for the others. */
    public Map<Integer, PersonLimits> limitsOf(Collection<Integer> devices) {
        var found = new HashMap<Integer, Map<VitalKind, VitalLimits>>();
        jdbc.sql("select * from wearables.vital_limit where device_id = any(:devices)")
                .param("devices", devices.toArray(Integer[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getInt("device_id"), device -> new EnumMap<>(VitalKind.class))
                            .put(kind(row), limits(row));
                });
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, own -> new PersonLimits(own.getValue())));
    }

    Map<VitalKind, OwnLimits> own(int device) {
        var found = new EnumMap<VitalKind, OwnLimits>(VitalKind.class);
        jdbc.sql("select * from wearables.vital_limit where device_id = :device")
                .param("device", device)
                .query(row -> {
                    found.put(
                            kind(row),
                            new OwnLimits(
                                    limits(row),
                                    row.getTimestamp("set_at").toInstant(),
                                    row.getString("setter"),
                                    cipher.open(REASON, row.getString("reason_sealed"))));
                });
        return found;
    }

    void set(int device, VitalKind kind, VitalLimits limits, String reason, Acting by, Instant at) {
        jdbc.sql("""
                insert into wearables.vital_limit
                       (device_id, kind, low_red, low_yellow, high_yellow, high_red, second_low_red, second_low_yellow,
                        second_high_yellow, second_high_red, set_at, set_by, setter, reason_sealed)
                values (:device, :kind, :firstLowRed, :firstLowYellow, :firstHighYellow, :firstHighRed,
                        :secondLowRed, :secondLowYellow,
                        :secondHighYellow, :secondHighRed, :at, :by, :setter, :reason)
                    on conflict (device_id, kind) do update
                   set low_red = excluded.low_red, low_yellow = excluded.low_yellow, high_yellow = excluded.high_yellow,
                       high_red = excluded.high_red, second_low_red = excluded.second_low_red,
                       second_low_yellow = excluded.second_low_yellow,
                       second_high_yellow = excluded.second_high_yellow,
                       second_high_red = excluded.second_high_red, set_at = excluded.set_at, set_by = excluded.set_by,
                       setter = excluded.setter, reason_sealed = excluded.reason_sealed""")
                .param("device", device)
                .param("kind", kind.name())
                .params(numbers("first", limits.first()))
                .params(numbers("second", limits.second().orElse(NONE)))
                .param("at", Timestamp.from(at))
                .param("by", by.posting().value())
                .param("setter", by.name())
                .param("reason", cipher.seal(REASON, reason))
                .update();
    }

    boolean reset(int device, VitalKind kind) {
        return jdbc.sql("delete from wearables.vital_limit where device_id = :device and kind = :kind")
                        .param("device", device)
                        .param("kind", kind.name())
                        .update()
                > 0;
    }

    private static Map<String, @Nullable Integer> numbers(String of, Bounds bounds) {
        var numbers = new HashMap<String, @Nullable Integer>();
        numbers.put(of + "LowRed", number(bounds.lowRed()));
        numbers.put(of + "LowYellow", number(bounds.lowYellow()));
        numbers.put(of + "HighYellow", number(bounds.highYellow()));
        numbers.put(of + "HighRed", number(bounds.highRed()));
        return numbers;
    }

    private static @Nullable Integer number(OptionalInt limit) {
        return limit.isPresent() ? limit.getAsInt() : null;
    }

    private static VitalKind kind(ResultSet row) throws SQLException {
        return VitalKind.valueOf(row.getString("kind"));
    }

    private static VitalLimits limits(ResultSet row) throws SQLException {
        var second =
                kind(row) == VitalKind.BLOOD_PRESSURE ? Optional.of(bounds(row, "second_")) : Optional.<Bounds>empty();
        return new VitalLimits(bounds(row, ""), second);
    }

    private static Bounds bounds(ResultSet row, String of) throws SQLException {
        return new Bounds(
                limit(row, of + "low_red"),
                limit(row, of + "low_yellow"),
                limit(row, of + "high_yellow"),
                limit(row, of + "high_red"));
    }

    private static OptionalInt limit(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, Integer.class);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
