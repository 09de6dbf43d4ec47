package org.linli;

import java.io.IOException;
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

    private static final int PATIENT = 5;
    private static final int USUAL = 0;

    private PatientCompiler() {}

    static void giveWay() {
        setAside(PATIENT);
    }

    /** Without special rights a thread that gave way stays behind; it then works in whatever time others leave. */
    static void workAsUsual() {
        setAside(USUAL);
    }

    private static void setAside(int niceness) {
        if (Runtime.getRuntime().availableProcessors() <= FEW_CORES) {
            Thread.ofPlatform().daemon().name("patient-compiler").start(() -> set(niceness));
        }
    }

    private static void set(int niceness) {
        var threads = compilerThreads(THREADS);
        if (threads.isEmpty()) {
            return;
        }
        try {
            var command = new ArrayList<>(List.of("renice", "-n", Integer.toString(niceness), "-p"));
            command.addAll(threads);
            var renice = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            renice.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException noSuchProgram) {
            // Nothing but a slower start.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
