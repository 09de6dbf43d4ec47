package org.linli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The log under sixteen writers: what a reader that pages through it has seen is what there is, and nothing is numbered twice. */
@SyncTest
class StampingTests {

    private static final int WRITERS = 16;
    private static final int CELLS = 6;
    private static final int THINGS = 400;
    private static final Duration RUN = Duration.ofSeconds(6);
    private static final String CELL = "1502999990010%02d";

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final List<UUID> ids = new ArrayList<>();
    private final AtomicInteger deadlocks = new AtomicInteger();
    private final AtomicInteger committed = new AtomicInteger();

    @Test
    void losesNothingUnderManyWriters() throws Exception {
        var seed = System.nanoTime();
        System.out.println("seed of the writers: " + seed);
        recordNumbers();
        for (var n = 0; n < THINGS; n++) {
            ids.add(UUID.randomUUID());
            things.add(ids.get(n), CELL.formatted(n % CELLS), Things.something("0"));
        }
        var running = new AtomicBoolean(true);
        var reader = new Reader();
        try (var pool = Executors.newFixedThreadPool(WRITERS + 1)) {
            var writers = new ArrayList<Callable<Void>>();
            for (var n = 0; n < WRITERS; n++) {
                var random = new Random(seed + n);
                writers.add(() -> {
                    while (running.get()) {
                        write(random);
                    }
                    return null;
                });
            }
            writers.add(() -> {
                while (running.get()) {
                    reader.page();
                }
                return null;
            });
            var futures = writers.stream().map(pool::submit).toList();
            Thread.sleep(RUN);
            running.set(false);
            for (var future : futures) {
                future.get();
            }
        } finally {
            jdbc.sql("drop trigger numbers_recorded on sync.change").update();
        }
        while (reader.page()) {
            assertThat(reader.cursors).isNotEmpty();
        }
        System.out.println("committed transactions: " + committed + ", deadlocks: " + deadlocks);
        assertThat(committed.get()).isGreaterThan(300);
        assertThat(deadlocks).hasValue(0);
        for (var n = 0; n < CELLS; n++) {
            var scope = "grid:" + CELL.formatted(n);
            assertThat(reader.held.getOrDefault(scope, Map.of())).as(scope).isEqualTo(truth(scope));
            assertThat(numbersOf(scope)).as("numbers of %s", scope).isEqualTo(headOf(scope));
        }
        assertThat(jdbc.sql("select count(*) from sync.pending")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Two records of the scopes at random, in the order of their identifiers, as a program does that cares about locks. */
    private void write(Random random) {
        var one = ids.get(random.nextInt(THINGS));
        var other = ids.get(random.nextInt(THINGS));
        var kind = random.nextInt(100);
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                for (var id : one.compareTo(other) < 0 ? List.of(one, other) : List.of(other, one)) {
                    act(random, id, kind);
                }
                if (random.nextInt(10) == 0) {
                    status.setRollbackOnly();
                }
            });
            committed.incrementAndGet();
        } catch (RuntimeException failure) {
            if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException sql
                    && "40P01".equals(sql.getSQLState())) {
                deadlocks.incrementAndGet();
            } else {
                throw failure;
            }
        }
    }

    private void act(Random random, UUID id, int kind) {
        if (kind < 70) {
            things.set(id, Things.something(Integer.toString(random.nextInt())));
        } else if (kind < 85) {
            things.move(id, CELL.formatted(random.nextInt(CELLS)));
        } else {
            jdbc.sql("update sync_test.thing set gone = not gone where id = :id")
                    .param("id", id)
                    .update();
        }
    }

    /** Every number that was ever given out, not only those that still stand. */
    private void recordNumbers() {
        jdbc.sql("""
                drop table if exists sync_test.number;
                create table sync_test.number (scope text, seq bigint);
                create or replace function sync_test.record_number() returns trigger language plpgsql as $$
                begin
                  insert into sync_test.number values (new.scope, new.seq);
                  return null;
                end $$;
                create trigger numbers_recorded after insert or update on sync.change
                  for each row execute function sync_test.record_number();
                """).update();
    }

    /** Distinct numbers of a scope, when they are all there and none was given out twice. */
    private long numbersOf(String scope) {
        return jdbc.sql("""
                select case when count(*) = count(distinct seq) and coalesce(min(seq), 1) = 1 then count(*) else -1 end
                  from sync_test.number where scope = :scope
                """).param("scope", scope).query(Long.class).single();
    }

    private long headOf(String scope) {
        return jdbc.sql("select head from sync.scope where scope = :scope")
                .param("scope", scope)
                .query(Long.class)
                .single();
    }

    private Map<UUID, String> truth(String scope) {
        var truth = new HashMap<UUID, String>();
        jdbc.sql("select id, body from sync_test.thing where 'grid:' || cell = :scope and not gone")
                .param("scope", scope)
                .query(row -> {
                    truth.put(row.getObject("id", UUID.class), row.getString("body"));
                });
        return truth;
    }

    /** Reads all scopes in pages of three, each page in a view of its own. */
    private final class Reader {

        private final Map<String, Long> cursors = new HashMap<>();
        private final Map<String, Map<UUID, String>> held = new HashMap<>();
        private final TransactionTemplate reading = new TransactionTemplate(transactions);

        Reader() {
            reading.setReadOnly(true);
            reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        }

        /** One page of every scope; false when there was nothing new. */
        boolean page() {
            var news = false;
            for (var n = 0; n < CELLS; n++) {
                var scope = "grid:" + CELL.formatted(n);
                news |= Boolean.TRUE.equals(reading.execute(status -> page(scope)));
            }
            return news;
        }

        private boolean page(String scope) {
            var cursor = cursors.getOrDefault(scope, 0L);
            var copy = held.computeIfAbsent(scope, one -> new HashMap<>());
            Set<Long> read = new HashSet<>();
            jdbc.sql("""
                    select c.seq, c.eid, c.op, t.body from sync.change c left join sync_test.thing t on t.id = c.eid
                     where c.scope = :scope and c.seq > :cursor order by c.seq limit 3
                    """).param("scope", scope).param("cursor", cursor).query(row -> {
                read.add(row.getLong("seq"));
                if (row.getString("op").equals("P")) {
                    copy.put(row.getObject("eid", UUID.class), row.getString("body"));
                } else {
                    copy.remove(row.getObject("eid", UUID.class));
                }
            });
            read.stream().max(Long::compare).ifPresent(last -> cursors.put(scope, last));
            return !read.isEmpty();
        }
    }
}
