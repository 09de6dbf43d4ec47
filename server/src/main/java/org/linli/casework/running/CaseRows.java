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
import org.linli.shared.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Cases as they stand, each read whole in one statement. */
@Component
class CaseRows {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private static final String SELECT = """
            select f.id, f.number, f.procedure, f.procedure_version, f.title_zh, f.title_en, f.subject_kind, f.subject_id,
                   f.area, f.station, f.parent, f.part, f.facts, f.promised_term, f.statutory_term, f.opened_at, f.opened_by,
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

    /**
     * Keeps others from moving it until the transaction ends. Locked by a statement of its own: one that had to wait would
     * join the case as it is now with its clocks as they were.
     */
    Optional<CaseFile> loadToChange(CaseId id) {
        jdbc.sql("select id from casework.case_file where id = :id for no key update")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
        return find(id);
    }

    /** Locks those that nobody else is at. */
    List<UUID> lockFree(List<UUID> ids) {
        return jdbc.sql(
                        "select id from casework.case_file where id = any (:ids) order by id for no key update skip locked")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    List<CaseFile> findAll(List<UUID> ids) {
        return jdbc.sql(SELECT + FROM + " where f.id = any (:ids) order by f.id")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> file(row))
                .list();
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
                Names.of(row.getString("title_zh"), row.getString("title_en")),
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

    private static Optional<Term> term(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var space = text.indexOf(' ');
        return Optional.of(
                new Term(Integer.parseInt(text.substring(0, space)), Term.Unit.valueOf(text.substring(space + 1))));
    }
}
