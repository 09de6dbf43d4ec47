package org.linli.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8"));
        if (cached) {
            command.add("-XX:AOTCache=build/app/linli.aot");
        }
        command.addAll(List.of(
                "-jar",
                "build/app/linli-server-app.jar",
                "--data",
                folder.toString(),
                "--port",
                "" + PORT,
                "--demo",
                "none"));
        var begun = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.log").toFile())
                .start();
        try (var client = HttpClient.newHttpClient()) {
            while (!answers(client)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException(Files.readString(folder.resolve("console.log")));
                }
                Thread.sleep(10);
            }
            return System.nanoTime() - begun;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static boolean answers(HttpClient client) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
