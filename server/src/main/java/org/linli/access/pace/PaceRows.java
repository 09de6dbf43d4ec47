package org.linli.access.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.linli.access.Paces.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads and writes {@code access.pace}: one instant a topic and asker says how far the tries of the past reach. */
@Component
class PaceRows {

    private final JdbcClient jdbc;

    PaceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One more try; false when it is one too many, which is not counted. */
    boolean count(Limit limit, String who, Instant now) {
        var share = share(limit);
        var statement = jdbc.sql("""
                insert into access.pace (topic, who, reaches) values (:topic, :who, :next)
                on conflict (topic, who) do update
                   set reaches = case when pace.reaches between :now and :absurd
                                      then pace.reaches + make_interval(secs => :share) else :next end
                 where pace.reaches <= :latest or pace.reaches > :absurd
                """);
        return of(statement, limit, who)
                        .param("now", at(now))
                        .param("next", at(now.plus(share)))
                        .param("latest", at(now.plus(limit.within()).minus(share)))
                        // A time far ahead comes of a clock that was set back, and would lock somebody out until then.
                        .param("absurd", at(now.plus(limit.within().multipliedBy(2))))
                        .param("share", share.toMillis() / 1000.0)
                        .update()
                == 1;
    }

    /** How long until one more try is granted. */
    Duration wait(Limit limit, String who, Instant now) {
        var reaches = of(jdbc.sql("select reaches from access.pace where topic = :topic and who = :who"), limit, who)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        return Duration.between(now.plus(limit.within()), reaches.plus(share(limit)));
    }

    int forget(Instant now) {
        return jdbc.sql("delete from access.pace where reaches < :now")
                .param("now", at(now))
                .update();
    }

    private static StatementSpec of(StatementSpec statement, Limit limit, String who) {
        return statement.param("topic", limit.topic()).param("who", who);
    }

    private static Duration share(Limit limit) {
        return limit.within().dividedBy(limit.times());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
