package org.linli.registry.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliApplication;
import org.linli.area.UnitCode;
import org.linli.postgres.EmbeddedPostgres;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetKind;
import org.linli.testing.Actings;
import org.linli.testing.Program;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The program is killed, not stopped, while it checks one import and while it writes another. */
class KilledImportTests {

    private static final int CHECKED = 20_000;
    private static final int APPLIED = 6_000;
    private static final int FEW = 9;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Small, so that a check has many places to be killed at. */
    private static final String BATCH = "--linli.registry.import.batch=500";

    private static final String CLAIM = "--linli.registry.import.claim=2s";

    @TempDir
    Path folder;

    private UUID checking;
    private UUID applying;
    private Process program;

    /** How far an import is. */
    private record Progress(String state, int rowsRead, int step) {}

    /** A base with a few people in it, an import whose check was asked for, and one whose writing was. */
    @BeforeEach
    void twoImportsThatWait() {
        try (var postgres = EmbeddedPostgres.start(folder.resolve("data"), Map.of())) {
            var application = new SpringApplication(LinliApplication.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            application.setDefaultProperties(Map.of(
                    "spring.datasource.url", postgres.jdbcUrl(),
                    "spring.datasource.username", EmbeddedPostgres.USER,
                    "spring.datasource.password", postgres.password(),
                    "linli.data", folder.resolve("data").toString()));
            try (var house = application.run("--db-scheduler.enabled=false")) {
                var desk = new ImportDesk(
                        house,
                        Actings.with("committee-clerk", UnitCode.of("T-KILLED"), Actings.SHAOXIANLU, Imports.RUN),
                        SheetKind.PEOPLE);
                desk.applied(desk.checked(SheetFormat.CSV, csv(FEW, 301_111)));
                checking = desk.mapped(SheetFormat.CSV, csv(CHECKED, 302_222));
                applying = desk.checked(SheetFormat.XLSX, new PeopleSheet(APPLIED, 303_333).xlsx());
                desk.ask(checking);
                desk.agree(applying);
            }
        }
    }

    @AfterEach
    void nobodyIsLeft() throws Exception {
        if (program != null) {
            kill();
        }
        EmbeddedPostgres.start(folder.resolve("data"), Map.of()).close();
    }

    @Test
    void leavesNothingHalfDoneAndGoesOnAfterTheNextStart() throws Exception {
        start();
        until(checking, at -> at.rowsRead() >= CHECKED / 5);
        kill();
        idle(base -> {
            assertThat(count(base, "registry.import_person_row where import_id = '" + checking + "'"))
                    .isEqualTo(progress(base, checking).rowsRead())
                    .isBetween(CHECKED / 5, CHECKED - 1);
            assertThat(people(base)).isEqualTo(FEW);
        });

        start();
        until(applying, at -> at.step() >= 6);
        kill();
        idle(base -> {
            assertThat(progress(base, applying).state()).isEqualTo("APPLYING");
            assertThat(people(base)).isEqualTo(FEW);
            assertThat(count(base, "registry.household")).isEqualTo(FEW / 3);
            assertThat(count(base, "registry.change")).isEqualTo(1);
        });

        start();
        until(checking, at -> at.state().equals("CHECKED"));
        until(applying, at -> at.state().equals("APPLIED"));
        program.destroy();
        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        idle(base -> {
            assertThat(people(base)).isEqualTo(FEW + APPLIED);
            assertThat(count(base, "registry.change")).isEqualTo(2);
            assertThat(count(base, "registry.import where id = '" + checking + "' and good_rows = " + CHECKED))
                    .isEqualTo(1);
            assertThat(count(base, "registry.import_fault where import_id = '" + checking + "'"))
                    .isZero();
        });
        assertLedgersAreWhole();
    }

    private static byte[] csv(int people, int mark) {
        return new PeopleSheet(people, mark).csv(StandardCharsets.UTF_8);
    }

    private void start() throws IOException {
        program = Program.start(
                folder, folder.resolve("output.txt"), "--demo=none", "--port=" + Program.freePort(), BATCH, CLAIM);
    }

    private void assertLedgersAreWhole() throws Exception {
        var output = folder.resolve("verify.txt");
        program = Program.start(folder, output, "--linli.command=audit-verify");
        assertThat(program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).as(Files.readString(output)).isZero();
    }

    /** As {@code kill -9} does it: nothing of the program runs any more, not even what it does at its end. */
    private void kill() throws Exception {
        program.destroyForcibly();
        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private void until(UUID id, Predicate<Progress> reached) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            assertThat(program.isAlive())
                    .as(() -> read(folder.resolve("output.txt")))
                    .isTrue();
            var address = EmbeddedPostgres.running(folder.resolve("data"));
            if (address.isPresent() && watch(address.get(), id, reached, end)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(
                "not reached: " + read(folder.resolve("output.txt")) + read(folder.resolve("data/linli.log")));
    }

    private static boolean watch(EmbeddedPostgres.Address address, UUID id, Predicate<Progress> reached, long end)
            throws InterruptedException {
        try (var connection =
                DriverManager.getConnection(address.jdbcUrl(), EmbeddedPostgres.USER, address.password())) {
            var base = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            while (System.nanoTime() < end) {
                if (reached.test(progress(base, id))) {
                    return true;
                }
                Thread.sleep(5);
            }
            return false;
        } catch (SQLException notYetThere) {
            return false;
        }
    }

    /** Looks into the base while no program runs on it. */
    private void idle(Consumer<JdbcTemplate> look) throws SQLException {
        try (var postgres = EmbeddedPostgres.start(folder.resolve("data"), Map.of());
                var connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.USER, postgres.password())) {
            look.accept(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
        }
    }

    private static Progress progress(JdbcTemplate base, UUID id) {
        return base.query(
                        "select state, rows_read, step from registry.import where id = ?",
                        (row, number) ->
                                new Progress(row.getString("state"), row.getInt("rows_read"), row.getInt("step")),
                        id)
                .getFirst();
    }

    private static int people(JdbcTemplate base) {
        return count(base, "registry.person");
    }

    private static int count(JdbcTemplate base, String what) {
        return base.queryForList("select count(*) from " + what, Integer.class).getFirst();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }
}
