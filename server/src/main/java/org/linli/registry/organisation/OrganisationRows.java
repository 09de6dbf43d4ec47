package org.linli.registry.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.registry.change.Change;
import org.linli.registry.finding.Spelling;
import org.linli.registry.sealing.Seals;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.linli.shared.Uscc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Rows of organisations. */
@Repository
class OrganisationRows {

    /** An organisation as its row says. */
    record OrganisationRow(
            UUID id, OrganisationFacts facts, @Nullable LocalDate dissolvedOn, int revision, boolean voided) {}

    private final JdbcClient jdbc;
    private final Seals seals;

    OrganisationRows(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    void add(UUID id, OrganisationFacts facts, Change change) {
        filled(jdbc.sql("""
                                insert into registry.organisation
                                  (id, uscc, name, initials, kind, legal_representative, phone_sealed, address,
                                   division, lon, lat, employees, established_on, changed_at, change_id)
                                values (:id, :uscc, :name, :initials, :kind, :representative, :phone, :address,
                                        :division, :lon, :lat, :employees, :established, :at, :change)"""), facts, change).param("id", id).update();
    }

    void correct(UUID id, OrganisationFacts facts, Change change) {
        filled(jdbc.sql("""
                                update registry.organisation
                                set uscc = :uscc, name = :name, initials = :initials, kind = :kind,
                                    legal_representative = :representative, phone_sealed = :phone,
                                    address = :address, division = :division, lon = :lon, lat = :lat,
                                    employees = :employees, established_on = :established,
                                    revision = revision + 1, changed_at = :at, change_id = :change
                                where id = :id"""), facts, change).param("id", id).update();
    }

    void dissolve(UUID id, LocalDate on, Change change) {
        jdbc.sql("""
                update registry.organisation
                set dissolved_on = :on, revision = revision + 1, changed_at = :at, change_id = :change
                where id = :id""")
                .param("id", id)
                .param("on", on)
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    void voidOne(UUID id, Change change) {
        jdbc.sql("""
                update registry.organisation
                set voided_at = :at, revision = revision + 1, changed_at = :at, change_id = :change
                where id = :id""")
                .param("id", id)
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    Optional<OrganisationRow> find(UUID id) {
        return read(id, "");
    }

    Optional<OrganisationRow> lock(UUID id) {
        return read(id, " for update");
    }

    private Optional<OrganisationRow> read(UUID id, String mode) {
        return jdbc.sql("select * from registry.organisation where id = :id" + mode)
                .param("id", id)
                .query(this::row)
                .optional();
    }

    private StatementSpec filled(StatementSpec statement, OrganisationFacts facts, Change change) {
        return statement
                .param("uscc", facts.uscc().map(Uscc::value).orElse(null))
                .param("name", facts.name())
                .param("initials", Spelling.ofWords(facts.name()).initials())
                .param("kind", facts.kind().name())
                .param("representative", facts.legalRepresentative().orElse(null))
                .param("phone", facts.phone().map(seals::contact).orElse(null))
                .param("address", facts.address().orElse(null))
                .param("division", facts.division().value())
                .param("lon", facts.at().map(Point::lon).orElse(null))
                .param("lat", facts.at().map(Point::lat).orElse(null))
                .param("employees", facts.employees().orElse(null))
                .param("established", facts.establishedOn().orElse(null))
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id());
    }

    private OrganisationRow row(ResultSet row, int number) throws SQLException {
        var lon = row.getObject("lon", Double.class);
        var lat = row.getObject("lat", Double.class);
        var phone = row.getString("phone_sealed");
        return new OrganisationRow(
                row.getObject("id", UUID.class),
                new OrganisationFacts(
                        Optional.ofNullable(row.getString("uscc")).map(Uscc::new),
                        row.getString("name"),
                        OrganisationKind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getString("legal_representative")),
                        Optional.ofNullable(phone).map(seals::openContact),
                        Optional.ofNullable(row.getString("address")),
                        DivisionCode.of(row.getString("division")),
                        lon == null || lat == null ? Optional.empty() : Optional.of(new Point(lon, lat)),
                        Optional.ofNullable(row.getObject("employees", Integer.class)),
                        Optional.ofNullable(row.getObject("established_on", LocalDate.class))),
                row.getObject("dissolved_on", LocalDate.class),
                row.getInt("revision"),
                row.getObject("voided_at") != null);
    }
}
