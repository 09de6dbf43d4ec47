package org.linli.eldercare.holding;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.privacy.FieldCipher;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings.Holding;
import org.linli.shared.PersonalHoldings.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is held of elders: their files, contacts, and calls that were found to be about them. */
@Component
class EldercareHoldingQueries {

    private static final Names NUMBER = Names.of("来电号码", "Number called from");
    private static final Names NOTE = Names.of("处置记录", "What was done");
    private static final Names LIVING = Names.of("居住情况", "How somebody lives");
    private static final Names NEEDS = Names.of("照护须知", "What helpers must know");
    private static final Names CONTACT = Names.of("紧急联系人", "Contact");
    private static final Names COMMITTEES = Names.of("社区和 12349 登记", "noted by committees and 12349");
    private static final Names OPERATORS = Names.of("12349 话务员记录", "noted by operators of 12349");

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    EldercareHoldingQueries(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    List<Holding> counted(UUID person) {
        return jdbc.sql("""
                select 'eldercare-elder' as kind,
                       1 + (select count(*) from eldercare.contact c where c.person_id = e.person_id) as number,
                       e.opened_at as first, e.changed_at as last
                  from eldercare.elder e where e.person_id = :person
                union all
                select 'eldercare-call', count(*), min(started_at), max(started_at)
                  from eldercare.call where person_id = :person having count(*) > 0""")
                .param("person", person)
                .query((row, n) -> new Holding(
                        row.getString("kind"),
                        row.getLong("number"),
                        row.getTimestamp("first").toInstant(),
                        row.getTimestamp("last").toInstant(),
                        List.of(row.getString("kind").equals(EldercareHoldings.CALL) ? OPERATORS : COMMITTEES)))
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
        return Stream.of(file(person), contacts(person), numbers, notes)
                .flatMap(List::stream)
                .toList();
    }

    private List<Line> file(UUID person) {
        return jdbc
                .sql("select * from eldercare.elder where person_id = :person")
                .param("person", person)
                .query((row, n) -> {
                    var since = row.getTimestamp("changed_at").toInstant();
                    var living = new Line(EldercareHoldings.ELDER, LIVING, row.getString("living"), since);
                    return Optional.ofNullable(row.getString("needs_sealed"))
                            .map(needs -> cipher.open("eldercare.elder.needs", needs))
                            .map(needs -> List.of(living, new Line(EldercareHoldings.ELDER, NEEDS, needs, since)))
                            .orElse(List.of(living));
                })
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Line> contacts(UUID person) {
        return jdbc.sql("select * from eldercare.contact where person_id = :person order by place")
                .param("person", person)
                .query((row, n) -> new Line(
                        EldercareHoldings.ELDER,
                        CONTACT,
                        cipher.open("eldercare.contact.name", row.getString("name_sealed")) + ", "
                                + cipher.open("eldercare.contact.phone", row.getString("phone_sealed")),
                        row.getTimestamp("added_at").toInstant()))
                .list();
    }
}
