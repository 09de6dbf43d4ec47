package org.linli.counter.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.shared.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of papers and of their number series. */
@Component
class PaperRows {

    private static final String SELECT = """
            select id, kind, title_zh, title_en, number, unit, case_id, masked_holder, check_code, issued_by, issued_at,
                   withdrawn_at, withdrawn_why, sm3
              from counter.paper
            """;

    /** Two units with one word may open their series at the same moment; whoever comes second takes the longer word. */
    private static final int TRIES = 4;

    private final JdbcClient jdbc;

    PaperRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number that comes next, and the word of the series. */
    record Drawn(String unitWord, int number) {}

    /**
     * Locks the series until the transaction ends, so that a number that is not used goes back. A series is opened when a
     * unit first needs it; when another unit already writes the same word, the last digits of the unit's code are added,
     * so that no number exists twice.
     */
    Drawn draw(UnitCode unit, String series, int year, String unitWord, String distinguishing) {
        for (var tries = 0; tries < TRIES; tries++) {
            var drawn = next(unit, series, year);
            if (drawn.isPresent()) {
                return drawn.get();
            }
            open(unit, series, year, unitWord, distinguishing);
        }
        throw new IllegalStateException("no series " + series + " of " + unit + " could be opened");
    }

    private Optional<Drawn> next(UnitCode unit, String series, int year) {
        return jdbc.sql("""
                update counter.paper_series set last_number = last_number + 1
                 where unit = :unit and series = :series and year = :year
                returning unit_word, last_number""")
                .param("unit", unit.value())
                .param("series", series)
                .param("year", year)
                .query((row, n) -> new Drawn(row.getString("unit_word"), row.getInt("last_number")))
                .optional();
    }

    /** Waits for whoever opens the same series, or one with the same word, at the same moment; then it is looked at anew. */
    private void open(UnitCode unit, String series, int year, String unitWord, String distinguishing) {
        jdbc.sql("""
                insert into counter.paper_series (unit, series, year, unit_word, last_number)
                select :unit, :series, :year,
                       case when exists (select from counter.paper_series taken
                                          where taken.unit_word = :word and taken.unit <> :unit
                                            and taken.series = :series and taken.year = :year)
                            then :word || :distinguishing else :word end,
                       0
                on conflict do nothing""")
                .param("unit", unit.value())
                .param("series", series)
                .param("year", year)
                .param("word", unitWord)
                .param("distinguishing", distinguishing)
                .update();
    }

    void insert(Paper paper, UUID posting) {
        jdbc.sql("""
                insert into counter.paper (id, kind, title_zh, title_en, number, unit, case_id, masked_holder, check_code,
                                           issued_by, issued_posting, issued_at, sm3)
                values (:id, :kind, :titleZh, :titleEn, :number, :unit, :case, :holder, :code, :by, :posting, :at,
                        :sm3)
                """)
                .param("id", paper.id().value())
                .param("kind", paper.kind().key())
                .param("titleZh", paper.title().zh())
                .param("titleEn", paper.title().en())
                .param("number", paper.number())
                .param("unit", paper.unit().value())
                .param("case", paper.caseId().map(CaseId::value).orElse(null))
                .param("holder", paper.maskedHolder())
                .param("code", paper.checkCode())
                .param("by", paper.issuedBy())
                .param("posting", posting)
                .param("at", Timestamp.from(paper.issuedAt()))
                .param("sm3", paper.sm3())
                .update();
    }

    boolean isIssuedUnder(PaperId id, UUID posting) {
        return jdbc.sql("select exists (select from counter.paper where id = :id and issued_posting = :posting)")
                .param("id", id.value())
                .param("posting", posting)
                .query(Boolean.class)
                .single();
    }

    /** Whether this call withdrew it; false when it had been withdrawn before. */
    boolean withdraw(PaperId id, Instant at, String why, String by) {
        return jdbc.sql("""
                update counter.paper set withdrawn_at = :at, withdrawn_why = :why, withdrawn_by = :by
                 where id = :id and withdrawn_at is null
                """)
                        .param("id", id.value())
                        .param("at", Timestamp.from(at))
                        .param("why", why)
                        .param("by", by)
                        .update()
                == 1;
    }

    Optional<Paper> find(PaperId id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query(PaperRows::paper)
                .optional();
    }

    Optional<Paper> findByCheckCode(String code) {
        return jdbc.sql(SELECT + " where check_code = :code")
                .param("code", code)
                .query(PaperRows::paper)
                .optional();
    }

    Optional<Paper> findBySm3(String sm3) {
        return jdbc.sql(SELECT + " where sm3 = :sm3")
                .param("sm3", sm3)
                .query(PaperRows::paper)
                .optional();
    }

    List<Paper> ofCase(CaseId caseId) {
        return jdbc.sql(SELECT + " where case_id = :case order by issued_at, id")
                .param("case", caseId.value())
                .query(PaperRows::paper)
                .list();
    }

    private static Paper paper(ResultSet row, int number) throws SQLException {
        return new Paper(
                new PaperId(row.getObject("id", UUID.class)),
                new PaperKind(row.getString("kind")),
                Names.of(row.getString("title_zh"), row.getString("title_en")),
                row.getString("number"),
                UnitCode.of(row.getString("unit")),
                Optional.ofNullable(row.getObject("case_id", UUID.class)).map(CaseId::new),
                row.getString("masked_holder"),
                row.getString("check_code"),
                row.getString("issued_by"),
                row.getTimestamp("issued_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("withdrawn_at"))
                        .map(at -> new Paper.Withdrawal(at.toInstant(), text(row, "withdrawn_why"))),
                row.getString("sm3"));
    }

    private static String text(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
