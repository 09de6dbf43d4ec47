package org.linli.grid.holding;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.grid.catalogue.Template;
import org.linli.grid.catalogue.Templates;
import org.linli.privacy.FieldCipher;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings.Holding;
import org.linli.shared.PersonalHoldings.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Visits made to one person. */
@Component
class GridHoldingQueries {

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};
    private static final Names NOTE = Names.of("走访备注", "Note of the visit");
    private static final Names WORKER = Names.of("网格员走访", "visits by grid workers");

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Templates templates;
    private final JsonMapper json;

    GridHoldingQueries(JdbcClient jdbc, FieldCipher cipher, Templates templates, JsonMapper json) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.templates = templates;
        this.json = json;
    }

    private record Made(
            String template,
            @Nullable String answers,
            @Nullable String note,
            Instant at) {}

    List<Holding> counts(UUID person) {
        return jdbc.sql("""
                select count(*) as number, min(done_at) as first, max(done_at) as last from grid.visit
                where target = 'PERSON' and target_id = :person having count(*) > 0
                """)
                .param("person", person)
                .query((row, n) -> new Holding(
                        GridHoldings.VISIT,
                        row.getLong("number"),
                        row.getObject("first", OffsetDateTime.class).toInstant(),
                        row.getObject("last", OffsetDateTime.class).toInstant(),
                        List.of(WORKER)))
                .list();
    }

    List<Line> lines(UUID person) {
        var lines = new ArrayList<Line>();
        jdbc.sql("""
                select template, answers_sealed, note_sealed, done_at from grid.visit
                where target = 'PERSON' and target_id = :person order by done_at
                """)
                .param("person", person)
                .query((row, n) -> new Made(
                        row.getString("template"),
                        row.getString("answers_sealed"),
                        row.getString("note_sealed"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant()))
                .list()
                .forEach(made -> lines(made, lines));
        return lines;
    }

    private void lines(Made made, List<Line> lines) {
        var template = templates.find(made.template());
        if (made.answers() != null) {
            var answers = json.readValue(cipher.open("grid.visit.answers", made.answers()), ANSWERS);
            new TreeMap<>(answers)
                    .forEach((question, answer) ->
                            lines.add(new Line(GridHoldings.VISIT, question(template, question), answer, made.at())));
        }
        if (made.note() != null) {
            lines.add(new Line(GridHoldings.VISIT, NOTE, cipher.open("grid.visit.note", made.note()), made.at()));
        }
    }

    private static Names question(Optional<Template> template, String code) {
        return template.flatMap(known -> known.question(code))
                .map(Template.Question::names)
                .orElse(Names.of(code, code));
    }
}
