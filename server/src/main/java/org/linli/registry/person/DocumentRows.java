package org.linli.registry.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.registry.Person.HeldDocument;
import org.linli.registry.PersonId;
import org.linli.registry.change.Change;
import org.linli.registry.sealing.Seals;
import org.linli.shared.IdDocument;
import org.linli.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of identity documents. */
@Component
public class DocumentRows {

    private static final String CITIZEN = "CITIZEN";

    private final JdbcClient jdbc;
    private final Seals seals;

    DocumentRows(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    /** Within what a document's number is unique. */
    public static String scope(IdDocument document) {
        return document.idNumber().isPresent() ? CITIZEN : document.kind().name();
    }

    void add(PersonId person, IdDocument document, Change change) {
        jdbc.sql("""
                insert into registry.document
                  (id, person_id, kind, number_sealed, number_index, number_scope, changed_at, change_id)
                values (:id, :person, :kind, :number, :index, :scope, :at, :change)""")
                .param("id", Ids.next())
                .param("person", person.value())
                .param("kind", document.kind().name())
                .param("number", seals.number(document.number()))
                .param("index", seals.numberIndex(document.number()))
                .param("scope", scope(document))
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    void voidOne(UUID document, Change change) {
        jdbc.sql("""
                update registry.document
                   set voided_at = :at, revision = revision + 1, changed_at = :at, change_id = :change
                 where id = :id and voided_at is null""")
                .param("id", document)
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    /** Who holds a document of this number now. */
    Optional<PersonId> holder(IdDocument document) {
        return jdbc.sql("""
                        select person_id from registry.document
                         where number_index in (:indexes) and number_scope = :scope and voided_at is null""")
                .param("indexes", seals.numberIndexes(document.number()))
                .param("scope", scope(document))
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** Who holds any document of this number now, whatever its kind. */
    public List<UUID> holders(String number) {
        return jdbc.sql("""
                        select person_id from registry.document
                         where number_index in (:indexes) and voided_at is null""")
                .param("indexes", seals.numberIndexes(number))
                .query(UUID.class)
                .list();
    }

    List<HeldDocument> of(PersonId person) {
        return jdbc.sql("""
                        select * from registry.document where person_id = :person and voided_at is null order by id""")
                .param("person", person.value())
                .query(this::document)
                .list();
    }

    List<HeldDocument> of(PersonId person, Instant at) {
        return jdbc.sql("""
                        select * from registry.document_version
                         where person_id = :person and changed_at < :at and (until is null or until >= :at)
                           and (voided_at is null or voided_at >= :at)
                         order by id""")
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .query(this::document)
                .list();
    }

    private HeldDocument document(ResultSet row, int n) throws SQLException {
        return new HeldDocument(
                row.getObject("id", UUID.class),
                new IdDocument(
                        IdDocument.Kind.valueOf(row.getString("kind")),
                        seals.openNumber(row.getString("number_sealed"))),
                PersonRows.day(row, "valid_from"),
                PersonRows.day(row, "valid_until"));
    }
}
