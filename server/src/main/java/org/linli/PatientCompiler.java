package org.linli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * While Linli starts, the virtual machine's optimising compiler gives way to the start itself: with two cores it would take
 * one of them, for code of which most never runs again. Where threads have no priorities of their own, or nobody may change
 * them, everything stays as it is.
 */
final class PatientCompiler {

    /** With more cores there is room for both. */
    private static final int FEW_CORES = 4;

    private static final Path THREADS = Path.of("/proc/self/task");

    /** As the kernel knows it, which keeps fifteen letters of a name. */
    private static final String COMPILER = "C2 CompilerThre";

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String CAPABILITIES = "CapEff:";

    /** {@code CAP_SYS_NICE} among the capabilities of a process. */
    private static final int MAY_HURRY = 23;

    private static final List<String> IDLE = List.of("chrt", "--idle", "--pid", "0");
    private static final List<String> USUAL = List.of("chrt", "--other", "--pid", "0");
    private static final List<String> NICER = List.of("renice", "-n", "5", "-p");

    private PatientCompiler() {}

    /**
     * The compiler works in the time others leave if it may be brought back afterwards; else it steps back a little, for
     * good.
     */
    static void giveWay() {
        eachCompiler(mayHurry() ? IDLE : NICER);
    }

    static void workAsUsual() {
        if (mayHurry()) {
            eachCompiler(USUAL);
        }
    }

    private static void eachCompiler(List<String> command) {
        if (Runtime.getRuntime().availableProcessors() <= FEW_CORES) {
            Thread.ofPlatform().daemon().name("patient-compiler").start(() -> {
                for (var thread : compilerThreads(THREADS)) {
                    run(command, thread);
                }
            });
        }
    }

    private static void run(List<String> command, String thread) {
        var words = new ArrayList<>(command);
        words.add(thread);
        try {
            new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException noSuchProgram) {
            // Nothing but a slower start.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean mayHurry() {
        try (var lines = Files.lines(STATUS)) {
            return mayHurry(lines.filter(line -> line.startsWith(CAPABILITIES))
                    .findFirst()
                    .orElse(""));
        } catch (IOException | UncheckedIOException unknown) {
            return false;
        }
    }

    /**
     * Whether a process may put its threads forward again.
     *
     * @param capabilities the line of {@code /proc/self/status}, e.g. {@code CapEff: 000001ffffffffff}
     */
    static boolean mayHurry(String capabilities) {
        var digits = capabilities.replace(CAPABILITIES, "").strip();
        try {
            return !digits.isEmpty() && (Long.parseUnsignedLong(digits, 16) >> MAY_HURRY & 1) == 1;
        } catch (NumberFormatException other) {
            return false;
        }
    }

    static List<String> compilerThreads(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var threads = Files.newDirectoryStream(folder)) {
            var found = new ArrayList<String>();
            for (var thread : threads) {
                if (isCompiler(thread)) {
                    found.add(thread.getFileName().toString());
                }
            }
            return found;
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static boolean isCompiler(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).strip().equals(COMPILER);
        } catch (IOException ended) {
            return false;
        }
    }
}
