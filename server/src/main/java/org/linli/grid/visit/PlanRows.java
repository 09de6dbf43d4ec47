package org.linli.grid.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.grid.catalogue.Template.Target;
import org.linli.grid.visit.Plan.State;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of rounds and plans. */
@Component
class PlanRows {

    static final String SELECT = """
            select id, round_id, template, cell, target, target_id, label, due_on, state, attempts, visit_id, done_at
            from grid.plan
            """;

    private final JdbcClient jdbc;

    PlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A round that was sent out. */
    record Round(UUID id, String template, DivisionCode area, LocalDate dueOn, int planned) {}

    /** Where the target of an open plan was when it was made. */
    record Open(UUID id, DivisionCode cell, Target target, UUID targetId) {}

    Optional<Round> ofRequest(String key) {
        return jdbc.sql("select id, template, area, due_on, planned from grid.round where request_key = :key")
                .param("key", key)
                .query((row, n) -> new Round(
                        row.getObject("id", UUID.class),
                        row.getString("template"),
                        DivisionCode.of(row.getString("area")),
                        row.getObject("due_on", LocalDate.class),
                        row.getInt("planned")))
                .optional();
    }

    void add(Round round, String requestKey, Acting by, Instant now) {
        jdbc.sql("""
                insert into grid.round (id, request_key, template, area, due_on, planned, made_at, made_by, made_by_name)
                values (:id, :key, :template, :area, :due, :planned, :now, :by, :name)
                """)
                .param("id", round.id())
                .param("key", requestKey)
                .param("template", round.template())
                .param("area", round.area().value())
                .param("due", round.dueOn())
                .param("planned", round.planned())
                .param("now", Timestamp.from(now))
                .param("by", by.posting().value())
                .param("name", by.name())
                .update();
    }

    /** In order of the cells, which keeps the locks of phones' scopes in order. */
    void add(List<Plan> plans) {
        jdbc.sql("""
                insert into grid.plan (id, round_id, template, cell, target, target_id, label, due_on, state)
                select * , 'DUE' from unnest(:ids::uuid[], :rounds::uuid[], :templates::text[], :cells::text[],
                                             :targets::text[], :targetIds::uuid[], :labels::text[], :dues::date[])
                on conflict do nothing
                """)
                .param("ids", plans.stream().map(Plan::id).toArray(UUID[]::new))
                .param("rounds", plans.stream().map(Plan::round).toArray(UUID[]::new))
                .param("templates", plans.stream().map(Plan::template).toArray(String[]::new))
                .param("cells", plans.stream().map(plan -> plan.cell().value()).toArray(String[]::new))
                .param(
                        "targets",
                        plans.stream().map(plan -> plan.target().name()).toArray(String[]::new))
                .param(
                        "targetIds",
                        plans.stream().map(plan -> plan.targetId().orElse(null)).toArray(UUID[]::new))
                .param(
                        "labels",
                        plans.stream().map(plan -> plan.label().orElse(null)).toArray(String[]::new))
                .param(
                        "dues",
                        plans.stream().map(plan -> plan.dueOn().toString()).toArray(String[]::new))
                .update();
    }

    Optional<Plan> hold(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for no key update")
                .param("id", id)
                .query((row, n) -> plan(row))
                .optional();
    }

    List<Plan> findAll(Collection<UUID> ids) {
        return jdbc.sql(SELECT + " where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> plan(row))
                .list();
    }

    void settle(UUID id, UUID visit, Instant at) {
        jdbc.sql("update grid.plan set state = 'DONE', visit_id = :visit, done_at = :at where id = :id")
                .param("id", id)
                .param("visit", visit)
                .param("at", Timestamp.from(at))
                .update();
    }

    void tried(UUID id) {
        jdbc.sql("update grid.plan set attempts = attempts + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void skip(UUID id, String why, Acting by, Instant at) {
        jdbc.sql("""
                update grid.plan set state = 'SKIPPED', skipped_why = :why, skipped_by_name = :by, done_at = :at where id = :id
                """)
                .param("id", id)
                .param("why", why)
                .param("by", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Open plans whose target may have moved; those of cells themselves cannot. */
    List<Open> open(DivisionCode area) {
        return jdbc.sql("""
                select id, cell, target, target_id from grid.plan
                where state = 'DUE' and target_id is not null and cell >= :area and cell < :end order by cell, id
                """)
                .param("area", area.value())
                .param("end", area.value() + ":")
                .query((row, n) -> new Open(
                        row.getObject("id", UUID.class),
                        DivisionCode.of(row.getString("cell")),
                        Target.valueOf(row.getString("target")),
                        row.getObject("target_id", UUID.class)))
                .list();
    }

    void moveTo(UUID id, DivisionCode cell) {
        jdbc.sql("update grid.plan set cell = :cell where id = :id")
                .param("id", id)
                .param("cell", cell.value())
                .update();
    }

    /** Whatever belonged to a cell that was merged belongs to the other; one round visits a cell once. */
    void moveAll(DivisionCode from, DivisionCode to) {
        jdbc.sql("""
                update grid.plan p set cell = :to
                where p.cell = :from and not exists (
                  select from grid.plan q where q.round_id = p.round_id and q.cell = :to and q.due_on = p.due_on
                    and q.target_id is not distinct from p.target_id)
                """).param("from", from.value()).param("to", to.value()).update();
    }

    int fade(Instant before) {
        return jdbc.sql("update grid.plan set faded = true where done_at < :before and not faded")
                .param("before", Timestamp.from(before))
                .update();
    }

    static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getString("template"),
                DivisionCode.of(row.getString("cell")),
                Target.valueOf(row.getString("target")),
                Optional.ofNullable(row.getObject("target_id", UUID.class)),
                Optional.ofNullable(row.getString("label")),
                row.getObject("due_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Optional.ofNullable(row.getObject("visit_id", UUID.class)),
                Optional.ofNullable(row.getObject("done_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
