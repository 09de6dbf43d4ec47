package org.linli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.postgres.EmbeddedPostgres;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/** The settings of a database that may still be starting: who asks for one of them waits until it is up. */
final class StartingDatabase extends PropertySource<CompletableFuture<EmbeddedPostgres>> implements AutoCloseable {

    static final String URL = "spring.datasource.url";
    static final String USER = "spring.datasource.username";
    static final String PASSWORD = "spring.datasource.password";

    StartingDatabase(Supplier<EmbeddedPostgres> start) {
        super("starting database", startAside(start));
    }

    /** The settings of a database that another process runs. */
    static PropertySource<?> running(EmbeddedPostgres.Address database) {
        return new MapPropertySource(
                "running database",
                Map.of(URL, database.jdbcUrl(), USER, EmbeddedPostgres.USER, PASSWORD, database.password()));
    }

    private static CompletableFuture<EmbeddedPostgres> startAside(Supplier<EmbeddedPostgres> start) {
        var started = new CompletableFuture<EmbeddedPostgres>();
        Thread.ofPlatform().name("database-start").start(() -> {
            try {
                started.complete(start.get());
            } catch (Throwable failure) {
                started.completeExceptionally(failure);
            }
        });
        return started;
    }

    @Override
    public @Nullable Object getProperty(String name) {
        return switch (name) {
            case URL -> getSource().join().jdbcUrl();
            case USER -> EmbeddedPostgres.USER;
            case PASSWORD -> getSource().join().password();
            default -> null;
        };
    }

    void onUnexpectedEnd(Runnable action) {
        getSource().thenAccept(database -> database.onUnexpectedEnd(action));
    }

    /** Why the database did not start; empty when it did. */
    Optional<RuntimeException> failure() {
        var failed = getSource().isCompletedExceptionally() ? getSource().exceptionNow() : null;
        return failed instanceof RuntimeException failure ? Optional.of(failure) : Optional.empty();
    }

    /** Stops the database, waiting for its start when that is still going on; does nothing when it never started. */
    @Override
    public void close() {
        getSource()
                .handle((database, failure) -> {
                    if (database != null) {
                        database.close();
                    }
                    return true;
                })
                .join();
    }
}
