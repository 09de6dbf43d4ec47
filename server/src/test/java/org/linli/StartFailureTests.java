package org.linli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.postgres.EmbeddedPostgres;
import org.linli.postgres.PostgresFailure;
import org.linli.testing.Program;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What stops a start is said in one sentence, in both languages, with an exit code, and nothing is damaged. */
class StartFailureTests {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final long PATIENCE = 120;

    @TempDir
    Path folder;

    /** What a start printed and how it ended. */
    private record Ended(int code, String printed) {}

    @Test
    void namesASettingThatDoesNotFit() {
        var wrong = catchThrowable(() -> new Binder(new MapConfigurationPropertySource(
                        java.util.Map.of("linli.counter.paper.checks-per-minute", "many")))
                .bind("linli.counter.paper.checks-per-minute", Bindable.of(Integer.class)));
        assertThat(StartFailure.sentence(new BeanCreationException("settings", wrong)))
                .contains("The setting linli.counter.paper.checks-per-minute cannot be set to \"many\"")
                .contains("的值不对");
    }

    @Test
    void findsTheTellingSentenceInAChainOfCauses() {
        var failure = new BeanCreationException("a", new IllegalStateException(new PostgresFailure("It is so.")));
        assertThat(StartFailure.sentence(failure)).isEqualTo("It is so.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --demo=huge          | 2 | --demo takes none, small or full
            --port=nowhere       | 2 | --port takes a number
            --verbose            | 2 | does not know the option
            """)
    void refusesAWrongCommandLine(String argument, int code, String sentence) throws Exception {
        var ended = start(argument);
        assertSaid(ended, code, sentence);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void refusesAPortInUseBeforeItTouchesAnything() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertSaid(start("--port=" + taken.getLocalPort()), 1, "is already in use on this machine");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void refusesADatabaseThatDoesNotAnswer() throws Exception {
        var ended = start(
                "--database-url=postgresql://127.0.0.1:9/linli?user=linli&password=secret",
                "--port=" + Program.freePort());
        assertSaid(ended, 1, "The database does not answer");
        assertThat(ended.printed()).doesNotContain("secret");
    }

    @Test
    void refusesAFolderThatIsInUseOrDamaged() throws Exception {
        try (var server = EmbeddedPostgres.start(folder.resolve("data"), java.util.Map.of())) {
            assertSaid(start("--port=" + Program.freePort()), 1, "Another Linli is already running");
            assertThat(server.port()).isPositive();
        }
        var control = folder.resolve("data/postgresql/global/pg_control");
        var kept = Files.move(control, folder.resolve("pg_control"));
        assertSaid(start("--port=" + Program.freePort()), 1, "is damaged");
        Files.move(kept, control);
        EmbeddedPostgres.start(folder.resolve("data"), java.util.Map.of()).close();
    }

    @Test
    void refusesACommandWhereThereAreNoData() throws Exception {
        assertSaid(start("--linli.command=audit-verify"), 1, "There are no data of Linli in");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private static void assertSaid(Ended ended, int code, String sentence) {
        assertThat(ended.printed()).contains(sentence).startsWith("linli: ").doesNotContain("\tat ", "Exception");
        assertThat(HAN.matcher(ended.printed()).find()).isTrue();
        assertThat(ended.printed().strip().lines()).hasSize(1);
        assertThat(ended.code()).isEqualTo(code);
    }

    /** Starts Linli as a program of its own on the folder {@code data}. */
    private Ended start(String... arguments) throws Exception {
        var output = folder.resolve("output.txt");
        var process = Program.start(folder, output, arguments);
        try {
            assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS))
                    .as("the program ended")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }
}
