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

    Rates measure(int seconds) throws Exception {
        prepare();
        drive("logged", 1);
        drive("plain", 1);
        var logged = 0L;
        var plain = 0L;
        for (var round = 0; round < ROUNDS; round++) {
            plain += drive("plain", seconds);
            logged += drive("logged", seconds);
        }
        return new Rates(logged / (double) (ROUNDS * seconds), plain / (double) (ROUNDS * seconds));
    }

    private void prepare() throws Exception {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var table : new String[] {"logged", "plain"}) {
                statement.execute("drop table if exists bench_sync." + table);
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

    private long drive(String table, int seconds) throws Exception {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            var work = new ArrayList<Callable<Long>>();
            for (var writer = 0; writer < WRITERS; writer++) {
                work.add(() -> write(table, end));
            }
            var commits = 0L;
            for (var one : threads.invokeAll(work)) {
                commits += one.get();
            }
            return commits;
        }
    }

    private long write(String table, long end) throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            var commits = 0L;
            try (var update = connection.prepareStatement("update bench_sync." + table
                    + " set body = jsonb_set(body, '{phone}', to_jsonb(?::int)) where n = ?")) {
                while (System.nanoTime() < end) {
                    update.setInt(1, ThreadLocalRandom.current().nextInt());
                    update.setInt(2, ThreadLocalRandom.current().nextInt(ROWS));
                    update.executeUpdate();
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
