package org.linli.wearables.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.postgres.EmbeddedPostgres;
import org.linli.testing.Program;
import org.linli.testing.Relay;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The server and, apart from it, its database are killed while watches talk: nothing that was answered is lost or doubled. */
class KilledGatewayTests {

    private static final int WATCHES = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    private final Random moments = new Random();
    private final List<PatientWatch> watches = new ArrayList<>();
    private final List<Thread> talking = new ArrayList<>();
    private EmbeddedPostgres database;
    private Relay relay;
    private Process program;
    private int port;

    @BeforeEach
    void watchesThatTalk() throws Exception {
        database = EmbeddedPostgres.start(folder.resolve("base"), Map.of());
        relay = new Relay(database.port());
        port = Program.freePort();
        start();
        register();
        var first = Instant.now().minus(Duration.ofHours(12)).truncatedTo(ChronoUnit.SECONDS);
        for (var n = 0; n < WATCHES; n++) {
            var watch = new PatientWatch(number(n), port, first);
            watches.add(watch);
            talking.add(Thread.ofVirtual().start(watch));
        }
    }

    @AfterEach
    void nobodyIsLeft() throws Exception {
        watches.forEach(PatientWatch::finish);
        program.destroyForcibly();
        program.waitFor(1, TimeUnit.MINUTES);
        talking.forEach(Thread::interrupt);
        relay.close();
        database.close();
    }

    @Test
    void losesAndDoublesNothingThatWasAnswered() throws Exception {
        for (var kill = 0; kill < 2; kill++) {
            talkFor(1_000 + moments.nextInt(2_000));
            program.destroyForcibly();
            assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
            start();
        }
        for (var kill = 0; kill < 2; kill++) {
            talkFor(1_000 + moments.nextInt(2_000));
            killDatabase();
            Thread.sleep(500);
            database = EmbeddedPostgres.start(folder.resolve("base"), Map.of());
            relay.leadTo(database.port());
            assertThat(program.isAlive()).as("the server outlives its database").isTrue();
        }
        talkFor(1_000);
        watches.forEach(PatientWatch::finish);
        for (var one : talking) {
            assertThat(one.join(PATIENCE)).as(this::output).isTrue();
        }
        watches.forEach(this::assertKept);
    }

    private void assertKept(PatientWatch watch) {
        look(base -> {
            var kept = base.queryForList(
                    "select f.at from wearables.fix f join wearables.device d on d.id = f.device_id where d.number = ?",
                    Timestamp.class,
                    watch.number());
            assertThat(kept.stream().map(Timestamp::toInstant).toList())
                    .as("positions of %s", watch.number())
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(watch.acknowledged());
            var times = base.queryForList(
                    "select a.times from wearables.alarm a join wearables.device d on d.id = a.device_id where d.number = ?",
                    Integer.class,
                    watch.number());
            assertThat(times).as("one open alarm of %s", watch.number()).hasSize(1);
            assertThat(times.getFirst()).isGreaterThanOrEqualTo(watch.pressed());
        });
    }

    /** Until each watch was answered once more, and then for a moment of no certain length. */
    private void talkFor(int millis) throws InterruptedException {
        var before = watches.stream().map(watch -> watch.acknowledged().size()).toList();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (IntStream.range(0, WATCHES)
                .anyMatch(n -> watches.get(n).acknowledged().size() == before.get(n))) {
            assertThat(System.nanoTime()).as(this::output).isLessThan(end);
            Thread.sleep(50);
        }
        Thread.sleep(millis);
    }

    private void start() throws IOException {
        program = Program.start(
                folder,
                folder.resolve("output.txt"),
                "--demo=none",
                "--port=" + Program.freePort(),
                "--linli.wearables.watch-port=" + port,
                "--database-url=jdbc:postgresql://127.0.0.1:%d/postgres?user=%s&password=%s"
                        .formatted(relay.port(), EmbeddedPostgres.USER, database.password()));
    }

    /** As {@code kill -9} does it to PostgreSQL: the postmaster is gone at once, and its children with it. */
    private void killDatabase() throws Exception {
        var pid = Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
        var postmaster = ProcessHandle.of(pid).orElseThrow();
        var children = postmaster.children().toList();
        postmaster.destroyForcibly();
        postmaster.onExit().get(1, TimeUnit.MINUTES);
        children.forEach(ProcessHandle::destroyForcibly);
        for (var child : children) {
            child.onExit().get(1, TimeUnit.MINUTES);
        }
        database.close();
    }

    private Path pidFile() throws IOException {
        try (var files = Files.walk(folder.resolve("base"))) {
            return files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void register() throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            assertThat(program.isAlive()).as(this::output).isTrue();
            assertThat(System.nanoTime()).as(this::output).isLessThan(end);
            Thread.sleep(200);
        }
        look(base -> {
            for (var n = 0; n < WATCHES; n++) {
                base.update("""
                        with device as (
                          insert into wearables.device (number, model, division, wearer, registered_at, registered_by)
                          values (?, 'H59', '150203001016', gen_random_uuid(), now(), gen_random_uuid())
                          returning id, wearer)
                        insert into wearables.consent (id, device_id, wearer, kind, basis, given_at, noted_by)
                        select gen_random_uuid(), d.id, d.wearer, k, '本人书面同意', now(), gen_random_uuid()
                          from device d, unnest(array['POSITION', 'TRACK']) k""", number(n));
            }
        });
    }

    private boolean isReady() {
        return read("output.txt").contains("Linli is ready");
    }

    private interface Look {
        void at(JdbcTemplate base);
    }

    private void look(Look look) {
        try (var connection =
                DriverManager.getConnection(database.jdbcUrl(), EmbeddedPostgres.USER, database.password())) {
            look.at(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(int n) {
        return Long.toString(860_000_790_000L + n);
    }

    private String output() {
        return read("output.txt") + read("data/linli.log");
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException nothingYet) {
            return nothingYet.toString();
        }
    }
}
