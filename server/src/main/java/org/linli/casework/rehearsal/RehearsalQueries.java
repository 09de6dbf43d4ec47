package org.linli.casework.rehearsal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.casework.Term;
import org.linli.casework.clock.Terms.Pause;
import org.linli.casework.procedure.Procedure.PauseReason;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Past cases in pages, with their pauses and timelines. */
@Repository
class RehearsalQueries {

    private static final int PAGE = 500;

    private final JdbcClient jdbc;

    RehearsalQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which cases: of a procedure, in an area, opened in a span of time. */
    record Past(String procedure, DivisionCode area, Instant from, Instant to) {}

    /** A page and the identifier after which the next begins. */
    record Part(List<PastCase> cases, Optional<UUID> next) {}

    private record Head(UUID id, String number, Term term, Instant startedAt, Optional<Instant> finishedAt) {}

    private record Entry(UUID id, PastCase.Stay stay) {}

    private record Stop(UUID id, Pause pause, boolean held) {}

    Part page(Past past, Optional<UUID> after) {
        var heads = heads(past, after);
        var ids = heads.stream().map(Head::id).toArray(UUID[]::new);
        Map<UUID, List<PastCase.Stay>> stays = new HashMap<>();
        stays(ids)
                .forEach(entry -> stays.computeIfAbsent(entry.id(), any -> new ArrayList<>())
                        .add(entry.stay()));
        Map<UUID, List<Stop>> stops = new HashMap<>();
        pauses(ids)
                .forEach(stop -> stops.computeIfAbsent(stop.id(), any -> new ArrayList<>())
                        .add(stop));
        var cases = heads.stream()
                .filter(head -> stays.containsKey(head.id()))
                .map(head ->
                        build(head, stays.getOrDefault(head.id(), List.of()), stops.getOrDefault(head.id(), List.of())))
                .toList();
        return new Part(
                cases,
                heads.size() < PAGE
                        ? Optional.empty()
                        : Optional.of(heads.getLast().id()));
    }

    private static PastCase build(Head head, List<PastCase.Stay> stays, List<Stop> stops) {
        return new PastCase(
                head.number(),
                head.term(),
                head.startedAt(),
                stops.stream().map(Stop::pause).toList(),
                stops.stream().filter(Stop::held).map(Stop::pause).toList(),
                stays,
                head.finishedAt());
    }

    private List<Head> heads(Past past, Optional<UUID> after) {
        return jdbc.sql("""
                        select f.id, f.number, c.amount, c.unit, c.started_at, coalesce(c.stopped_at, f.ended_at) as finished_at
                        from casework.case_file f
                        join lateral (
                            select amount, unit, started_at, stopped_at from casework.case_clock
                            where case_id = f.id order by kind limit 1
                        ) c on true
                        where f.procedure = :procedure and f.area like :area
                            and f.opened_at >= :from and f.opened_at < :to and f.id > :after
                        order by f.id limit :page
                        """)
                .param("procedure", past.procedure())
                .param("area", past.area().value() + "%")
                .param("from", Timestamp.from(past.from()))
                .param("to", Timestamp.from(past.to()))
                .param("after", after.orElse(new UUID(0, 0)))
                .param("page", PAGE)
                .query((row, number) -> new Head(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        new Term(row.getInt("amount"), Term.Unit.valueOf(row.getString("unit"))),
                        instant(row, "started_at"),
                        Optional.ofNullable(maybe(row, "finished_at"))))
                .list();
    }

    private List<Entry> stays(UUID[] ids) {
        return jdbc.sql("""
                        select case_id, at, to_state, to_unit from casework.case_event
                        where case_id = any (:ids) order by case_id, seq
                        """)
                .param("ids", ids)
                .query((row, number) -> new Entry(
                        row.getObject("case_id", UUID.class),
                        new PastCase.Stay(instant(row, "at"), row.getString("to_state"), row.getString("to_unit"))))
                .list();
    }

    private List<Stop> pauses(UUID[] ids) {
        return jdbc.sql("""
                        select p.case_id, p.from_at, p.to_at, p.reason, e.to_hold is not null as held
                        from casework.case_pause p
                        join casework.case_event e on e.case_id = p.case_id and e.seq = p.from_seq
                        where p.case_id = any (:ids) order by p.case_id, p.from_seq
                        """)
                .param("ids", ids)
                .query((row, number) -> new Stop(
                        row.getObject("case_id", UUID.class),
                        new Pause(
                                instant(row, "from_at"),
                                Optional.ofNullable(maybe(row, "to_at")),
                                PauseReason.valueOf(row.getString("reason"))),
                        row.getBoolean("held")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(maybe(row, column));
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
