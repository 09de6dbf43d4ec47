package org.linli.eldercare.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.eldercare.trunk.Trunks.Signer;
import org.linli.privacy.BlindIndex;
import org.linli.privacy.FieldCipher;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of calls, of what telephone systems said of them and of what operators did. */
@Repository
class CallRows {

    private static final String CALLER = "eldercare.call.caller";
    private static final String NOTE = "eldercare.call.note";
    private static final String PHONE = "eldercare.phone";
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final BlindIndex index;

    CallRows(JdbcClient jdbc, FieldCipher cipher, BlindIndex index) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.index = index;
    }

    /** The call that a telephone system means, made when it is the first word of it; held until the end of the transaction. */
    Call holdOrMake(Signer trunk, CallWords said, Instant now) {
        jdbc.sql("""
                insert into eldercare.call (id, trunk_id, reference, division, state, started_at, heard_at)
                values (:id, :trunk, :reference, :division, 'RINGING', :at, :now) on conflict do nothing""")
                .param("id", Ids.next())
                .param("trunk", trunk.id())
                .param("reference", said.call())
                .param("division", trunk.division().value())
                .param("at", Timestamp.from(said.event().at()))
                .param("now", Timestamp.from(now))
                .update();
        return jdbc.sql(
                        "select * from eldercare.call where trunk_id = :trunk and reference = :reference for no key update")
                .param("trunk", trunk.id())
                .param("reference", said.call())
                .query(this::call)
                .single();
    }

    void add(UUID call, CallEvent event, Instant now) {
        jdbc.sql("""
                insert into eldercare.call_event (call_id, seq, kind, at, queue, agent, came_at)
                values (:call, :seq, :kind, :at, :queue, :agent, :now)""")
                .param("call", call)
                .param("seq", event.seq())
                .param("kind", event.kind().name())
                .param("at", Timestamp.from(event.at()))
                .param("queue", event.queue().orElse(null), Types.VARCHAR)
                .param("agent", event.agent().orElse(null), Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .update();
    }

    List<CallEvent> events(UUID call) {
        return jdbc.sql("select * from eldercare.call_event where call_id = :call order by seq")
                .param("call", call)
                .query((row, n) -> new CallEvent(
                        row.getLong("seq"),
                        CallEvent.Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("at").toInstant(),
                        Optional.ofNullable(row.getString("queue")),
                        Optional.ofNullable(row.getString("agent"))))
                .list();
    }

    /** What the events come to; numbers that were said once are kept. */
    void tell(UUID call, CallStory story, CallWords said, Instant now) {
        jdbc.sql("""
                update eldercare.call
                   set state = :state, started_at = :started, answered_at = :answered, ended_at = :ended, heard_at = :now,
                       queue = :queue, agent = :agent,
                       caller_index = case when caller_sealed is null then :index else caller_index end,
                       caller_sealed = coalesce(caller_sealed, :caller),
                       called = coalesce(called, :called), recording = coalesce(:recording, recording)
                 where id = :id""")
                .param("id", call)
                .param("state", story.state().name())
                .param("started", Timestamp.from(story.startedAt()))
                .param("answered", story.answeredAt().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .param("ended", story.endedAt().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .param("now", Timestamp.from(now))
                .param("queue", story.queue().orElse(null), Types.VARCHAR)
                .param("agent", story.agent().orElse(null), Types.VARCHAR)
                .param(
                        "index",
                        said.caller().map(number -> index.of(PHONE, number)).orElse(null),
                        Types.BINARY)
                .param(
                        "caller",
                        said.caller().map(number -> cipher.seal(CALLER, number)).orElse(null),
                        Types.VARCHAR)
                .param("called", said.called().orElse(null), Types.VARCHAR)
                .param("recording", said.recording().orElse(null), Types.VARCHAR)
                .update();
    }

    Optional<Call> find(UUID id) {
        return jdbc.sql("select * from eldercare.call where id = :id")
                .param("id", id)
                .query(this::call)
                .optional();
    }

    /** The call, held until the end of the transaction. */
    Optional<Call> hold(UUID id) {
        return jdbc.sql("select * from eldercare.call where id = :id for no key update")
                .param("id", id)
                .query(this::call)
                .optional();
    }

    /** Those nobody has closed in an area: what goes on and what somebody has before what waits, the latest first. */
    List<Call> open(DivisionCode area, int most) {
        return jdbc.sql("""
                select * from eldercare.call
                 where division >= :from and division < :to and closed_at is null
                 order by claimed_at is null and state in ('ENDED', 'MISSED'), started_at desc, id limit :most""")
                .param("from", area.value())
                .param("to", area.value() + LAST)
                .param("most", most)
                .query(this::call)
                .list();
    }

    /** Earlier and later calls from the same number, the latest first. */
    List<Call> from(String caller, UUID but, int most) {
        return jdbc.sql("""
                select * from eldercare.call
                 where caller_index in (:indexes) and id <> :but order by started_at desc, id desc limit :most""")
                .param("indexes", index.every(PHONE, caller))
                .param("but", but)
                .param("most", most)
                .query(this::call)
                .list();
    }

    void claim(UUID id, Acting by, Instant at) {
        jdbc.sql("""
                update eldercare.call set claimed_at = :at, claimed_by = :by, claimer = :name, beat_at = :at where id = :id""")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("by", by.posting().value())
                .param("name", by.name())
                .update();
    }

    void release(UUID id) {
        jdbc.sql("""
                update eldercare.call set claimed_at = null, claimed_by = null, claimer = null, beat_at = null
                 where id = :id""").param("id", id).update();
    }

    /** The desk of somebody is there. */
    void beat(UUID posting, Instant at) {
        jdbc.sql("update eldercare.call set beat_at = :at where claimed_by = :posting and closed_at is null")
                .param("posting", posting)
                .param("at", Timestamp.from(at))
                .update();
    }

    void name(UUID id, UUID person) {
        jdbc.sql("update eldercare.call set person_id = :person where id = :id")
                .param("id", id)
                .param("person", person)
                .update();
    }

    void close(UUID id, Call.Outcome outcome, Instant at) {
        jdbc.sql("update eldercare.call set closed_at = :at, outcome = :outcome where id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("outcome", outcome.name())
                .update();
    }

    /** Missed calls of somebody who reached the desk after them need nobody to call back, unless somebody is at it. */
    int closeMissed(String caller, Signer trunk, Instant reached, Instant at) {
        return jdbc.sql("""
                update eldercare.call set closed_at = :at, outcome = 'CAME_AGAIN'
                 where caller_index in (:indexes) and division = :division and state = 'MISSED'
                   and started_at < :reached and closed_at is null and claimed_at is null""")
                .param("indexes", index.every(PHONE, caller))
                .param("division", trunk.division().value())
                .param("reached", Timestamp.from(reached))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Calls that somebody answered, and about which nobody has written a word by then. */
    int closeUnnoted(Instant before, Instant at) {
        return jdbc.sql("""
                update eldercare.call set closed_at = :at, outcome = 'UNNOTED'
                 where closed_at is null and claimed_at is null and state = 'ENDED' and ended_at < :before""")
                .param("before", Timestamp.from(before))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Calls of which nothing was heard for so long are over: the word of their end was lost. */
    int giveUp(Instant ringing, Instant talking) {
        return jdbc.sql("""
                update eldercare.call
                   set state = case when answered_at is null then 'MISSED' else 'ENDED' end, ended_at = heard_at
                 where closed_at is null
                   and (state in ('RINGING', 'QUEUED') and heard_at < :ringing
                        or state in ('TALKING', 'HELD') and heard_at < :talking)""")
                .param("ringing", Timestamp.from(ringing))
                .param("talking", Timestamp.from(talking))
                .update();
    }

    void note(UUID call, CallAct.Act act, UUID posting, String name, String note, Instant at) {
        jdbc.sql("""
                insert into eldercare.call_act (id, call_id, at, act, posting_id, name, note_sealed)
                values (:id, :call, :at, :act, :posting, :name, :note)""")
                .param("id", Ids.next())
                .param("call", call)
                .param("at", Timestamp.from(at))
                .param("act", act.name())
                .param("posting", posting)
                .param("name", name)
                .param("note", note.isBlank() ? null : cipher.seal(NOTE, note.strip()), Types.VARCHAR)
                .update();
    }

    List<CallAct> acts(UUID call) {
        return jdbc.sql("select * from eldercare.call_act where call_id = :call order by at, id")
                .param("call", call)
                .query((row, n) -> new CallAct(
                        row.getTimestamp("at").toInstant(),
                        CallAct.Act.valueOf(row.getString("act")),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("note_sealed"))
                                .map(note -> cipher.open(NOTE, note))
                                .orElse("")))
                .list();
    }

    private Call call(ResultSet row, int n) throws SQLException {
        var claimed = row.getTimestamp("claimed_at");
        var closed = row.getTimestamp("closed_at");
        return new Call(
                row.getObject("id", UUID.class),
                DivisionCode.of(row.getString("division")),
                new CallStory(
                        CallState.valueOf(row.getString("state")),
                        row.getTimestamp("started_at").toInstant(),
                        moment(row.getTimestamp("answered_at")),
                        moment(row.getTimestamp("ended_at")),
                        Optional.ofNullable(row.getString("queue")),
                        Optional.ofNullable(row.getString("agent"))),
                Optional.ofNullable(row.getString("caller_sealed")).map(number -> cipher.open(CALLER, number)),
                Optional.ofNullable(row.getString("called")),
                Optional.ofNullable(row.getString("recording")),
                row.getTimestamp("heard_at").toInstant(),
                claimed == null
                        ? Optional.empty()
                        : Optional.of(new Call.Claim(
                                claimed.toInstant(),
                                row.getObject("claimed_by", UUID.class),
                                row.getString("claimer"),
                                row.getTimestamp("beat_at").toInstant())),
                Optional.ofNullable(row.getObject("person_id", UUID.class)),
                closed == null
                        ? Optional.empty()
                        : Optional.of(
                                new Call.Closing(closed.toInstant(), Call.Outcome.valueOf(row.getString("outcome")))));
    }

    private static Optional<Instant> moment(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
