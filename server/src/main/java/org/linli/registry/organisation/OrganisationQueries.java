package org.linli.registry.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.registry.listing.Area;
import org.linli.registry.listing.Cursor;
import org.linli.shared.DivisionCode;
import org.linli.shared.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds and lists organisations of an area. */
@Repository
class OrganisationQueries {

    /** One line of a list. */
    record Line(
            UUID id,
            @Nullable String uscc,
            String name,
            OrganisationKind kind,
            @Nullable String address,
            DivisionCode division,
            @Nullable LocalDate dissolvedOn) {}

    /**
     * What is looked for.
     *
     * @param text a credit code, the beginning of the initials, or any part of the name
     */
    record Question(DivisionCode area, Optional<OrganisationKind> kind, Optional<String> text, boolean dissolvedToo) {}

    private static final Pattern INITIALS = Pattern.compile("[A-Za-z0-9]+");
    private static final UUID FIRST = new UUID(0, 0);

    /** What the pairs of characters find may hold them apart from each other, so the part is looked for in it. */
    static final String PART = """

            and (registry.grams(name) @> registry.grams(:text) and position(:text in name) > 0
                  or uscc = upper(:text)""";

    private final JdbcClient jdbc;

    OrganisationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Line> find(Question question, Optional<Cursor> after, int limit) {
        var area = Area.of(question.area());
        var statement = jdbc.sql("""
                        select id, uscc, name, kind, address, division, dissolved_on from registry.organisation
                        where division < :until and voided_at is null and (division, id) > (:division, :id)"""
                        + (question.kind().isPresent() ? " and kind = :kind" : "")
                        + (question.dissolvedToo() ? "" : " and dissolved_on is null")
                        + (question.text().isPresent() ? PART : "")
                        + question.text().map(OrganisationQueries::byInitials).orElse("")
                        + " order by division, id limit :limit")
                .param("until", area.until())
                .param("division", after.map(cursor -> cursor.part(0)).orElse(area.from()))
                .param("id", after.map(cursor -> cursor.id(1)).orElse(FIRST))
                .param("limit", limit + 1);
        question.kind().ifPresent(kind -> statement.param("kind", kind.name()));
        question.text().ifPresent(text -> {
            statement.param("text", text);
            if (INITIALS.matcher(text).matches()) {
                statement.param("initials", text.toLowerCase(Locale.ROOT) + "%");
            }
        });
        return Cursor.page(
                statement.query(OrganisationQueries::line).list(),
                limit,
                line -> Cursor.of(line.division().value(), line.id().toString()));
    }

    private static String byInitials(String text) {
        return INITIALS.matcher(text).matches() ? " or initials like :initials)" : ")";
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("uscc"),
                row.getString("name"),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("address"),
                DivisionCode.of(row.getString("division")),
                row.getObject("dissolved_on", LocalDate.class));
    }
}
