package org.linli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.linli.sync.log.Epochs;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/**
 * The invariants of the protocol, on phones and an office that do anything in any order. The seed of a run is printed;
 * {@code -Dsync.seed=…} runs it again.
 */
@SyncTest
class ConvergenceTests {

    private static final int PHONES = 4;
    private static final int STEPS = 150;

    private static final List<String> TABLES = List.of(
            "sync.scope",
            "sync.change",
            "sync.assignment",
            "sync.device",
            "sync.mutation",
            "sync.conflict",
            "sync.proposal",
            "sync.exception",
            "sync.notice",
            "sync_test.thing",
            "sync_test.history");

    @Autowired
    Assignments assignments;

    @Autowired
    Things things;

    @Autowired
    Epochs epochs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SettableClock clock;

    @RepeatedTest(3)
    void whateverHappensPhonesAndServerAgreeAndNothingIsLost() {
        var world = world();
        for (var n = 0; n < STEPS; n++) {
            world.step();
        }
        world.settle();
        holds(world);
    }

    @Test
    void aServerRestoredFromItsBackupIsCaughtUpByThePhones() {
        var world = world();
        for (var n = 0; n < STEPS / 2; n++) {
            world.step();
        }
        world.settle();
        backUp();
        for (var n = 0; n < STEPS / 2; n++) {
            world.step();
        }
        world.settle();
        var before = world.phones.stream().map(phone -> phone.epoch).collect(Collectors.toSet());
        restore();
        for (var phone : world.phones) {
            phone.pull(500);
            assertThat(before).doesNotContain(phone.epoch);
        }
        world.settle();
        holds(world);
        for (var n = 0; n < STEPS / 3; n++) {
            world.step();
        }
        world.settle();
        holds(world);
    }

    private World world() {
        var seed = Long.getLong("sync.seed", System.nanoTime());
        System.out.println("seed of the phones: " + seed);
        var world = new World(new Random(seed), assignments, things, jdbc, mvc, clock);
        world.begin(PHONES);
        return world;
    }

    private void holds(World world) {
        for (var phone : world.phones) {
            everyChangeHasItsEnd(phone);
            holdsWhatTheServerHas(world, phone);
        }
        assertThat(jdbc.sql("select count(*) from sync_test.mixed")
                        .query(Long.class)
                        .single())
                .as("units made of two people's answers")
                .isZero();
        assertThat(jdbc.sql("""
                        select count(*) from sync.scope s
                         where head <> coalesce((select max(seq) from sync.change c where c.scope = s.scope), head)
                           and not exists (select from sync.change c where c.scope = s.scope and c.seq = s.head)
                        """).query(Long.class).single())
                .as("heads that no change has")
                .isZero();
    }

    /** 1: applied is in the record's history, review is in a review, refused is on the desk with its reason. */
    private void everyChangeHasItsEnd(Phone phone) {
        assertThat(phone.results).hasSameSizeAs(phone.made.values());
        for (var mutation : phone.made.values()) {
            var id = UUID.fromString(mutation.get("id").toString());
            var result = phone.results.get(id.toString());
            switch (result.path("outcome").asString()) {
                case "applied", "merged" -> isInTheRecord(mutation, id);
                case "review", "duplicate_person" ->
                    assertThat(count("select count(*) from sync.proposal where mutation_id = :id", id))
                            .as("review of %s", mutation)
                            .isPositive();
                default -> {
                    assertThat(count("select count(*) from sync.exception where mutation_id = :id", id))
                            .as("desk's copy of %s, %s", mutation, result)
                            .isPositive();
                    assertThat(result.path("outcome").asString().equals("out_of_scope_recorded")
                                    || !result.path("text").asString().isEmpty())
                            .as("a reason that is shown: %s", result)
                            .isTrue();
                }
            }
        }
    }

    /** A patch that wanted only what stood already leaves no trace; what it added to a log stays for good. */
    @SuppressWarnings("unchecked")
    private void isInTheRecord(Map<String, Object> mutation, UUID id) {
        if (mutation.get("patch") instanceof Map<?, ?> patch) {
            if (patch.get("log") instanceof Map<?, ?> log) {
                var longer = (List<?>) log.get("new");
                assertThat((List<Object>) things.log(UUID.fromString(String.valueOf(mutation.get("entity")))))
                        .as("what %s added", mutation)
                        .contains(longer.getLast());
            }
        } else {
            assertThat(count("select count(*) from sync_test.history where mutation = :id", id))
                    .as("history of %s", mutation)
                    .isPositive();
        }
    }

    /** 2 and 3: for every scope of the account exactly what is in it, and not a byte of any other. */
    private void holdsWhatTheServerHas(World world, Phone phone) {
        assertThat(phone.members.keySet()).isEqualTo(world.allowed(phone));
        var expected = new TreeMap<String, Map<String, Object>>();
        for (var scope : world.allowed(phone)) {
            things.in(scope).forEach((id, body) -> expected.put(id.toString(), body));
        }
        var held = new TreeMap<String, Object>();
        Set<String> others = new TreeSet<>();
        phone.records.forEach((id, item) -> {
            if (item.path("type").asString().equals(Things.TYPE)) {
                held.put(id, JsonMapper.shared().treeToValue(item.path("data"), Map.class));
            } else if (!phone.members.get("ref").containsKey(id)) {
                others.add(id);
            }
        });
        assertThat(held).isEqualTo(expected);
        var known = new ArrayList<>(jdbc.sql("select id from sync.conflict where scope = any(:scopes)")
                .param("scopes", world.allowed(phone).toArray(String[]::new))
                .query(String.class)
                .list());
        known.addAll(jdbc.sql("select id from sync.notice where account_id = :account")
                .param("account", phone.holder.account().value())
                .query(String.class)
                .list());
        assertThat(others).containsExactlyInAnyOrderElementsOf(known);
    }

    private long count(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(Long.class).single();
    }

    private void backUp() {
        jdbc.sql(
                        "drop schema if exists backup cascade; create schema backup; create table backup.version as select last_value from sync.version")
                .update();
        TABLES.forEach(table -> jdbc.sql("create table backup.%s as table %s".formatted(copy(table), table))
                .update());
    }

    /** As a restored dump would be, which also is another database to whoever looks. */
    private void restore() {
        var columns = "select string_agg(quote_ident(attname), ',' order by attnum) from pg_attribute"
                + " where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''";
        jdbc.sql("truncate " + String.join(", ", TABLES) + ", sync.photo").update();
        for (var table : TABLES) {
            var names = jdbc.sql(columns.formatted(table)).query(String.class).single();
            jdbc.sql(
                            "begin; set local session_replication_role = replica; insert into %s (%s) select %s from backup.%s; commit"
                                    .formatted(table, names, names, copy(table)))
                    .update();
        }
        jdbc.sql("select setval('sync.version', (select last_value from backup.version))")
                .query(rows -> {});
        jdbc.sql("update sync.epoch set system_identifier = system_identifier + 1")
                .update();
        epochs.afterSingletonsInstantiated();
    }

    private static String copy(String table) {
        return table.replace('.', '_');
    }
}
