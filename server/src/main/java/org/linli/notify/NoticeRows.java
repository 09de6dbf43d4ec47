package org.linli.notify;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.notify.Notices.Notice;
import org.linli.notify.Notices.Recipient;
import org.linli.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes notices, whom they go to, and who read them. */
@Repository
class NoticeRows {

    private final JdbcClient jdbc;

    NoticeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when a notice with the same unique key is there already. */
    Optional<UUID> add(Notice notice, Instant now) {
        var id = Ids.next();
        var added = jdbc.sql("""
                insert into notify.notice (id, unique_key, key, arguments, names, link, urgent, created_at)
                values (:id, :uniqueKey, :key, :arguments::jsonb, :names::jsonb, :link, :urgent, :now)
                on conflict (unique_key) do nothing
                """)
                .param("id", id)
                .param("uniqueKey", notice.uniqueKey())
                .param("key", notice.key())
                .param("arguments", JsonMapper.shared().writeValueAsString(notice.arguments()))
                .param("names", JsonMapper.shared().writeValueAsString(notice.names()))
                .param("link", notice.link())
                .param("urgent", notice.urgent())
                .param("now", Timestamp.from(now))
                .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /** A page delivery that is due at once needs no further step, so it is stored as sent. */
    void addDelivery(UUID notice, int rung, Recipient to, Instant due, boolean now) {
        var channel = to instanceof Recipient.ToPhone ? Channel.Kind.SMS : Channel.Kind.PAGE;
        var sent = now && channel == Channel.Kind.PAGE;
        jdbc.sql("""
                insert into notify.delivery (id, notice_id, rung, channel, posting_id, unit, role, phone_sealed,
                                             due_at, next_try_at, state, settled_at, receipt)
                values (:id, :notice, :rung, :channel, :posting, :unit, :role, :phone,
                        :due, :due, :state, :settled, :receipt)
                """)
                .param("id", Ids.next())
                .param("notice", notice)
                .param("rung", rung)
                .param("channel", channel.name())
                .param("posting", to instanceof Recipient.ToPosting(var posting) ? posting.value() : null)
                .param("unit", to instanceof Recipient.ToRole(var unit, var ignored) ? unit.value() : null)
                .param("role", to instanceof Recipient.ToRole(var ignored, var role) ? role : null)
                .param("phone", to instanceof Recipient.ToPhone(var phone) ? phone : null)
                .param("due", Timestamp.from(due))
                .param("state", sent ? "SENT" : "WAITING")
                .param("settled", sent ? Timestamp.from(due) : null)
                .param("receipt", sent ? "inbox" : null)
                .update();
    }

    void acknowledge(UUID notice, PostingId by, Instant now) {
        jdbc.sql("""
                update notify.notice set acknowledged_at = :now, acknowledged_by = :by
                where id = :notice and acknowledged_at is null
                """)
                .param("notice", notice)
                .param("by", by.value())
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("""
                update notify.delivery set state = 'STOPPED', settled_at = :now
                where notice_id = :notice and rung > 0 and state = 'WAITING'
                """).param("notice", notice).param("now", Timestamp.from(now)).update();
    }

    Optional<UUID> noticeOf(String uniqueKey) {
        return jdbc.sql("select id from notify.notice where unique_key = :uniqueKey")
                .param("uniqueKey", uniqueKey)
                .query(UUID.class)
                .optional();
    }

    /** Marks one delivery read by its reader; the notice it belongs to, or empty when it is not in that inbox. */
    Optional<UUID> markRead(Acting reader, UUID delivery, Instant now) {
        var notice = mine(reader, delivery);
        notice.ifPresent(found -> read(delivery, reader, now));
        return notice;
    }

    private Optional<UUID> mine(Acting reader, UUID delivery) {
        return jdbc.sql("""
                select notice_id from notify.delivery
                where id = :delivery and channel = 'PAGE' and state = 'SENT'
                  and (posting_id = :posting or (unit = :unit and role = :role))
                """)
                .param("delivery", delivery)
                .param("posting", reader.posting().value())
                .param("unit", reader.unit().value())
                .param("role", reader.role())
                .query(UUID.class)
                .optional();
    }

    private void read(UUID delivery, Acting reader, Instant now) {
        jdbc.sql("""
                insert into notify.reading (delivery_id, posting_id, read_at) values (:delivery, :posting, :now)
                on conflict do nothing
                """)
                .param("delivery", delivery)
                .param("posting", reader.posting().value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Rebuilds the recipient from its columns; exactly one kind is filled. */
    static Recipient recipient(
            @Nullable UUID posting, @Nullable String unit, @Nullable String role, @Nullable String phone) {
        if (posting != null) {
            return new Recipient.ToPosting(new PostingId(posting));
        }
        if (unit != null && role != null) {
            return new Recipient.ToRole(UnitCode.of(unit), role);
        }
        if (phone != null) {
            return new Recipient.ToPhone(phone);
        }
        throw new IllegalStateException("a delivery to nobody");
    }
}
