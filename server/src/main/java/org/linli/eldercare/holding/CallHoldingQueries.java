package org.linli.eldercare.holding;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.privacy.FieldCipher;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings.Holding;
import org.linli.shared.PersonalHoldings.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is held of calls that were found to be about somebody. */
@Component
class CallHoldingQueries {

    private static final Names NUMBER = Names.of("来电号码", "Number called from");
    private static final Names NOTE = Names.of("处置记录", "What was done");
    private static final Names OPERATORS = Names.of("12349 话务员记录", "noted by operators of 12349");

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    CallHoldingQueries(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    List<Holding> counted(UUID person) {
        return jdbc.sql("""
                        select count(*) as number, min(started_at) as first, max(started_at) as last
                          from eldercare.call where person_id = :person having count(*) > 0""")
                .param("person", person)
                .query((row, n) -> new Holding(
                        EldercareHoldings.CALL,
                        row.getLong("number"),
                        row.getTimestamp("first").toInstant(),
                        row.getTimestamp("last").toInstant(),
                        List.of(OPERATORS)))
                .list();
    }

    List<Line> lines(UUID person) {
        var numbers = jdbc.sql("""
                select caller_sealed, started_at from eldercare.call
                 where person_id = :person and caller_sealed is not null order by started_at""")
                .param("person", person)
                .query((row, n) -> new Line(
                        EldercareHoldings.CALL,
                        NUMBER,
                        cipher.open("eldercare.call.caller", row.getString("caller_sealed")),
                        row.getTimestamp("started_at").toInstant()))
                .list();
        var notes = jdbc.sql("""
                select x.note_sealed, x.at from eldercare.call_act x join eldercare.call c on c.id = x.call_id
                 where c.person_id = :person and x.note_sealed is not null order by x.at""")
                .param("person", person)
                .query((row, n) -> new Line(
                        EldercareHoldings.CALL,
                        NOTE,
                        cipher.open("eldercare.call.note", row.getString("note_sealed")),
                        row.getTimestamp("at").toInstant()))
                .list();
        return Stream.concat(numbers.stream(), notes.stream()).toList();
    }
}
