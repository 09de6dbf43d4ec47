package org.linli.bench;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * Commits of a one-row change over many scopes by eight writers: on a table whose changes are logged and on its twin whose
 * are not, turn by turn, so that both meet the same machine.
 */
final class CaptureMeasure {

    private static final int WRITERS = 8;
    private static final int SCOPES = 64;
    private static final int ROWS = 6_400;
    private static final int ROUNDS = 3;

    private final DataSource source;

    CaptureMeasure(DataSource source) {
        this.source = source;
    }

    /** Commits a second with the log and without it. */
    record Rates(double logged, double plain) {}

    /** @param traced with a row of history and one of the audit trail, as the house commits a change; else the bare row */
    Rates measure(int seconds, boolean traced) throws Exception {
        prepare();
        drive("logged", traced, 1);
        drive("plain", traced, 1);
        var logged = 0L;
        var plain = 0L;
        for (var round = 0; round < ROUNDS; round++) {
            plain += drive("plain", traced, seconds);
            logged += drive("logged", traced, seconds);
        }
        return new Rates(logged / (double) (ROUNDS * seconds), plain / (double) (ROUNDS * seconds));
    }

    private void prepare() throws Exception {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var table : new String[] {"logged", "plain"}) {
                statement.execute("drop table if exists bench_sync." + table + ", bench_sync." + table + "_trace");
                statement.execute("""
                        create table bench_sync.%s_trace (id uuid primary key default uuidv7(), n int not null,
                          at timestamptz not null default clock_timestamp(), body jsonb not null)
                        """.formatted(table));
                statement.execute("""
                        create table bench_sync.%1$s (n int primary key, id uuid not null default gen_random_uuid(),
                          cell text not null, body jsonb not null) with (fillfactor = 50)
                        """.formatted(table));
                if (table.equals("logged")) {
                    statement.execute("""
                            create trigger logged_captured after insert or update or delete on bench_sync.logged
                              for each row execute function sync.capture('bench-logged', 'grid:', 'cell')
                            """);
                }
                statement.execute("""
                        insert into bench_sync.%1$s (n, cell, body)
                        select n, '15020300100' || to_char(n %% %2$d, 'FM0000'),
                               jsonb_build_object('phone', n, 'text', repeat('网格', 100))
                          from generate_series(0, %3$d) n
                        """.formatted(table, SCOPES, ROWS - 1));
            }
        }
    }

    private long drive(String table, boolean traced, int seconds) throws Exception {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            var work = new ArrayList<Callable<Long>>();
            for (var writer = 0; writer < WRITERS; writer++) {
                work.add(() -> write(table, traced, end));
            }
            var commits = 0L;
            for (var one : threads.invokeAll(work)) {
                commits += one.get();
            }
            return commits;
        }
    }

    private long write(String table, boolean traced, long end) throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            var commits = 0L;
            try (var update = connection.prepareStatement("update bench_sync." + table
                            + " set body = jsonb_set(body, '{phone}', to_jsonb(?::int)) where n = ?");
                    var trace = connection.prepareStatement(
                            "insert into bench_sync." + table
                                    + "_trace (n, body) values (?, jsonb_build_object('phone', ?, 'text', repeat('网格', 50)))")) {
                while (System.nanoTime() < end) {
                    var value = ThreadLocalRandom.current().nextInt();
                    var row = ThreadLocalRandom.current().nextInt(ROWS);
                    update.setInt(1, value);
                    update.setInt(2, row);
                    update.executeUpdate();
                    for (var left = traced ? 2 : 0; left > 0; left--) {
                        trace.setInt(1, row);
                        trace.setInt(2, value);
                        trace.executeUpdate();
                    }
                    connection.commit();
                    commits++;
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return commits;
        }
    }
}
