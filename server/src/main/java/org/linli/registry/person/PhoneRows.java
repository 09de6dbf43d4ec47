package org.linli.registry.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.registry.Person.HeldPhone;
import org.linli.registry.PersonId;
import org.linli.registry.change.Change;
import org.linli.registry.sealing.Seals;
import org.linli.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of phone numbers of people. */
@Component
public class PhoneRows {

    private final JdbcClient jdbc;
    private final Seals seals;

    PhoneRows(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    void add(PersonId person, String phone, boolean preferred, Change change) {
        jdbc.sql("""
                insert into registry.phone (id, person_id, number_sealed, number_index, preferred, changed_at, change_id)
                values (:id, :person, :number, :index, :preferred, :at, :change)""")
                .param("id", Ids.next())
                .param("person", person.value())
                .param("number", seals.phone(phone))
                .param("index", seals.phoneIndex(phone))
                .param("preferred", preferred)
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    /** Makes one number the preferred one and the others not. */
    void prefer(PersonId person, UUID phone, Change change) {
        jdbc.sql("""
                update registry.phone
                   set preferred = (id = :phone), revision = revision + 1, changed_at = :at, change_id = :change
                 where person_id = :person and voided_at is null and preferred <> (id = :phone) and change_id <> :change""")
                .param("phone", phone)
                .param("person", person.value())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    /** False when there is no such number of this person. */
    boolean voidOne(PersonId person, UUID phone, Change change) {
        return jdbc.sql("""
                        update registry.phone
                           set voided_at = :at, revision = revision + 1, changed_at = :at, change_id = :change
                         where id = :phone and person_id = :person and voided_at is null""")
                        .param("phone", phone)
                        .param("person", person.value())
                        .param("at", Timestamp.from(change.at()))
                        .param("change", change.id())
                        .update()
                == 1;
    }

    /** Whose number it is now; families share one. */
    public List<UUID> holders(String phone, int limit) {
        return jdbc.sql("""
                        select distinct person_id from registry.phone
                         where number_index in (:indexes) and voided_at is null limit :limit""")
                .param("indexes", seals.phoneIndexes(phone))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    List<HeldPhone> of(PersonId person) {
        return jdbc.sql("""
                        select * from registry.phone where person_id = :person and voided_at is null
                         order by preferred desc, id""").param("person", person.value()).query(this::phone).list();
    }

    List<HeldPhone> of(PersonId person, Instant at) {
        return jdbc.sql("""
                        select * from registry.phone_version
                         where person_id = :person and changed_at < :at and (until is null or until >= :at)
                           and (voided_at is null or voided_at >= :at)
                         order by preferred desc, id""")
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .query(this::phone)
                .list();
    }

    private HeldPhone phone(ResultSet row, int n) throws SQLException {
        return new HeldPhone(
                row.getObject("id", UUID.class),
                seals.openPhone(row.getString("number_sealed")),
                row.getBoolean("preferred"));
    }
}
