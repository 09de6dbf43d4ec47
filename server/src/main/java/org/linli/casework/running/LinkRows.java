package org.linli.casework.running;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.casework.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that belong together. */
@Component
class LinkRows {

    private final JdbcClient jdbc;

    LinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void join(CaseFile file, CaseId main) {
        jdbc.sql("""
                with linked as (
                  insert into casework.case_link (case_id, main_id, kind, from_seq) values (:id, :main, 'JOINED', :seq))
                update casework.case_file set followers = followers + 1 where id = :main
                """)
                .param("id", file.id().value())
                .param("main", main.value())
                .param("seq", file.now().revision())
                .update();
    }

    void leave(CaseId id, Instant at) {
        jdbc.sql("""
                with ended as (
                  update casework.case_link set ended_at = :at
                  where case_id = :id and kind = 'JOINED' and ended_at is null returning main_id)
                update casework.case_file set followers = followers - 1 where id in (select main_id from ended)
                """).param("id", id.value()).param("at", Moments.stored(at)).update();
    }

    void split(CaseId part, CaseId from) {
        jdbc.sql("insert into casework.case_link (case_id, main_id, kind, from_seq) values (:id, :main, 'SPLIT', 1)")
                .param("id", part.value())
                .param("main", from.value())
                .update();
    }

    private record Joined(UUID follower, CaseId main) {}

    /** The cases that others are joined with now, by the one that was joined. */
    Map<UUID, CaseId> mainsOf(List<UUID> ids) {
        return jdbc
                .sql("""
                select case_id, main_id from casework.case_link
                where case_id = any (:ids) and kind = 'JOINED' and ended_at is null
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> new Joined(row.getObject(1, UUID.class), new CaseId(row.getObject(2, UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Joined::follower, Joined::main));
    }

    List<CaseId> followers(CaseId main) {
        return jdbc.sql("""
                select case_id from casework.case_link
                where main_id = :main and kind = 'JOINED' and ended_at is null order by case_id
                """)
                .param("main", main.value())
                .query((row, n) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }
}
