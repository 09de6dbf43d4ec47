package org.linli.registry.person;

import java.sql.Timestamp;
import org.linli.registry.PersonId;
import org.linli.registry.change.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Voids everything of a record that should never have been made. */
@Component
class WithdrawalRows {

    private static final String VOID =
            " set voided_at = :at, revision = revision + 1, changed_at = :at, change_id = :change where voided_at is null";

    private final JdbcClient jdbc;

    WithdrawalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether somebody else belongs to a household that the person heads. */
    boolean headsOthers(PersonId person) {
        return jdbc.sql("""
                        select exists (select from registry.household h
                                         join registry.household_member m on m.household_id = h.id
                                        where h.head_id = :person and h.voided_at is null and m.person_id <> :person
                                          and m.until_date is null and m.voided_at is null)""")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** The numbers become free for whoever they belong to. */
    void voidAll(PersonId person, Change change) {
        for (var table : new String[] {"document", "phone", "residence", "household_member"}) {
            run("update registry." + table + VOID + " and person_id = :person", person, change);
        }
        run("update registry.household" + VOID + " and head_id = :person", person, change);
        run("update registry.person" + VOID + " and id = :person", person, change);
        jdbc.sql("delete from registry.lookup where person_id = :person")
                .param("person", person.value())
                .update();
    }

    private void run(String sql, PersonId person, Change change) {
        jdbc.sql(sql)
                .param("person", person.value())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }
}
