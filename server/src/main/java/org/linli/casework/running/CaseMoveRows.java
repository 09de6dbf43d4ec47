package org.linli.casework.running;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.casework.Term;
import org.linli.casework.clock.ClockState;
import org.linli.casework.procedure.Procedure.PauseReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Cases as they are opened and moved on: the entry, the case's standing and its clocks in one statement. */
@Component
class CaseMoveRows {

    private static final String EVENT = """
            insert into casework.case_event (case_id, seq, at, posting, account, actor, role, actor_unit, home_unit,
                acting_for, action, from_state, to_state, to_unit, to_assignee, to_hold, note, input, due, request_key,
                hash)
            select id, :seq, :at, :posting, :account, :actor, :role, :actorUnit, :homeUnit, :actingFor, :action, :from,
                :to, :unit, :assignee, :hold, :note, :input::json, :due, :key, :hash
            """;

    private static final String OPEN = """
            with touched as (
              insert into casework.case_file (id, number, procedure, procedure_version, title_zh, title_en, subject_kind,
                  subject_id, area, station, parent, part, facts, promised_term, statutory_term, opened_at, opened_by, request_key,
                  state, unit, assignee, hold, revision, last_hash, last_actor, handlers, due, yellow_at, next_reminder,
                  rungs_sent, timeout_at, ended_at)
              values (:id, :number, :procedure, :version, :titleZh, :titleEn, :subjectKind, :subjectId, :area, :station,
                  :parent, :part, :facts::jsonb, :promised, :statutory, :at, :posting, :openKey, :to, :unit, :assignee, :hold,
                  :seq, :hash, :account, :handlers, :due, :yellowAt, :nextReminder, :rungs, :timeoutAt, :endedAt)
              on conflict (request_key) do nothing
              returning id),
            opened as (
              insert into casework.case_opening (id, at, number, procedure, procedure_version, subject_kind, subject_id,
                  area, station, promised_term, statutory_term, seal)
              select id, :at, :number, :procedure, :version, :subjectKind, :subjectId, :area, :station, :promised,
                  :statutory, :openingSeal from touched),
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

    CaseMoveRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return false when a case was opened under the same request key before */
    boolean open(CaseFile file, TimelineEntry entry, Plan plan, byte[] seal) {
        var statement = OPEN + "said as (" + EVENT + " from touched)"
                + clocksOf(file.now().clocks(), true) + " select count(*) from touched";
        var spec = jdbc.sql(statement)
                .param("number", file.number())
                .param("procedure", file.procedure())
                .param("version", file.version())
                .param("titleZh", file.title().zh())
                .param("titleEn", file.title().en())
                .param("subjectKind", file.subject().kind())
                .param("subjectId", file.subject().id())
                .param("area", file.area().value())
                .param("station", file.station().value())
                .param("parent", file.parent())
                .param("part", file.part())
                .param("facts", json.writeValueAsString(file.facts()))
                .param("promised", termText(file.terms().promised()))
                .param("statutory", termText(file.terms().statutory()))
                .param("openKey", entry.requestKey())
                .param("openingSeal", seal);
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
            var all = new LinkedHashMap<String, ClockState>();
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

    private static @Nullable String[] texts(List<ClockState> clocks, Function<ClockState, @Nullable String> of) {
        return clocks.stream().map(of).toArray(String[]::new);
    }

    private static UUID[] uuids(Set<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    static @Nullable String termText(Optional<Term> term) {
        return term.map(t -> t.amount() + " " + t.unit()).orElse(null);
    }
}
