package org.linli.counter.hall;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done during visits, and the pace that follows from it. */
@Repository
class ErrandRows {

    private final JdbcClient jdbc;

    ErrandRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An errand begins; noting it twice changes nothing. */
    void start(
            UUID errand, Visit visit, String itemCode, int itemVersion, boolean atHall, Instant calledAt, Instant now) {
        jdbc.sql("""
                        insert into counter.visit_errand
                          (errand, visit, station, window_number, posting, item_code, item_version, at_hall, began_at)
                        select :errand, :visit, :station, :window, :posting, :item, :version, :atHall,
                          case when exists (select from counter.visit_errand where visit = :visit)
                            then cast(:now as timestamptz) else cast(:calledAt as timestamptz) end
                        on conflict (errand) do nothing
                        """)
                .param("errand", errand)
                .param("visit", visit.id())
                .param("station", visit.station())
                .param("window", visit.windowNumber())
                .param("posting", visit.posting())
                .param("item", itemCode)
                .param("version", itemVersion)
                .param("atHall", atHall)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("calledAt", calledAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Seconds the errand took; empty when it was never started at this visit. Finishing twice keeps the first. */
    Optional<Integer> finish(UUID errand, UUID visit, Instant now, @Nullable UUID caseId) {
        return jdbc.sql("""
                        update counter.visit_errand
                        set finished_at = coalesce(finished_at, :now),
                          seconds = coalesce(seconds, extract(epoch from cast(:now as timestamptz) - began_at)::int),
                          case_id = coalesce(case_id, :caseId)
                        where errand = :errand and visit = :visit
                        returning seconds
                        """)
                .param("errand", errand)
                .param("visit", visit)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("caseId", caseId, java.sql.Types.OTHER)
                .query(Integer.class)
                .optional();
    }

    List<UUID> cases(UUID visit) {
        return jdbc.sql("""
                        select case_id from counter.visit_errand
                        where visit = :visit and case_id is not null order by finished_at
                        """).param("visit", visit).query(UUID.class).list();
    }

    /** One handling more in the moving average. */
    void pace(String station, long seconds) {
        jdbc.sql("""
                        insert into counter.station_pace (station, handling_seconds) values (:station, :seconds)
                        on conflict (station) do update
                        set handling_seconds = 0.9 * counter.station_pace.handling_seconds + 0.1 * excluded.handling_seconds
                        """).param("station", station).param("seconds", seconds).update();
    }
}
