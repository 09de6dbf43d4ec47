package org.linli.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.linli.postgres.EmbeddedPostgres;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** One PostgreSQL for the whole test run, in a folder that goes with it; a database of its own for every context. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static int databases;

    @Bean
    DynamicPropertyRegistrar database() {
        var url = Server.freshDatabase();
        return properties -> {
            properties.add("spring.datasource.url", () -> url);
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
                // Tests throw the database away, so it need not survive a power cut.
                var server = EmbeddedPostgres.start(folder, Map.of("fsync", "off", "shared_buffers", "128MB"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
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
