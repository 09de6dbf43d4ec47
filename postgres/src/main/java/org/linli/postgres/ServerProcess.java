package org.linli.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One {@code postgres} as a child of this process: launched, awaited, stopped; one that a killed process left is too. */
final class ServerProcess {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(5);

    private static final Map<String, String> SAFE = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on");

    private static final Map<String, String> USUAL = Map.of(
            "max_connections", "120",
            "max_wal_size", "4GB",
            "checkpoint_timeout", "15min",
            "random_page_cost", "1.1",
            "timezone", "Asia/Shanghai",
            "log_timezone", "Asia/Shanghai");

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    void onExit(Runnable action) {
        process.onExit().thenRun(action);
    }

    /** Launches a server on a prepared folder and waits until it takes connections. */
    static ServerProcess start(
            DataFolder folder, Map<String, String> settings, Binaries binaries, ServerAccount account)
            throws IOException {
        var port = freePort();
        var command = new ArrayList<String>();
        command.add(binaries.program("postgres").toString());
        command.addAll(List.of("-D", folder.postgresql().toString(), "-p", Integer.toString(port)));
        var all = new LinkedHashMap<>(SAFE);
        all.putAll(USUAL);
        all.put("shared_buffers", SharedBuffers.ofThisMachine());
        all.putAll(settings);
        all.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        var process = new ProcessBuilder(account.command(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .start();
        awaitReady(folder, process);
        return new ServerProcess(process, port);
    }

    private static void awaitReady(DataFolder folder, Process process) throws IOException {
        var end = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new PostgresFailure("PostgreSQL could not start on " + folder.postgresql() + ": "
                        + folder.lastError() + " Nothing was changed; the whole story is in " + folder.log()
                        + ". PostgreSQL 启动失败；数据未作改动，详见日志。");
            }
            if (folder.running()
                    .filter(running -> running.ready() && running.pid() == process.pid())
                    .isPresent()) {
                return;
            }
            pause();
        }
        signal(process.toHandle());
        throw new PostgresFailure(
                "PostgreSQL was not ready within " + START_LIMIT.toSeconds() + " seconds; see " + folder.log() + ".");
    }

    /** Stops a server of ours that was left behind on the folder; a server of somebody else's is never touched. */
    static void stopOrphan(DataFolder folder, Binaries binaries) {
        // A stale file is nobody's: postgres itself checks it against the shared memory it names and replaces it.
        folder.running()
                .flatMap(running -> ProcessHandle.of(running.pid()))
                .filter(process -> isOurs(process, folder.postgresql(), binaries))
                .ifPresent(process -> stopOrphan(folder, process));
    }

    private static void stopOrphan(DataFolder folder, ProcessHandle orphan) {
        signal(orphan);
        try {
            orphan.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new PostgresFailure(
                    "A PostgreSQL left behind on " + folder.postgresql() + " (process " + orphan.pid()
                            + ") does not stop.",
                    e);
        }
    }

    private static boolean isOurs(ProcessHandle process, Path data, Binaries binaries) {
        var commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            var words = Files.readString(commandLine);
            return words.contains(binaries.program("postgres").toString()) && words.contains(data.toString());
        } catch (IOException e) {
            return false;
        }
    }

    /** In its fast mode: open transactions are rolled back, what was committed is on disk. */
    void stop() {
        if (!process.isAlive()) {
            return;
        }
        signal(process.toHandle());
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new PostgresFailure("PostgreSQL (process " + process.pid() + ") did not stop within "
                        + STOP_LIMIT.toMinutes() + " minutes; it was left running so that nothing is lost.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGINT is PostgreSQL's fast stop; the signal Java sends on its own waits for every client to leave. */
    private static void signal(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
