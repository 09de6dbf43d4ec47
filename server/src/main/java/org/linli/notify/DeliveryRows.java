package org.linli.notify;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.shared.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes due deliveries and settles them. */
@Repository
class DeliveryRows {

    /** A delivery that is due; {@code tries} counts this one. */
    record Due(
            UUID id,
            Channel.Kind channel,
            Notices.Recipient to,
            int tries,
            String key,
            Map<String, String> arguments,
            Map<String, Names> names) {}

    private static final TypeReference<Map<String, String>> ARGUMENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes deliveries for as long as the lease; should this process die, another takes them after it. */
    List<Due> take(int most, Instant now, Duration lease) {
        return jdbc.sql("""
                with due as (
                  select id from notify.delivery
                  where state = 'WAITING' and next_try_at <= :now
                  order by next_try_at limit :most
                  for update skip locked
                )
                update notify.delivery taken set tries = tries + 1, next_try_at = :leased
                from due, notify.notice
                where taken.id = due.id and notice.id = taken.notice_id
                returning taken.id, taken.channel, taken.posting_id, taken.unit, taken.role, taken.phone_sealed,
                          taken.tries, notice.key, notice.arguments, notice.names
                """)
                .param("now", Timestamp.from(now))
                .param("leased", Timestamp.from(now.plus(lease)))
                .param("most", most)
                .query((row, number) -> new Due(
                        row.getObject("id", UUID.class),
                        Channel.Kind.valueOf(row.getString("channel")),
                        NoticeRows.recipient(
                                row.getObject("posting_id", UUID.class),
                                row.getString("unit"),
                                row.getString("role"),
                                row.getString("phone_sealed")),
                        row.getInt("tries"),
                        row.getString("key"),
                        JsonMapper.shared().readValue(row.getString("arguments"), ARGUMENTS),
                        JsonMapper.shared().readValue(row.getString("names"), InboxQueries.NAMES)))
                .list();
    }

    void sent(UUID id, String receipt, Instant now) {
        settle(id, "SENT", receipt, "", now);
    }

    void failed(UUID id, String why, Instant now) {
        settle(id, "FAILED", "", why, now);
    }

    void noChannel(UUID id, Instant now) {
        settle(id, "NO_CHANNEL", "", "", now);
    }

    void again(UUID id, String why, Instant at) {
        jdbc.sql("""
                update notify.delivery set next_try_at = :at, last_error = :why
                where id = :id and state = 'WAITING'
                """)
                .param("id", id)
                .param("why", why)
                .param("at", Timestamp.from(at))
                .update();
    }

    private void settle(UUID id, String state, String receipt, String why, Instant now) {
        jdbc.sql("""
                update notify.delivery
                set state = :state, receipt = nullif(:receipt, ''), last_error = nullif(:why, ''), settled_at = :now,
                    tx = pg_current_xact_id()
                where id = :id and state = 'WAITING'
                """)
                .param("id", id)
                .param("state", state)
                .param("receipt", receipt)
                .param("why", why)
                .param("now", Timestamp.from(now))
                .update();
    }
}
