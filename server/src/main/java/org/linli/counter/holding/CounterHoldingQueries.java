package org.linli.counter.holding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.privacy.BlindIndex;
import org.linli.privacy.FieldCipher;
import org.linli.shared.IdDocument;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings.Holding;
import org.linli.shared.PersonalHoldings.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the counter's tables say of whoever has a document. */
@Component
class CounterHoldingQueries {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private static final String COUNTS = """
            select 'errand' as kind, count(*) as count, min(accepted_at) as since, max(accepted_at) as latest
              from counter.errand where document_index in (:person) having count(*) > 0
            union all
            select 'paper', count(*), min(p.issued_at), max(p.issued_at)
              from counter.paper p join counter.errand e on e.case_id = p.case_id
             where e.document_index in (:person) having count(*) > 0
            union all
            select 'file', count(*), min(f.stored_at), max(f.stored_at)
              from counter.errand e join files.file f on f.owner = 'errand:' || e.id and f.erased_at is null
             where e.document_index in (:person) having count(*) > 0
            union all
            select 'mandate', count(*), min(made_at), max(made_at)
              from counter.mandate where document_index in (:person) having count(*) > 0
            union all
            select 'held', count(*), min(verified_at), max(verified_at)
              from counter.held where person_index in (:person) and void_at is null having count(*) > 0
            union all
            select 'visit', count(*), min(checked_in_at), max(checked_in_at)
              from counter.visit where id_index in (:person) having count(*) > 0""";

    private static final Map<String, Names> SOURCES = Map.of(
            "errand", Names.of("本人在窗口提交", "handed in at a window"),
            "paper", Names.of("办件中出具", "issued in the errands"),
            "file", Names.of("窗口扫描或上传", "scanned at a window"),
            "mandate", Names.of("本人委托", "given by the person"),
            "held", Names.of("办件中核验", "verified in the errands"),
            "visit", Names.of("到访取号", "check-in at a station"));

    private final JdbcClient jdbc;
    private final BlindIndex index;
    private final FieldCipher cipher;
    private final JsonMapper json;

    CounterHoldingQueries(JdbcClient jdbc, BlindIndex index, FieldCipher cipher, JsonMapper json) {
        this.jdbc = jdbc;
        this.index = index;
        this.cipher = cipher;
        this.json = json;
    }

    List<byte[]> indexes(Set<IdDocument> documents) {
        return documents.stream()
                .flatMap(document -> index.every("id-number", document.number()).stream())
                .toList();
    }

    List<Holding> counts(List<byte[]> person) {
        return jdbc.sql(COUNTS)
                .param("person", person)
                .query((row, number) -> new Holding(
                        row.getString("kind"),
                        row.getLong("count"),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("latest").toInstant(),
                        List.of(SOURCES.get(row.getString("kind")))))
                .list();
    }

    List<Line> lines(List<byte[]> person) {
        var lines = new ArrayList<Line>();
        jdbc.sql("select * from counter.errand where document_index in (:person) order by accepted_at desc")
                .param("person", person)
                .query(row -> {
                    errand(lines, row);
                });
        jdbc.sql("""
                        select p.title_zh, p.title_en, p.number, p.issued_at
                          from counter.paper p join counter.errand e on e.case_id = p.case_id
                         where e.document_index in (:person) order by p.issued_at desc""").param("person", person).query(row -> {
            lines.add(new Line(
                    "paper",
                    Names.of(row.getString("title_zh"), row.getString("title_en")),
                    row.getString("number"),
                    row.getTimestamp("issued_at").toInstant()));
        });
        jdbc.sql("select * from counter.mandate where document_index in (:person) order by made_at desc")
                .param("person", person)
                .query(row -> {
                    lines.add(new Line(
                            "mandate",
                            Names.of("委托代办员", "Mandate given to"),
                            row.getString("agent_name") + " " + row.getDate("valid_from") + " – "
                                    + row.getDate("valid_until"),
                            row.getTimestamp("made_at").toInstant()));
                });
        jdbc.sql("""
                        select f.name, f.stored_at
                          from counter.errand e join files.file f on f.owner = 'errand:' || e.id and f.erased_at is null
                         where e.document_index in (:person) order by f.stored_at desc""").param("person", person).query(row -> {
            lines.add(new Line(
                    "file",
                    Names.of("材料照片或扫描件", "Photo or scan"),
                    row.getString("name"),
                    row.getTimestamp("stored_at").toInstant()));
        });
        return lines;
    }

    /** What the ledgers name them: errands and their papers, mandates. */
    Set<String> names(List<byte[]> person) {
        return new TreeSet<>(
                jdbc.sql("""
                        select 'errand:' || id from counter.errand where document_index in (:person)
                        union select 'paper:' || p.id from counter.paper p join counter.errand e on e.case_id = p.case_id
                         where e.document_index in (:person)
                        union select 'mandate:' || id from counter.mandate where document_index in (:person)""").param("person", person).query(String.class).list());
    }

    private void errand(List<Line> lines, ResultSet row) throws SQLException {
        add(lines, row, Names.of("事项", "Item"), row.getString("item_zh") + " " + row.getString("case_number"));
        sealed(lines, row, Names.of("姓名", "Name"), "name_sealed");
        sealed(lines, row, Names.of("证件号码", "Document number"), "document_sealed");
        sealed(lines, row, Names.of("电话", "Phone"), "phone_sealed");
        sealed(lines, row, Names.of("住址", "Address"), "address_sealed");
        answers(lines, row, "form_sealed", "表单", "Form");
        answers(lines, row, "findings_sealed", "核实结果", "Finding");
    }

    private void answers(List<Line> lines, ResultSet row, String column, String zh, String en) throws SQLException {
        var text = row.getString(column);
        if (text != null) {
            json.readValue(cipher.open("counter.errand." + column, text), ANSWERS)
                    .forEach((name, value) ->
                            lines.add(line(row, Names.of(zh + "：" + name, en + ": " + name), String.valueOf(value))));
        }
    }

    private void sealed(List<Line> lines, ResultSet row, Names field, String column) throws SQLException {
        var text = row.getString(column);
        add(lines, row, field, text == null ? null : cipher.open("counter.errand." + column, text));
    }

    private static void add(List<Line> lines, ResultSet row, Names field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(line(row, field, value));
        }
    }

    private static Line line(ResultSet row, Names field, String value) {
        try {
            return new Line(
                    "errand", field, value, row.getTimestamp("accepted_at").toInstant());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
