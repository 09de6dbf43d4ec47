package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What a server holds, in bytes. It must have been started with {@link #TRACKED}.
 *
 * @param heap what is reachable on the heap, after a full collection
 * @param direct buffers outside the heap
 * @param resident what the operating system counts, garbage and code included
 */
record ServerMemory(long heap, long direct, long resident) {

    static final String TRACKED = "-XX:NativeMemoryTracking=summary";

    /** Of all objects that are reachable; the heap itself counts what it left lying, too. */
    private static final Pattern OBJECTS = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private static final Pattern LEFT_LYING =
            Pattern.compile("(?m)^\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s.*jdk\\.internal\\.vm\\.Filler");

    /** Where the virtual machine counts what buffers and drivers allocate outside the heap. */
    private static final Pattern OTHER = Pattern.compile("Other \\(reserved=\\d+KB, committed=(\\d+)KB");

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(200);

    /** Files that a server opens and closes in the meantime. */
    private static final int SOME = 20;

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    static ServerMemory of(long pid) throws IOException, InterruptedException {
        Jcmd.ask(pid, "GC.run");
        var objects = Jcmd.ask(pid, "GC.class_histogram");
        return new ServerMemory(
                sum(OBJECTS, objects) - sum(LEFT_LYING, objects),
                1024 * sum(OTHER, Jcmd.ask(pid, "VM.native_memory", "summary")),
                1024 * sum(RESIDENT, Files.readString(Path.of("/proc", Long.toString(pid), "status"))));
    }

    static long openFiles(long pid) throws IOException {
        try (var files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.count();
        }
    }

    /** Waits until the server has seen that connections are gone: as many files are open as before, or nearly. */
    static void awaitClosed(long pid, long before) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (openFiles(pid) > before + SOME) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the server does not close what the watches have closed");
            }
            Thread.sleep(POLL);
        }
    }

    /** Heap and buffers; what a number of connections holds is the difference of two of these. */
    long held() {
        return heap + direct;
    }

    private static long sum(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .mapToLong(one -> Long.parseLong(one.group(1)))
                .sum();
    }
}
