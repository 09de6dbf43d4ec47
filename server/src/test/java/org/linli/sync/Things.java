package org.linli.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.shared.Refusal;
import org.linli.sync.contributions.AlreadyKnown;
import org.linli.sync.contributions.Change;
import org.linli.sync.contributions.MergeUnit;
import org.linli.sync.contributions.MergeUnit.Policy;
import org.linli.sync.contributions.Standing;
import org.linli.sync.contributions.SyncedCollection;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Things in grid cells: a record type with a unit of every policy, and commands that end in every way. */
class Things implements SyncedCollection {

    static final String TYPE = "thing";

    private static final List<String> FIELDS = List.of("name", "birth", "phone", "tags", "log");

    private final JdbcClient jdbc;

    Things(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("""
                create schema if not exists sync_test;
                create table if not exists sync_test.thing (
                  id uuid primary key, cell text not null, body jsonb not null, closed boolean not null default false,
                  gone boolean not null default false);
                create table if not exists sync_test.history (mutation uuid, thing uuid, unique (mutation, thing));
                create table if not exists sync_test.mixed (thing uuid, field text);
                create or replace trigger thing_captured after insert or update or delete on sync_test.thing
                  for each row execute function sync.capture('thing', 'grid:', 'cell', 'gone');
                """).update();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Set<String> tables() {
        return Set.of("sync_test.thing");
    }

    @Override
    public List<MergeUnit> units() {
        return List.of(
                MergeUnit.of("identity", Policy.REVIEW, "name", "birth"),
                MergeUnit.of("phone", Policy.LATER_ARRIVAL, "phone"),
                MergeUnit.of("tags", Policy.UNION, "tags"),
                MergeUnit.of("log", Policy.APPEND, "log"));
    }

    @Override
    public Map<UUID, Map<String, Object>> load(Acting by, Collection<UUID> ids) {
        var loaded = new LinkedHashMap<UUID, Map<String, Object>>();
        jdbc.sql("select id, body, closed from sync_test.thing where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    loaded.put(row.getObject("id", UUID.class), body(row.getString("body"), row.getBoolean("closed")));
                });
        return loaded;
    }

    @Override
    public Optional<Standing> hold(UUID id) {
        return jdbc.sql("select cell, body, closed from sync_test.thing where id = :id and not gone for update")
                .param("id", id)
                .query((row, n) -> new Standing(
                        "grid:" + row.getString("cell"),
                        body(row.getString("body"), row.getBoolean("closed")),
                        !row.getBoolean("closed")))
                .optional();
    }

    @Override
    public void create(Acting by, Change change) {
        misbehave(change.values().get("name"));
        var name = String.valueOf(change.values().get("name"));
        if (name.startsWith("known")) {
            throw new AlreadyKnown(new UUID(0, 1));
        }
        add(change.entity(), change.scope().substring("grid:".length()), values(change.values()));
        remember(change);
    }

    @Override
    public void same(Acting by, Change change, UUID existing) {
        jdbc.sql("insert into sync_test.history values (:mutation, :thing)")
                .param("mutation", change.mutation())
                .param("thing", existing)
                .update();
    }

    @Override
    public void patch(Acting by, Change change) {
        misbehave(change.values().get("name"));
        var standing = hold(change.entity()).orElseThrow();
        noteMixing(change, standing);
        var body = new LinkedHashMap<>(standing.values());
        body.remove("closed");
        change.values().forEach((field, value) -> {
            if (value == null) {
                body.remove(field);
            } else {
                body.put(field, value);
            }
        });
        set(change.entity(), body);
        remember(change);
    }

    @Override
    public void command(Acting by, Change change) {
        switch (change.command()) {
            case "close" -> closeThing(change.entity());
            case "move" ->
                move(change.entity(), String.valueOf(change.arguments().get("cell")));
            case "explode" -> throw new IllegalStateException("13800138000 exploded");
            case "fail-late" ->
                jdbc.sql("insert into sync.pending (scope, etype, eid, op, stamps) values ('x','x',:id,'?',true)")
                        .param("id", change.entity())
                        .update();
            default -> throw Refusal.ofField("command", SyncReason.UNKNOWN_SCOPE, change.command());
        }
        remember(change);
    }

    void add(UUID id, String cell, Map<String, Object> body) {
        jdbc.sql("insert into sync_test.thing (id, cell, body) values (:id, :cell, :body::jsonb)")
                .param("id", id)
                .param("cell", cell)
                .param("body", JsonMapper.shared().writeValueAsString(body))
                .update();
    }

    void set(UUID id, Map<String, Object> body) {
        jdbc.sql("update sync_test.thing set body = :body::jsonb where id = :id")
                .param("id", id)
                .param("body", JsonMapper.shared().writeValueAsString(body))
                .update();
    }

    /** To which phones only add. */
    List<?> log(UUID id) {
        return jdbc.sql("select coalesce(body ->> 'log', '[]') from sync_test.thing where id = :id")
                .param("id", id)
                .query((row, n) -> JsonMapper.shared().readValue(row.getString(1), List.class))
                .single();
    }

    void move(UUID id, String cell) {
        jdbc.sql("update sync_test.thing set cell = :cell where id = :id")
                .param("id", id)
                .param("cell", cell)
                .update();
    }

    void closeThing(UUID id) {
        jdbc.sql("update sync_test.thing set closed = true where id = :id")
                .param("id", id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("update sync_test.thing set gone = true where id = :id")
                .param("id", id)
                .update();
    }

    /** Everything in a cell as a phone must hold it. */
    Map<UUID, Map<String, Object>> in(String scope) {
        var found = new LinkedHashMap<UUID, Map<String, Object>>();
        jdbc.sql("select id, body, closed from sync_test.thing where 'grid:' || cell = :scope and not gone")
                .param("scope", scope)
                .query(row -> {
                    found.put(row.getObject("id", UUID.class), body(row.getString("body"), row.getBoolean("closed")));
                });
        return found;
    }

    private static void misbehave(@Nullable Object name) {
        if ("explode".equals(name)) {
            throw new IllegalStateException("13800138000 exploded");
        }
    }

    /** The rule of merging, looked at where it must hold: what is replaced is what its author had seen. */
    private void noteMixing(Change change, Standing standing) {
        if (change.device().isEmpty()) {
            return;
        }
        for (var field : List.of("name", "birth")) {
            var touches = change.values().containsKey("name") || change.values().containsKey("birth");
            var seen = change.base().get(field);
            var stands = standing.values().get(field);
            var becomes = change.values().get(field);
            if (touches && !String.valueOf(seen).equals(String.valueOf(stands)) && !stands.equals(becomes)) {
                jdbc.sql("insert into sync_test.mixed values (:id, :field)")
                        .param("id", change.entity())
                        .param("field", field)
                        .update();
            }
        }
    }

    private void remember(Change change) {
        jdbc.sql("insert into sync_test.history values (:mutation, :thing)")
                .param("mutation", change.mutation())
                .param("thing", change.entity())
                .update();
    }

    private static Map<String, Object> values(Map<String, @Nullable Object> said) {
        var values = new LinkedHashMap<String, Object>();
        for (var field : FIELDS) {
            var value = said.get(field);
            if (value != null) {
                values.put(field, value);
            }
        }
        return values;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(String json, boolean closed) {
        var body = new LinkedHashMap<String, Object>(JsonMapper.shared().readValue(json, Map.class));
        body.put("closed", closed);
        return body;
    }

    /** A body with a value in every field. */
    static Map<String, Object> something(String word) {
        return new LinkedHashMap<>(Map.of(
                "name",
                "n" + word,
                "birth",
                "b" + word,
                "phone",
                "p" + word,
                "tags",
                List.of("t"),
                "log",
                new ArrayList<>()));
    }
}
