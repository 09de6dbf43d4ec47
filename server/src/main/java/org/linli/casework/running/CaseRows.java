package org.linli.casework.running;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.casework.CaseReceipt;
import org.linli.casework.CaseSubject;
import org.linli.casework.CaseTerms;
import org.linli.casework.Term;
import org.linli.casework.clock.ClockState;
import org.linli.casework.procedure.Procedure.PauseReason;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Cases in the database: read whole in one statement, moved on in one statement. */
@Component
class CaseRows {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private static final String SELECT = """
            select f.id, f.number, f.procedure, f.procedure_version, f.title, f.subject_kind, f.subject_id, f.area,
                   f.station, f.parent, f.part, f.facts, f.promised_term, f.statutory_term, f.opened_at, f.opened_by,
                   f.state, f.unit, f.assignee, f.hold, f.due, f.timeout_at, f.rungs_sent, f.handlers, f.revision, f.last_hash,
                   f.last_actor, f.seen_revision, f.ended_at, f.supervision, f.extension, f.followers,
                   p.amount p_amount, p.unit p_unit, p.started_at p_started_at, p.consumed p_consumed,
                   p.running_since p_running_since, p.paused_at p_paused_at, p.reason p_reason,
                   p.lapsed_at p_lapsed_at, p.stopped_at p_stopped_at,
                   s.amount s_amount, s.unit s_unit, s.started_at s_started_at, s.consumed s_consumed,
                   s.running_since s_running_since, s.paused_at s_paused_at, s.reason s_reason,
                   s.lapsed_at s_lapsed_at, s.stopped_at s_stopped_at
            """;

    private static final String FROM = """
            from casework.case_file f
            left join casework.case_clock p on p.case_id = f.id and p.kind = 'PROMISED'
            left join casework.case_clock s on s.case_id = f.id and s.kind = 'STATUTORY'
            """;

    private static final String LOAD = SELECT + """
            , e.seq e_seq, e.to_state e_state, e.at e_at, e.due e_due, e.action e_action, e.posting e_posting
            """ + FROM + """
            left join casework.case_event e on e.case_id = f.id and e.request_key = :key
            where f.id = :id
            """;

    private static final String EVENT = """
            insert into casework.case_event (case_id, seq, at, posting, account, actor, role, actor_unit, home_unit,
                acting_for, action, from_state, to_state, to_unit, to_assignee, to_hold, note, input, due, request_key,
                hash)
            select id, :seq, :at, :posting, :account, :actor, :role, :actorUnit, :homeUnit, :actingFor, :action, :from,
                :to, :unit, :assignee, :hold, :note, :input::json, :due, :key, :hash
            """;

    private static final String OPEN = """
            with touched as (
              insert into casework.case_file (id, number, procedure, procedure_version, title, subject_kind, subject_id,
                  area, station, parent, part, facts, promised_term, statutory_term, opened_at, opened_by, request_key,
                  state, unit, assignee, hold, revision, last_hash, last_actor, handlers, due, yellow_at, next_reminder,
                  rungs_sent, timeout_at, ended_at)
              values (:id, :number, :procedure, :version, :title, :subjectKind, :subjectId, :area, :station, :parent,
                  :part, :facts::jsonb, :promised, :statutory, :at, :posting, :openKey, :to, :unit, :assignee, :hold,
                  :seq, :hash, :account, :handlers, :due, :yellowAt, :nextReminder, :rungs, :timeoutAt, :endedAt)
              on conflict (request_key) do nothing
              returning id),
            """;

    private static final String MOVE = """
            with touched as (
              update casework.case_file
              set state = :to, unit = :unit, assignee = :assignee, hold = :hold, revision = :seq, last_hash = :hash,
                  last_actor = :account, handlers = :handlers, due = :due, yellow_at = :yellowAt,
                  next_reminder = :nextReminder, timeout_at = :timeoutAt,
                  ended_late = ended_late or coalesce(ended_at is null and due < cast(:endedAt as timestamptz), false),
                  ended_at = :endedAt
              where id = :id and revision = :seq - 1
              returning id),
            """;

    /** Moves what the clocks do not touch; most actions. */
    private static final String MOVE_ONLY = """
            with touched as (
              update casework.case_file
              set state = :to, unit = :unit, assignee = :assignee, hold = :hold, revision = :seq, last_hash = :hash,
                  last_actor = :account, handlers = :handlers, timeout_at = :timeoutAt
              where id = :id and revision = :seq - 1
              returning id),
            """;

    private static final String CLOCKS = """
            , clocked as (
              insert into casework.case_clock (case_id, kind, amount, unit, started_at, consumed, running_since,
                  paused_at, reason, lapsed_at, stopped_at)
              select t.id, c.kind, c.amount, c.unit, c.started_at::timestamptz, c.consumed,
                  c.running_since::timestamptz, c.paused_at::timestamptz, c.reason, c.lapsed_at::timestamptz,
                  c.stopped_at::timestamptz
              from touched t, unnest(:kinds::text[], :amounts::int[], :units::text[], :startedAts::text[],
                  :consumeds::bigint[], :runningSinces::text[], :pausedAts::text[], :reasons::text[],
                  :lapsedAts::text[], :stoppedAts::text[])
                as c (kind, amount, unit, started_at, consumed, running_since, paused_at, reason, lapsed_at, stopped_at)
              on conflict (case_id, kind) do update
              set amount = excluded.amount, consumed = excluded.consumed, running_since = excluded.running_since,
                  paused_at = excluded.paused_at, reason = excluded.reason, lapsed_at = excluded.lapsed_at,
                  stopped_at = excluded.stopped_at)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaseRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A case, and what an earlier action under the same request key came to. */
    record Loaded(CaseFile file, @Nullable Answered answered) {}

    /** An action that was taken already. */
    record Answered(CaseReceipt receipt, String action, UUID posting) {}

    Optional<Loaded> load(CaseId id, String requestKey) {
        return jdbc.sql(LOAD)
                .param("id", id.value())
                .param("key", requestKey)
                .query((row, n) -> {
                    var file = file(row);
                    return new Loaded(file, answered(row, file));
                })
                .optional();
    }

    /** Keeps others from moving it until the transaction ends. */
    Optional<CaseFile> loadToChange(CaseId id) {
        return jdbc.sql(SELECT + FROM + " where f.id = :id for update of f")
                .param("id", id.value())
                .query((row, n) -> file(row))
                .optional();
    }

    Optional<CaseFile> find(CaseId id) {
        return jdbc.sql(SELECT + FROM + " where f.id = :id")
                .param("id", id.value())
                .query((row, n) -> file(row))
                .optional();
    }

    Optional<CaseFile> findByNumber(String number) {
        return jdbc.sql(SELECT + FROM + " where f.number = :number")
                .param("number", number)
                .query((row, n) -> file(row))
                .optional();
    }

    Optional<CaseFile> findByRequestKey(String key) {
        return jdbc.sql(SELECT + FROM + " where f.request_key = :key")
                .param("key", key)
                .query((row, n) -> file(row))
                .optional();
    }

    /** @return false when a case was opened under the same request key before */
    boolean open(CaseFile file, TimelineEntry entry, Plan plan) {
        var statement = OPEN + "said as (" + EVENT + " from touched)"
                + clocksOf(file.now().clocks(), true) + " select count(*) from touched";
        var spec = jdbc.sql(statement)
                .param("number", file.number())
                .param("procedure", file.procedure())
                .param("version", file.version())
                .param("title", file.title())
                .param("subjectKind", file.subject().kind())
                .param("subjectId", file.subject().id())
                .param("area", file.area().value())
                .param("station", file.station().value())
                .param("parent", file.parent())
                .param("part", file.part())
                .param("facts", json.writeValueAsString(file.facts()))
                .param("promised", termText(file.terms().promised()))
                .param("statutory", termText(file.terms().statutory()))
                .param("openKey", entry.requestKey());
        return written(bindPlan(bind(spec, file, entry), file, plan), file.now().clocks(), true);
    }

    /** @return false when the case has moved on since it was read */
    boolean move(CaseFile next, TimelineEntry entry, Plan plan, boolean clocksChanged) {
        var short_ = !clocksChanged && next.now().endedAt() == null;
        var statement = (short_ ? MOVE_ONLY : MOVE) + "said as (" + EVENT + " from touched)"
                + clocksOf(next.now().clocks(), clocksChanged) + " select count(*) from touched";
        var spec = bind(jdbc.sql(statement), next, entry);
        spec = short_
                ? spec.param("timeoutAt", Moments.stored(plan.timeoutAt()))
                        .param("handlers", uuids(next.now().handlers()))
                : bindPlan(spec, next, plan);
        return written(spec, next.now().clocks(), clocksChanged);
    }

    void beginPause(CaseFile file, PauseReason reason, Instant at) {
        jdbc.sql("""
                insert into casework.case_pause (case_id, from_seq, from_at, reason)
                values (:id, :seq, :at, :reason)
                """)
                .param("id", file.id().value())
                .param("seq", file.now().revision())
                .param("at", Moments.stored(at))
                .param("reason", reason.name())
                .update();
    }

    void endPause(CaseFile file, Instant at) {
        jdbc.sql("update casework.case_pause set to_at = :at where case_id = :id and to_at is null")
                .param("id", file.id().value())
                .param("at", Moments.stored(at))
                .update();
    }

    /** Whether an action was taken on a case before. */
    boolean happened(CaseId id, String action) {
        return jdbc.sql("""
                select exists (select from casework.case_event where case_id = :id and action = :action)
                """)
                .param("id", id.value())
                .param("action", action)
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec spec, CaseFile file, TimelineEntry entry) {
        return spec.param("id", entry.id().value())
                .param("seq", entry.seq())
                .param("at", Moments.stored(entry.at()))
                .param("posting", entry.posting())
                .param("account", entry.account())
                .param("actor", entry.actor())
                .param("role", entry.role())
                .param("actorUnit", entry.actorUnit())
                .param("homeUnit", entry.homeUnit())
                .param("actingFor", entry.actingFor())
                .param("action", entry.action())
                .param("from", entry.from())
                .param("to", entry.to())
                .param("unit", entry.unit())
                .param("assignee", entry.assignee())
                .param("hold", entry.hold() == null ? null : entry.hold().name())
                .param("note", entry.note())
                .param("input", entry.input())
                .param("due", Moments.stored(entry.due()))
                .param("key", entry.requestKey())
                .param("hash", entry.hash());
    }

    private static JdbcClient.StatementSpec bindPlan(JdbcClient.StatementSpec spec, CaseFile file, Plan plan) {
        return spec.param("handlers", uuids(file.now().handlers()))
                .param("rungs", file.now().rungs().toArray(String[]::new))
                .param("yellowAt", Moments.stored(plan.yellowAt()))
                .param("nextReminder", Moments.stored(plan.nextReminder()))
                .param("timeoutAt", Moments.stored(plan.timeoutAt()))
                .param("endedAt", Moments.stored(file.now().endedAt()));
    }

    private static String clocksOf(CaseClocks clocks, boolean changed) {
        return changed && clocks.isStarted() ? CLOCKS : "";
    }

    private static boolean written(JdbcClient.StatementSpec spec, CaseClocks clocks, boolean changed) {
        if (changed && clocks.isStarted()) {
            var all = new java.util.LinkedHashMap<String, ClockState>();
            clocks.promised().ifPresent(clock -> all.put("PROMISED", clock));
            clocks.statutory().ifPresent(clock -> all.put("STATUTORY", clock));
            var states = List.copyOf(all.values());
            spec.param("kinds", all.keySet().toArray(String[]::new))
                    .param(
                            "amounts",
                            states.stream().map(c -> c.term().amount()).toArray(Integer[]::new))
                    .param("units", texts(states, c -> c.term().unit().name()))
                    .param("startedAts", texts(states, c -> c.startedAt().toString()))
                    .param(
                            "consumeds",
                            states.stream().map(ClockState::consumed).toArray(Long[]::new))
                    .param("runningSinces", texts(states, c -> c.runningSince().toString()))
                    .param(
                            "pausedAts",
                            texts(
                                    states,
                                    c -> c.pausedAt().map(Instant::toString).orElse(null)))
                    .param(
                            "reasons",
                            texts(states, c -> c.reason().map(PauseReason::name).orElse(null)))
                    .param(
                            "lapsedAts",
                            texts(
                                    states,
                                    c -> c.lapsedAt().map(Instant::toString).orElse(null)))
                    .param(
                            "stoppedAts",
                            texts(
                                    states,
                                    c -> c.stoppedAt().map(Instant::toString).orElse(null)));
        }
        return spec.query(Long.class).single() == 1;
    }

    private static @Nullable String[] texts(
            List<ClockState> clocks, java.util.function.Function<ClockState, @Nullable String> of) {
        return clocks.stream().map(of).toArray(String[]::new);
    }

    private static UUID[] uuids(Set<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private CaseFile file(ResultSet row) throws SQLException {
        var hold = row.getString("hold");
        var standing = new CaseFile.Standing(
                row.getString("state"),
                UnitCode.of(row.getString("unit")),
                row.getObject("assignee", UUID.class),
                hold == null ? null : Hold.valueOf(hold),
                new CaseClocks(clock(row, "p_"), clock(row, "s_")),
                at(row, "due"),
                at(row, "timeout_at"),
                Set.of((String[]) row.getArray("rungs_sent").getArray()),
                Set.copyOf(Arrays.asList((UUID[]) row.getArray("handlers").getArray())),
                row.getInt("revision"),
                row.getBytes("last_hash"),
                row.getObject("last_actor", UUID.class),
                row.getInt("seen_revision"),
                maybeAt(row, "ended_at"));
        return new CaseFile(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("procedure"),
                row.getInt("procedure_version"),
                row.getString("title"),
                new CaseSubject(row.getString("subject_kind"), row.getString("subject_id")),
                DivisionCode.of(row.getString("area")),
                UnitCode.of(row.getString("station")),
                row.getObject("parent", UUID.class),
                row.getString("part"),
                json.readValue(row.getString("facts"), FACTS),
                new CaseTerms(term(row.getString("statutory_term")), term(row.getString("promised_term"))),
                at(row, "opened_at"),
                row.getObject("opened_by", UUID.class),
                new CaseFile.Marks(row.getString("supervision"), row.getString("extension"), row.getInt("followers")),
                standing);
    }

    private static @Nullable Answered answered(ResultSet row, CaseFile file) throws SQLException {
        var seq = row.getInt("e_seq");
        if (row.wasNull()) {
            return null;
        }
        var receipt = new CaseReceipt(
                file.id(),
                file.number(),
                seq,
                seq,
                row.getString("e_state"),
                at(row, "e_at"),
                Moments.ofDue(at(row, "e_due")));
        return new Answered(receipt, row.getString("e_action"), row.getObject("e_posting", UUID.class));
    }

    private static Optional<ClockState> clock(ResultSet row, String prefix) throws SQLException {
        var unit = row.getString(prefix + "unit");
        if (unit == null) {
            return Optional.empty();
        }
        return Optional.of(new ClockState(
                new Term(row.getInt(prefix + "amount"), Term.Unit.valueOf(unit)),
                at(row, prefix + "started_at"),
                row.getLong(prefix + "consumed"),
                at(row, prefix + "running_since"),
                Optional.ofNullable(maybeAt(row, prefix + "paused_at")),
                Optional.ofNullable(row.getString(prefix + "reason")).map(PauseReason::valueOf),
                Optional.ofNullable(maybeAt(row, prefix + "lapsed_at")),
                Optional.ofNullable(maybeAt(row, prefix + "stopped_at"))));
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return java.util.Objects.requireNonNull(maybeAt(row, column), column);
    }

    static @Nullable Instant maybeAt(ResultSet row, String column) throws SQLException {
        return Moments.read(row.getObject(column, OffsetDateTime.class));
    }

    private static @Nullable String termText(Optional<Term> term) {
        return term.map(t -> t.amount() + " " + t.unit()).orElse(null);
    }

    private static Optional<Term> term(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var space = text.indexOf(' ');
        return Optional.of(
                new Term(Integer.parseInt(text.substring(0, space)), Term.Unit.valueOf(text.substring(space + 1))));
    }
}
