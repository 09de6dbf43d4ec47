package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * From the command to the first page: the built server on a data folder that has been started before, database
 * included, until the sign-in page has been delivered. With and without the start-up cache.
 */
final class StartBench {

    private static final int PORT = 8397;

    private StartBench() {}

    static Report run(Settings settings) throws Exception {
        var folder = Files.createTempDirectory("linli-bench-start");
        var runs = settings.number("runs", 5);
        var report = new Report("start");
        once(folder, true); // the first start makes the database
        for (var cached : new boolean[] {true, false}) {
            var times = new Latencies();
            for (var run = 0; run < runs; run++) {
                times.add(once(folder, cached));
            }
            report.row(
                    "cache", cached ? "yes" : "no",
                    "runs", runs,
                    "fastest_ms", times.millisAt(0.0001),
                    "median_ms", times.millisAt(0.5),
                    "slowest_ms", times.millisAt(1.0));
        }
        return report;
    }

    private static long once(Path folder, boolean cached) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        try (var server = LinliProcess.start(folder, PORT, "none", cached)) {
            return System.nanoTime() - begun;
        }
    }
}
