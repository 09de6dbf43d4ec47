package org.linli.wearables.quarantine;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.linli.privacy.FieldCipher;
import org.linli.shared.Ids;
import org.linli.wearables.line.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of samples. */
@Repository
public class QuarantineRows {

    private static final String START = "wearables.quarantine.start";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    QuarantineRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /**
     * What is wrong in one way with what one protocol's devices sent.
     *
     * @param sealedStart first bytes of the latest sample
     */
    record Group(String protocol, Fault reason, long count, Instant firstAt, Instant lastAt, String sealedStart) {}

    void add(String protocol, Fault reason, byte[] start, Instant at) {
        jdbc.sql("""
                insert into wearables.quarantine (id, protocol, reason, at, start_sealed)
                values (:id, :protocol, :reason, :at, :start)""")
                .param("id", Ids.next())
                .param("protocol", protocol)
                .param("reason", reason.name())
                .param("at", Timestamp.from(at))
                .param("start", cipher.seal(START, start))
                .update();
    }

    List<Group> groups() {
        return jdbc.sql("""
                select protocol, reason, count(*) as number, min(at) as first_at, max(at) as last_at,
                       (array_agg(start_sealed order by at desc, id desc))[1] as start_sealed
                  from wearables.quarantine group by protocol, reason order by max(at) desc, protocol, reason""")
                .query((row, n) -> new Group(
                        row.getString("protocol"),
                        Fault.valueOf(row.getString("reason")),
                        row.getLong("number"),
                        row.getTimestamp("first_at").toInstant(),
                        row.getTimestamp("last_at").toInstant(),
                        row.getString("start_sealed")))
                .list();
    }

    byte[] open(Group group) {
        return cipher.openBytes(START, group.sealedStart());
    }

    public long due(LocalDate before) {
        return jdbc.sql("select count(*) from wearables.quarantine where at < :before")
                .param("before", before)
                .query(Long.class)
                .single();
    }

    public int delete(LocalDate before, int most) {
        return jdbc.sql("""
                delete from wearables.quarantine where id in (
                  select id from wearables.quarantine where at < :before order by at limit :most)""").param("before", before).param("most", most).update();
    }
}
