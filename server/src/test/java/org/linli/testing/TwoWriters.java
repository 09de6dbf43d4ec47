package org.linli.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two transactions that meet on purpose: the first holds all it takes, its numbers in the change log too, when the second begins. */
public final class TwoWriters {

    private static final long PATIENCE_SECONDS = 30;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public TwoWriters(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Runs the first to just before its commit; it commits when the second waits for it, or has ended without. */
    public void meet(Runnable first, Runnable second) throws Exception {
        var writer = new CompletableFuture<Integer>();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var other = transaction.execute(status -> {
                first.run();
                jdbc.sql("set constraints all immediate").update();
                var begun = threads.submit(() -> transaction.executeWithoutResult(inner -> {
                    writer.complete(pid());
                    second.run();
                }));
                var pid = writer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
                var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
                while (!begun.isDone() && !waits(pid)) {
                    if (System.nanoTime() > patience) {
                        throw new IllegalStateException("the second writer neither waits nor ends");
                    }
                    Thread.onSpinWait();
                }
                return begun;
            });
            other.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private int pid() {
        return jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
    }

    private boolean waits(int pid) {
        return jdbc.sql("select cardinality(pg_blocking_pids(:pid)) > 0")
                .param("pid", pid)
                .query(Boolean.class)
                .single();
    }
}
