package org.linli.eldercare.trunk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.privacy.FieldCipher;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of trunks. */
@Repository
class TrunkRows {

    private static final String KEY = "eldercare.trunk.key";
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    TrunkRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    boolean isTaken(String name) {
        return jdbc.sql("select exists (select from eldercare.trunk where name = :name and retired_at is null)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    int add(String name, DivisionCode division, String key, Acting by, Instant at) {
        return jdbc.sql("""
                insert into eldercare.trunk (name, division, key_sealed, made_at, made_by)
                values (:name, :division, :key, :at, :by) returning id""")
                .param("name", name)
                .param("division", division.value())
                .param("key", cipher.seal(KEY, key))
                .param("at", Timestamp.from(at))
                .param("by", by.posting().value())
                .query(Integer.class)
                .single();
    }

    /** Those of an area, ended ones last. */
    List<Trunk> in(DivisionCode area) {
        return jdbc.sql("""
                select * from eldercare.trunk where division >= :from and division < :to
                 order by retired_at is not null, id""")
                .param("from", area.value())
                .param("to", area.value() + LAST)
                .query(TrunkRows::trunk)
                .list();
    }

    /** The trunk, held until the end of the transaction. */
    Optional<Trunk> hold(int id) {
        return jdbc.sql("select * from eldercare.trunk where id = :id for no key update")
                .param("id", id)
                .query(TrunkRows::trunk)
                .optional();
    }

    /** The key in use becomes the former one, good until then. */
    void changeKey(int id, String key, Instant formerUntil) {
        jdbc.sql("""
                update eldercare.trunk set former_key_sealed = key_sealed, former_until = :until, key_sealed = :key
                 where id = :id""")
                .param("id", id)
                .param("key", cipher.seal(KEY, key))
                .param("until", Timestamp.from(formerUntil))
                .update();
    }

    /** At once, and the key before it is good no longer. */
    void changeKey(String name, String key) {
        jdbc.sql("""
                update eldercare.trunk set key_sealed = :key, former_key_sealed = null, former_until = null
                 where name = :name and retired_at is null""").param("name", name).param("key", cipher.seal(KEY, key)).update();
    }

    void retire(int id, String reason, Acting by, Instant at) {
        jdbc.sql("""
                update eldercare.trunk set retired_at = :at, retired_by = :by, retire_reason = :reason,
                                           former_key_sealed = null, former_until = null
                 where id = :id""")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("by", by.posting().value())
                .param("reason", reason)
                .update();
    }

    /**
     * A trunk that is connected, and what it may sign with.
     *
     * @param keys the one in use first
     */
    record Keyed(int id, DivisionCode division, List<String> keys) {}

    Optional<Keyed> connected(int id, Instant now) {
        return jdbc.sql("""
                select id, division, key_sealed, case when former_until > :now then former_key_sealed end as former
                  from eldercare.trunk where id = :id and retired_at is null""")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query((row, n) -> {
                    var keys = new ArrayList<String>();
                    keys.add(cipher.open(KEY, row.getString("key_sealed")));
                    Optional.ofNullable(row.getString("former"))
                            .map(former -> cipher.open(KEY, former))
                            .ifPresent(keys::add);
                    return new Keyed(row.getInt("id"), DivisionCode.of(row.getString("division")), keys);
                })
                .optional();
    }

    void heard(int id, Instant now) {
        jdbc.sql("""
                update eldercare.trunk set heard_at = :now
                 where id = :id and coalesce(heard_at, '-infinity') < cast(:now as timestamptz) - interval '1 minute'""").param("id", id).param("now", Timestamp.from(now)).update();
    }

    private static Trunk trunk(ResultSet row, int n) throws SQLException {
        return new Trunk(
                row.getInt("id"),
                row.getString("name"),
                DivisionCode.of(row.getString("division")),
                row.getTimestamp("made_at").toInstant(),
                moment(row.getTimestamp("former_until")),
                moment(row.getTimestamp("heard_at")),
                moment(row.getTimestamp("retired_at")));
    }

    private static Optional<Instant> moment(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
