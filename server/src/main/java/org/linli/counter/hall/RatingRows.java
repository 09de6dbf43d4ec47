package org.linli.counter.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One-time codes for rating, and the grades given. */
@Repository
class RatingRows {

    /** A visitor may rate on the way home. */
    private static final Duration VALID = Duration.ofDays(7);

    private final JdbcClient jdbc;

    RatingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record RatingCode(
            String code,
            UUID visit,
            String station,
            Instant expiresAt,
            @Nullable Instant usedAt,
            String ticket,
            @Nullable Integer windowNumber) {}

    /** Empty when the visit has a code. */
    Optional<String> make(String code, Visit visit, Instant at) {
        return jdbc.sql("""
                        insert into counter.rating_code (code, visit, station, made_at, expires_at)
                        values (:code, :visit, :station, :at, :expires)
                        on conflict (visit) do nothing
                        returning code
                        """)
                .param("code", code)
                .param("visit", visit.id())
                .param("station", visit.station())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("expires", at.plus(VALID).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    Optional<String> codeOf(UUID visit) {
        return jdbc.sql("select code from counter.rating_code where visit = :visit")
                .param("visit", visit)
                .query(String.class)
                .optional();
    }

    Optional<RatingCode> find(String code) {
        return jdbc.sql("""
                        select r.code, r.visit, r.station, r.expires_at, r.used_at, v.ticket, v.window_number
                        from counter.rating_code r join counter.visit v on v.id = r.visit
                        where r.code = :code
                        """).param("code", code).query(RatingCode.class).optional();
    }

    /** The newest unused code of a window's visits, for the tablet that stands there. */
    Optional<String> waitingAt(String station, int window, Instant since) {
        return jdbc.sql("""
                        select r.code from counter.visit v join counter.rating_code r on r.visit = v.id
                        where v.station = :station and v.window_number = :window and v.called_at > :since
                          and v.state = 'FINISHED' and r.used_at is null and r.made_at > :fresh
                        order by r.made_at desc limit 1
                        """)
                .param("station", station)
                .param("window", window)
                .param("since", since.minus(Duration.ofHours(4)).atOffset(ZoneOffset.UTC))
                .param("fresh", since.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    /** False when somebody was quicker. */
    boolean use(String code, int grade, List<String> reasons, @Nullable String words, Instant at) {
        return jdbc.sql("""
                        update counter.rating_code
                        set used_at = :at, grade = :grade, reasons = :reasons::text[], words = :words
                        where code = :code and used_at is null and expires_at > :at
                        """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("grade", grade)
                        .param("reasons", reasons.toArray(String[]::new))
                        .param("words", words)
                        .param("code", code)
                        .update()
                == 1;
    }
}
