package org.linli.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasCommittedFromOneStartToTheNext() throws SQLException {
        try (var server = start()) {
            execute(server, "create table note (text text)");
            execute(server, "insert into note values ('昆都仑')");
        }
        try (var server = start()) {
            assertThat(value(server, "select text from note")).isEqualTo("昆都仑");
        }
    }

    @Test
    void runsWithEverySafetyOn() throws SQLException {
        try (var server = start()) {
            assertThat(value(server, "show fsync")).isEqualTo("on");
            assertThat(value(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(value(server, "show full_page_writes")).isEqualTo("on");
            assertThat(value(server, "show data_checksums")).isEqualTo("on");
            assertThat(value(server, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        try (var server = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), EmbeddedPostgres.USER, "guess"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void refusesAFolderThatIsInUse() {
        try (var server = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(PostgresFailure.class)
                    .hasMessageContaining("Another Linli is already running");
            assertThat(server.port()).isPositive();
        }
    }

    @Test
    void recoversWhenTheServerWasKilled() throws Exception {
        var server = start();
        execute(server, "create table note (text text)");
        execute(server, "insert into note values ('kept')");
        kill(server.pid());
        server.close();
        try (var again = start()) {
            assertThat(value(again, "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void takesOverAServerThatAKilledProcessLeftBehind() throws Exception {
        var starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartAndWait.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        var orphan = Long.parseLong(starter.inputReader().readLine());
        starter.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (var server = start()) {
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(value(server, "select count(*) from left_behind")).isEqualTo("1");
        }
    }

    /** Starts a server, commits a row, prints the server's process id, and waits to be killed. */
    static final class StartAndWait {
        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) throws Exception {
            var server = EmbeddedPostgres.start(Path.of(arguments[0]), Map.of());
            execute(server, "create table left_behind as select 1 as one");
            System.out.println(server.pid());
            Thread.sleep(60_000);
        }
    }

    @Test
    void leavesADamagedFolderAsItIs() throws IOException {
        start().close();
        var control = folder.resolve("postgresql/global/pg_control");
        Files.delete(control);
        assertThatThrownBy(this::start).isInstanceOf(PostgresFailure.class).hasMessageContaining("damaged");
        assertThat(control).doesNotExist();
        assertThat(folder.resolve("postgresql/PG_VERSION")).exists();
    }

    @Test
    void leavesAFolderOfAnotherVersionAsItIs() throws IOException {
        Files.createDirectories(folder.resolve("postgresql"));
        Files.writeString(folder.resolve("postgresql/PG_VERSION"), "15\n");
        assertThatThrownBy(this::start).isInstanceOf(PostgresFailure.class).hasMessageContaining("PostgreSQL 15");
    }

    @Test
    void leavesSomebodyElsesFolderAsItIs() throws IOException {
        Files.createDirectories(folder.resolve("postgresql"));
        Files.writeString(folder.resolve("postgresql/letters.txt"), "private");
        assertThatThrownBy(this::start).isInstanceOf(PostgresFailure.class).hasMessageContaining("not a PostgreSQL");
        assertThat(folder.resolve("postgresql/letters.txt")).hasContent("private");
    }

    @Test
    void startsAfreshWhenTheFirstStartWasInterrupted() throws SQLException, IOException {
        Files.createDirectories(folder.resolve("postgresql.new/base"));
        try (var server = start()) {
            assertThat(value(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void tellsHowToReachARunningServer() throws SQLException {
        assertThat(EmbeddedPostgres.running(folder)).isEmpty();
        try (var server = start()) {
            var address = EmbeddedPostgres.running(folder).orElseThrow();
            assertThat(address.jdbcUrl()).isEqualTo(server.jdbcUrl());
            DriverManager.getConnection(address.jdbcUrl(), EmbeddedPostgres.USER, address.password())
                    .close();
        }
        assertThat(EmbeddedPostgres.running(folder)).isEmpty();
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, Map.of("shared_buffers", "16MB"));
    }

    private static void kill(long pid) throws Exception {
        new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
        ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), EmbeddedPostgres.USER, server.password());
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
