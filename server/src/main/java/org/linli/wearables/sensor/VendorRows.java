package org.linli.wearables.sensor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.privacy.FieldCipher;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of vendors and of the requests they signed. */
@Repository
class VendorRows {

    static final String KEY = "wearables.vendor.key";

    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    VendorRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    boolean isTaken(String name) {
        return jdbc.sql("select exists (select from wearables.vendor where name = :name and retired_at is null)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    int add(String name, DivisionCode division, String key, Acting by, Instant at) {
        return jdbc.sql("""
                insert into wearables.vendor (name, division, key_sealed, made_at, made_by)
                values (:name, :division, :key, :at, :by) returning id""")
                .param("name", name)
                .param("division", division.value())
                .param("key", cipher.seal(KEY, key))
                .param("at", Timestamp.from(at))
                .param("by", by.posting().value())
                .query(Integer.class)
                .single();
    }

    /** Those of an area, the latest last. */
    List<Vendor> in(DivisionCode area) {
        return jdbc.sql("""
                select * from wearables.vendor where division >= :from and division < :to
                 order by retired_at is not null, id""")
                .param("from", area.value())
                .param("to", area.value() + LAST)
                .query(VendorRows::vendor)
                .list();
    }

    /** The vendor, held until the end of the transaction. */
    Optional<Vendor> hold(int id) {
        return jdbc.sql("select * from wearables.vendor where id = :id for no key update")
                .param("id", id)
                .query(VendorRows::vendor)
                .optional();
    }

    void retire(int id, String reason, Acting by, Instant at) {
        jdbc.sql("""
                update wearables.vendor set retired_at = :at, retired_by = :by, retire_reason = :reason where id = :id""")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("by", by.posting().value())
                .param("reason", reason)
                .update();
    }

    /** A vendor that is connected, and what it signs with. */
    record Keyed(int id, DivisionCode division, String key) {}

    Optional<Keyed> connected(int id) {
        return jdbc.sql("select id, division, key_sealed from wearables.vendor where id = :id and retired_at is null")
                .param("id", id)
                .query((row, n) -> new Keyed(
                        row.getInt("id"),
                        DivisionCode.of(row.getString("division")),
                        cipher.open(KEY, row.getString("key_sealed"))))
                .optional();
    }

    /** Notes a signature, unless it came before. */
    boolean firstUse(int vendor, String signature, Instant now) {
        return jdbc.sql("""
                        with heard as (
                          update wearables.vendor set heard_at = :now
                           where id = :vendor and coalesce(heard_at, '-infinity') < cast(:now as timestamptz) - interval '1 minute')
                        insert into wearables.vendor_request (vendor_id, signature, came_at)
                        values (:vendor, :signature, :now) on conflict do nothing""")
                        .param("vendor", vendor)
                        .param("signature", signature)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void forgetRequests(Instant before) {
        jdbc.sql("delete from wearables.vendor_request where came_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    /** Which of these numbers are registered in an area. */
    Set<String> registered(Collection<String> numbers, DivisionCode area) {
        return jdbc.sql("""
                select number from wearables.device
                 where number = any(:numbers) and division >= :from and division < :to and retired_at is null""")
                .param("numbers", numbers.toArray(String[]::new))
                .param("from", area.value())
                .param("to", area.value() + LAST)
                .query(String.class)
                .set();
    }

    private static Vendor vendor(ResultSet row, int n) throws SQLException {
        return new Vendor(
                row.getInt("id"),
                row.getString("name"),
                DivisionCode.of(row.getString("division")),
                row.getTimestamp("made_at").toInstant(),
                moment(row.getTimestamp("heard_at")),
                moment(row.getTimestamp("retired_at")));
    }

    private static Optional<Instant> moment(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
