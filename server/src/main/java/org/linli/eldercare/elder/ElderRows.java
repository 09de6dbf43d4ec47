package org.linli.eldercare.elder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.eldercare.Elders.Living;
import org.linli.eldercare.Elders.Relation;
import org.linli.privacy.FieldCipher;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of elder files and of contacts. */
@Repository
class ElderRows {

    private static final String NEEDS = "eldercare.elder.needs";
    private static final String NAME = "eldercare.contact.name";
    private static final String PHONE = "eldercare.contact.phone";
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    ElderRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** @param needs what helpers must know; empty where nothing was written */
    record Elder(UUID person, Living living, String needs, Instant changedAt, String changedBy, int revision) {}

    /** @param place in the order in which they are called, from 1 on */
    record Contact(UUID id, int place, String name, Relation relation, String phone, Optional<Instant> verifiedAt) {}

    /** A file in a list. */
    record Listed(UUID person, Living living, int contacts, int verified) {}

    Optional<Elder> find(UUID person) {
        return elder(person, "");
    }

    /** The file, held until the end of the transaction; everything that changes contacts holds it. */
    Optional<Elder> hold(UUID person) {
        return elder(person, " for no key update");
    }

    /** @return false when somebody else opened it meanwhile */
    boolean open(UUID person, DivisionCode division, Living living, String needs, Acting by, Instant at) {
        return jdbc.sql("""
                        insert into eldercare.elder (person_id, division, living, needs_sealed, opened_at, opened_by, changed_at,
                                                     changed_by)
                        values (:person, :division, :living, :needs, :at, :by, :at, :by) on conflict do nothing""")
                        .param("person", person)
                        .param("division", division.value())
                        .param("living", living.name())
                        .param("needs", needs.isEmpty() ? null : cipher.seal(NEEDS, needs), Types.VARCHAR)
                        .param("at", Timestamp.from(at))
                        .param("by", by.name())
                        .update()
                == 1;
    }

    void describe(UUID person, DivisionCode division, Living living, String needs, Acting by, Instant at) {
        jdbc.sql("""
                update eldercare.elder
                   set division = :division, living = :living, needs_sealed = :needs, changed_at = :at, changed_by = :by,
                       revision = revision + 1
                 where person_id = :person""")
                .param("person", person)
                .param("division", division.value())
                .param("living", living.name())
                .param("needs", needs.isEmpty() ? null : cipher.seal(NEEDS, needs), Types.VARCHAR)
                .param("at", Timestamp.from(at))
                .param("by", by.name())
                .update();
    }

    List<Contact> contacts(UUID person) {
        return jdbc.sql("select * from eldercare.contact where person_id = :person order by place")
                .param("person", person)
                .query((row, n) -> new Contact(
                        row.getObject("id", UUID.class),
                        row.getInt("place"),
                        cipher.open(NAME, row.getString("name_sealed")),
                        Relation.valueOf(row.getString("relation")),
                        cipher.open(PHONE, row.getString("phone_sealed")),
                        moment(row.getTimestamp("verified_at"))))
                .list();
    }

    UUID add(UUID person, int place, String name, Relation relation, String phone, Acting by, Instant at) {
        var id = Ids.next();
        jdbc.sql("""
                insert into eldercare.contact (id, person_id, place, name_sealed, relation, phone_sealed, added_at, added_by)
                values (:id, :person, :place, :name, :relation, :phone, :at, :by)""")
                .param("id", id)
                .param("person", person)
                .param("place", place)
                .param("name", cipher.seal(NAME, name))
                .param("relation", relation.name())
                .param("phone", cipher.seal(PHONE, phone))
                .param("at", Timestamp.from(at))
                .param("by", by.name())
                .update();
        return id;
    }

    /** They are called in this order from now on. */
    void arrange(UUID person, List<UUID> order) {
        jdbc.sql("""
                update eldercare.contact c set place = o.place
                  from unnest(:ids::uuid[]) with ordinality as o (id, place)
                 where c.id = o.id and c.person_id = :person""")
                .param("person", person)
                .param("ids", order.toArray(UUID[]::new))
                .update();
    }

    void remove(UUID person, UUID contact) {
        jdbc.sql("delete from eldercare.contact where person_id = :person and id = :id")
                .param("person", person)
                .param("id", contact)
                .update();
    }

    void verified(UUID contact, Acting by, Instant at) {
        jdbc.sql("update eldercare.contact set verified_at = :at, verified_by = :by where id = :id")
                .param("id", contact)
                .param("at", Timestamp.from(at))
                .param("by", by.name())
                .update();
    }

    /** Files of an area, by division. */
    List<Listed> in(DivisionCode area, @Nullable UUID after, int most) {
        return jdbc.sql("""
                select e.person_id, e.living, count(c.id) as contacts, count(c.verified_at) as verified
                  from eldercare.elder e left join eldercare.contact c on c.person_id = e.person_id
                 where e.division >= :from and e.division < :to
                   and (:after::uuid is null or (e.division, e.person_id) > (
                          select f.division, f.person_id from eldercare.elder f where f.person_id = :after::uuid))
                 group by e.person_id order by e.division, e.person_id limit :most""")
                .param("from", area.value())
                .param("to", area.value() + LAST)
                .param("after", after == null ? null : after.toString(), Types.VARCHAR)
                .param("most", most)
                .query((row, n) -> new Listed(
                        row.getObject("person_id", UUID.class),
                        Living.valueOf(row.getString("living")),
                        row.getInt("contacts"),
                        row.getInt("verified")))
                .list();
    }

    private Optional<Elder> elder(UUID person, String lock) {
        return jdbc.sql("select * from eldercare.elder where person_id = :person" + lock)
                .param("person", person)
                .query(this::elder)
                .optional();
    }

    private Elder elder(ResultSet row, int n) throws SQLException {
        var needs = row.getString("needs_sealed");
        return new Elder(
                row.getObject("person_id", UUID.class),
                Living.valueOf(row.getString("living")),
                needs == null ? "" : cipher.open(NEEDS, needs),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"),
                row.getInt("revision"));
    }

    private static Optional<Instant> moment(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
