package org.linli.grid.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.linli.grid.catalogue.Template.Target;
import org.linli.grid.visit.Visit.Result;
import org.linli.privacy.FieldCipher;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of visits. */
@Component
class GridVisitRows {

    static final String ANSWERS = "grid.visit.answers";
    static final String NOTE = "grid.visit.note";
    static final String PLACE = "grid.visit.place";

    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

    static final String SELECT = """
            select id, plan_id, template, cell, target, target_id, result, answers_sealed, note_sealed, place_sealed,
                   findings, events, photos, lon, lat, account_id, posting_id, name, done_at, occurred_at
            from grid.visit
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final JsonMapper json;

    GridVisitRows(JdbcClient jdbc, FieldCipher cipher, JsonMapper json) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
    }

    void add(Visit visit, String requestKey) {
        jdbc.sql("""
                insert into grid.visit
                  (id, request_key, plan_id, template, cell, target, target_id, result, answers_sealed, note_sealed,
                   place_sealed, findings, events, photos, lon, lat, account_id, posting_id, name, done_at, occurred_at)
                values
                  (:id, :key, :plan, :template, :cell, :target, :targetId, :result, :answers, :note, :place, :findings,
                   :events, :photos, :lon, :lat, :account, :posting, :name, :doneAt, :occurredAt)
                """)
                .param("id", visit.id())
                .param("key", requestKey)
                .param("plan", visit.plan().orElse(null))
                .param("template", visit.template())
                .param("cell", visit.cell().value())
                .param("target", visit.target().name())
                .param("targetId", visit.targetId().orElse(null))
                .param("result", visit.result().name())
                .param("answers", cipher.seal(ANSWERS, json.writeValueAsString(new TreeMap<>(visit.answers()))))
                .param("note", visit.note().isEmpty() ? null : cipher.seal(NOTE, visit.note()))
                .param("place", visit.place().isEmpty() ? null : cipher.seal(PLACE, visit.place()))
                .param("findings", visit.findings())
                .param("events", visit.events().toArray(UUID[]::new))
                .param("photos", visit.photos().toArray(UUID[]::new))
                .param("lon", visit.at().map(Point::lon).orElse(null))
                .param("lat", visit.at().map(Point::lat).orElse(null))
                .param("account", visit.account())
                .param("posting", visit.posting())
                .param("name", visit.name())
                .param("doneAt", Timestamp.from(visit.doneAt()))
                .param("occurredAt", visit.occurredAt().map(Timestamp::from).orElse(null))
                .update();
    }

    Optional<UUID> ofRequest(String key) {
        return jdbc.sql("select id from grid.visit where request_key = :key")
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    Optional<Visit> find(UUID id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    List<Visit> findAll(Collection<UUID> ids) {
        return jdbc.sql(SELECT + " where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> visit(row))
                .list();
    }

    /** Newest first. */
    List<Visit> inside(DivisionCode area, Optional<String> template, Instant before, UUID beforeId, int limit) {
        return jdbc.sql(SELECT + """
                where cell >= :area and cell < :end and (cast(:template as text) is null or template = :template)
                  and (done_at, id) < (:before, :beforeId)
                order by done_at desc, id desc limit :limit
                """)
                .param("area", area.value())
                .param("end", area.value() + ":")
                .param("template", template.orElse(null))
                .param("before", Timestamp.from(before))
                .param("beforeId", beforeId)
                .param("limit", limit)
                .query((row, n) -> visit(row))
                .list();
    }

    void moveAll(DivisionCode from, DivisionCode to) {
        jdbc.sql("update grid.visit set cell = :to where cell = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    int fade(Instant before) {
        return jdbc.sql("update grid.visit set faded = true where done_at < :before and not faded")
                .param("before", Timestamp.from(before))
                .update();
    }

    private Visit visit(ResultSet row) throws SQLException {
        var lon = row.getObject("lon", Double.class);
        var lat = row.getObject("lat", Double.class);
        var note = row.getString("note_sealed");
        var place = row.getString("place_sealed");
        var answers = row.getString("answers_sealed");
        return new Visit(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("plan_id", UUID.class)),
                row.getString("template"),
                DivisionCode.of(row.getString("cell")),
                Target.valueOf(row.getString("target")),
                Optional.ofNullable(row.getObject("target_id", UUID.class)),
                Result.valueOf(row.getString("result")),
                answers == null ? Map.of() : json.readValue(cipher.open(ANSWERS, answers), MAP),
                note == null ? "" : cipher.open(NOTE, note),
                place == null ? "" : cipher.open(PLACE, place),
                row.getInt("findings"),
                List.of((UUID[]) row.getArray("events").getArray()),
                List.of((UUID[]) row.getArray("photos").getArray()),
                lon == null || lat == null ? Optional.empty() : Optional.of(new Point(lon, lat)),
                row.getObject("account_id", UUID.class),
                row.getObject("posting_id", UUID.class),
                row.getString("name"),
                row.getObject("done_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("occurred_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
