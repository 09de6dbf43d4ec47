package org.linli.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.postgres.EmbeddedPostgres;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** One PostgreSQL for the whole test run, in a folder that goes with it; a database of its own for every context. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static int databases;

    /** Contexts that may still use the server while they close; it stops after the last of them. */
    private static final Set<Lease> LEASES = ConcurrentHashMap.newKeySet();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** One context's use of the server; made first, closed last. */
    static final class Lease implements AutoCloseable {

        private final String url = Server.freshDatabase();
        private final Path folder = Server.freshFolder();

        Lease() {
            LEASES.add(this);
        }

        @Override
        public void close() {
            LEASES.remove(this);
        }
    }

    @Bean
    Lease lease() {
        return new Lease();
    }

    @Bean
    DynamicPropertyRegistrar database(Lease lease) {
        var url = lease.url;
        return properties -> {
            properties.add("spring.datasource.url", () -> url);
            properties.add("linli.data", lease.folder::toString);
            properties.add("spring.datasource.username", () -> EmbeddedPostgres.USER);
            properties.add("spring.datasource.password", Server.POSTGRES::password);
        };
    }

    /** Started with the first database, stopped with the JVM. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var folder = Files.createTempDirectory("linli-test");
                // Tests throw the database away, so it need not survive a power cut; each context has a pool of its
                // own.
                var server = EmbeddedPostgres.start(
                        folder, Map.of("fsync", "off", "shared_buffers", "128MB", "max_connections", "400"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    awaitLeases();
                    server.close();
                    delete(folder);
                }));
                return server;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static synchronized String freshDatabase() {
            var name = "linli_" + ++databases;
            try (var connection = java.sql.DriverManager.getConnection(
                            POSTGRES.jdbcUrl(), EmbeddedPostgres.USER, POSTGRES.password());
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
            return POSTGRES.jdbcUrl(name);
        }

        private static Path freshFolder() {
            try {
                var folder = Files.createTempDirectory("linli-test-data");
                folder.toFile().deleteOnExit();
                return folder;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void awaitLeases() {
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (!LEASES.isEmpty() && System.nanoTime() < end) {
                java.util.concurrent.locks.LockSupport.parkNanos(
                        Duration.ofMillis(20).toNanos());
            }
        }

        private static void delete(Path folder) {
            try (var paths = Files.walk(folder)) {
                paths.sorted(java.util.Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (IOException e) {
                // a temporary folder; the system clears it
            }
        }
    }
}
