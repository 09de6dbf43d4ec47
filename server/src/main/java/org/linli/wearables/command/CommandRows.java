package org.linli.wearables.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.privacy.FieldCipher;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rows of orders. */
@Repository
class CommandRows {

    private static final String CONTENT = "wearables.command.content";

    /** An order given in another process is found by its age; one that is older waits for its device to connect. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final String DUE = """
            select c.id, d.number, c.content_sealed
              from wearables.command c join wearables.device d on d.id = c.device_id
             where c.state in ('WAITING', 'SENT') and c.expires_at > :now and d.retired_at is null
               and c.wearer is not distinct from d.wearer
               and (c.kind <> 'LOCATE' or exists (
                     select from wearables.consent p
                      where p.device_id = d.id and p.kind = 'POSITION' and p.withdrawn_at is null))
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final JsonMapper json;

    CommandRows(JdbcClient jdbc, FieldCipher cipher, JsonMapper json) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
    }

    /** A device, as far as it matters whether it may be told something. */
    record Target(DivisionCode division, @Nullable UUID wearer, boolean retired, boolean saysWhere) {}

    /** An order that a device is to be told now. */
    record Due(UUID id, String device, CommandForm form) {}

    Optional<Target> target(int device) {
        return jdbc.sql("""
                select d.division, d.wearer, d.retired_at is not null as retired,
                       exists (select from wearables.consent c
                                where c.device_id = d.id and c.kind = 'POSITION' and c.withdrawn_at is null) as says_where
                  from wearables.device d where d.id = :id""")
                .param("id", device)
                .query((row, n) -> new Target(
                        DivisionCode.of(row.getString("division")),
                        row.getObject("wearer", UUID.class),
                        row.getBoolean("retired"),
                        row.getBoolean("says_where")))
                .optional();
    }

    UUID add(int device, @Nullable UUID wearer, CommandForm form, Acting by, Instant at) {
        var id = Ids.next();
        jdbc.sql("""
                insert into wearables.command (id, device_id, wearer, kind, content_sealed, state, ordered_at, ordered_by,
                                               name, expires_at)
                values (:id, :device, :wearer, :kind, :content, 'WAITING', :at, :by, :name, :expires)""")
                .param("id", id)
                .param("device", device)
                .param("wearer", wearer, Types.OTHER)
                .param("kind", form.kind().name())
                .param("content", cipher.seal(CONTENT, json.writeValueAsString(form)))
                .param("at", Timestamp.from(at))
                .param("by", by.posting().value())
                .param("name", by.name())
                .param("expires", Timestamp.from(at.plus(form.kind().patience())))
                .update();
        return id;
    }

    List<Command> latest(int device, int limit) {
        return jdbc.sql("""
                select * from wearables.command where device_id = :device order by ordered_at desc, id desc limit :limit""")
                .param("device", device)
                .param("limit", limit)
                .query(CommandRows::command)
                .list();
    }

    /** What devices that have just connected are to be told, also what they were told on a connection that broke. */
    List<Due> dueFor(Collection<String> devices, Instant now) {
        return jdbc.sql(DUE + " and d.number = any(:devices) order by c.ordered_at, c.id")
                .param("now", Timestamp.from(now))
                .param("devices", devices.toArray(String[]::new))
                .query(this::due)
                .list();
    }

    List<Due> fresh(Instant now) {
        return jdbc.sql(DUE
                        + " and c.state = 'WAITING' and c.ordered_at > :since order by c.ordered_at, c.id limit 1000")
                .param("now", Timestamp.from(now))
                .param("since", Timestamp.from(now.minus(FRESH)))
                .query(this::due)
                .list();
    }

    void sent(UUID id, Instant at) {
        jdbc.sql("update wearables.command set state = 'SENT', sent_at = :at where id = :id and state = 'WAITING'")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    void answered(UUID id, boolean done, Instant at) {
        end("id = :id", at, done ? Command.State.ANSWERED : Command.State.REFUSED)
                .param("id", id)
                .update();
    }

    /** Another order of the kind takes its place. */
    void replace(int device, CommandKind kind, Instant at) {
        end("device_id = :device and kind = :kind", at, Command.State.EXPIRED)
                .param("device", device)
                .param("kind", kind.name())
                .update();
    }

    void expire(Instant now) {
        end("expires_at <= :at", now, Command.State.EXPIRED).update();
    }

    private JdbcClient.StatementSpec end(String which, Instant at, Command.State state) {
        return jdbc.sql("""
                update wearables.command set state = :state, ended_at = :at, content_sealed = null
                 where state in ('WAITING', 'SENT') and\s""" + which).param("at", Timestamp.from(at)).param("state", state.name());
    }

    private Due due(ResultSet row, int n) throws SQLException {
        var content = cipher.open(CONTENT, row.getString("content_sealed"));
        return new Due(
                row.getObject("id", UUID.class), row.getString("number"), json.readValue(content, CommandForm.class));
    }

    private static Command command(ResultSet row, int n) throws SQLException {
        return new Command(
                row.getObject("id", UUID.class),
                CommandKind.valueOf(row.getString("kind")),
                Command.State.valueOf(row.getString("state")),
                row.getTimestamp("ordered_at").toInstant(),
                row.getString("name"),
                row.getTimestamp("expires_at").toInstant(),
                moment(row.getTimestamp("sent_at")),
                moment(row.getTimestamp("ended_at")));
    }

    private static Optional<Instant> moment(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
