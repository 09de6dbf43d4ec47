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
import java.util.stream.Stream;

/** The built server in a process of its own, as {@code ./linli run} starts it. */
final class LinliProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final int port;

    private LinliProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static LinliProcess start(Path folder, int port, String demo, boolean cached)
            throws IOException, InterruptedException {
        return start(folder, port, demo, cached, List.of());
    }

    /** @param options more of them: those that begin with {@code -X} are the virtual machine's, the others the server's */
    static LinliProcess start(Path folder, int port, String demo, boolean cached, List<String> options)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Dspring.aot.enabled=true"));
        if (cached) {
            command.add("-XX:AOTCache=build/app/linli.aot");
        }
        var usual = System.getenv().getOrDefault("LINLI_JAVA_OPTIONS", "").strip();
        if (!usual.isEmpty()) {
            command.addAll(List.of(usual.split("\\s+")));
        }
        command.addAll(
                options.stream().filter(option -> option.startsWith("-X")).toList());
        command.addAll(List.of("-jar", "build/app/linli-server-app.jar", "--data", folder.toString()));
        command.addAll(List.of("--port", Integer.toString(port), "--demo", demo));
        command.addAll(
                options.stream().filter(option -> !option.startsWith("-X")).toList());
        var console = folder.resolve("console.log");
        var server = new LinliProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(console.toFile())
                        .start(),
                port);
        server.awaitFirstPage(console);
        return server;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    private String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Processor time that the server and its database have used so far. */
    Duration processorTime() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The server's own share of it. */
    Duration ownProcessorTime() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Waits until the demo, which is loaded behind the first page, is complete. */
    void awaitWelcome(Path folder) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(folder.resolve("console.log")).contains("Linli is ready")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(Files.readString(folder.resolve("console.log")));
            }
            Thread.sleep(200);
        }
    }

    private void awaitFirstPage(Path console) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (!answers(client)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    process.destroy();
                    throw new IllegalStateException(Files.readString(console));
                }
                Thread.sleep(10);
            }
        }
    }

    private boolean answers(HttpClient client) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(url() + "/"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
