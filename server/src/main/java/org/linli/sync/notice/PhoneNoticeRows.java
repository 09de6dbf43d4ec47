package org.linli.sync.notice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.access.AccountId;
import org.linli.shared.Ids;
import org.linli.shared.Names;
import org.linli.sync.PhoneNotices.About;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of notices. */
@Repository
class PhoneNoticeRows {

    private final JdbcClient jdbc;

    PhoneNoticeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(AccountId account, String kind, Names text, Optional<About> about, Instant now) {
        jdbc.sql("""
                insert into sync.notice (id, account_id, kind, zh, en, about_type, about_id, at)
                values (:id, :account, :kind, :zh, :en, :type, :about, :now)
                """)
                .param("id", Ids.next())
                .param("account", account.value())
                .param("kind", kind)
                .param("zh", text.zh())
                .param("en", text.en())
                .param("type", about.map(About::type).orElse(null), java.sql.Types.VARCHAR)
                .param("about", about.map(About::id).orElse(null), java.sql.Types.OTHER)
                .param("now", Timestamp.from(now))
                .update();
    }

    Map<UUID, Map<String, Object>> load(Collection<UUID> ids) {
        return jdbc
                .sql("select id, kind, zh, en, about_type, about_id, at from sync.notice where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> {
                    var notice = new LinkedHashMap<String, Object>();
                    notice.put("kind", row.getString("kind"));
                    notice.put("text", Map.of("zh", row.getString("zh"), "en", row.getString("en")));
                    notice.put("at", row.getTimestamp("at").toInstant().toString());
                    if (row.getString("about_type") != null) {
                        notice.put(
                                "about", Map.of("type", row.getString("about_type"), "id", row.getString("about_id")));
                    }
                    return Map.entry(row.getObject("id", UUID.class), (Map<String, Object>) notice);
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    int withdraw(Instant before, Instant now, int most) {
        return jdbc.sql("""
                update sync.notice set withdrawn_at = :now where id in (
                  select id from sync.notice where withdrawn_at is null and at < :before
                   order by account_id limit :most for update skip locked)
                """)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }
}
