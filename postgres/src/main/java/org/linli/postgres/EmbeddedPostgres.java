package org.linli.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL server run as a child of this process, with its data in a folder of its own: fsync, full page writes,
 * synchronous commit and checksums on, SCRAM passwords, loopback only.
 *
 * <p>A folder is used by one process at a time. A server left behind by a process that was killed is found through its
 * pid file, stopped cleanly and started again; a server of somebody else's is never touched.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The superuser and the database every connection uses. */
    public static final String USER = "linli";

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(5);

    private final Process server;
    private final FileChannel lock;
    private final int port;
    private final String password;

    private EmbeddedPostgres(Process server, FileChannel lock, int port, String password) {
        this.server = server;
        this.lock = lock;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts a server on {@code folder}, which is created and initialised when it is missing or empty.
     *
     * @param settings server settings over the defaults, such as {@code shared_buffers}
     * @throws PostgresFailure with one sentence for the terminal; the folder is left as it was
     */
    public static EmbeddedPostgres start(Path folder, Map<String, String> settings) {
        var root = folder.toAbsolutePath().normalize();
        var channel = locked(root);
        var started = false;
        try {
            var binaries = Binaries.unpacked(cacheFolder());
            var account = ServerAccount.forThisProcess();
            var data = root.resolve("postgresql");
            var secret = secret(root);
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise(root, data, binaries, account, secret);
            }
            checkVersion(data);
            stopOrphan(data, binaries);
            var port = freePort();
            var process = launch(data, port, settings, binaries, account);
            awaitReady(data, process, root.resolve("postgresql.log"));
            started = true;
            return new EmbeddedPostgres(process, channel, port, secret);
        } catch (IOException e) {
            throw new PostgresFailure("PostgreSQL could not be started on " + root + ": " + e.getMessage(), e);
        } finally {
            if (!started) {
                closeQuietly(channel);
            }
        }
    }

    /** How to reach a server that another process of the same account runs. */
    public record Address(String jdbcUrl, String password) {}

    /** The server now running on {@code folder} under another process of ours; empty when the folder is idle. */
    public static Optional<Address> running(Path folder) {
        var root = folder.toAbsolutePath().normalize();
        var pidFile = root.resolve("postgresql/postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(pidFile);
            var alive = lines.size() >= 8 && handle(lines.getFirst()).isPresent();
            return alive
                    ? Optional.of(new Address(url(Integer.parseInt(lines.get(3).strip()), "postgres"), secret(root)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new PostgresFailure("The data folder " + root + " cannot be read: " + e.getMessage(), e);
        }
    }

    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    public String jdbcUrl(String database) {
        return url(port, database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return server.pid();
    }

    /** Runs the action when the server ends without having been asked to, for instance because it was killed. */
    public void onUnexpectedEnd(Runnable action) {
        server.onExit().thenRun(() -> {
            if (lock.isOpen()) {
                action.run();
            }
        });
    }

    /** Stops the server in its fast mode: open transactions are rolled back, what was committed is on disk. */
    @Override
    public void close() {
        if (!lock.isOpen()) {
            return;
        }
        closeQuietly(lock);
        if (!server.isAlive()) {
            return;
        }
        signal(server.toHandle(), "INT");
        try {
            if (!server.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new PostgresFailure("PostgreSQL (process " + server.pid() + ") did not stop within "
                        + STOP_LIMIT.toMinutes() + " minutes; it was left running so that nothing is lost.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static FileChannel locked(Path root) {
        try {
            Files.createDirectories(root);
            var channel =
                    FileChannel.open(root.resolve("linli.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException sameProcess) {
                // falls through to the same sentence: the folder is taken, whoever has it
            }
            channel.close();
        } catch (IOException e) {
            throw new PostgresFailure("The data folder " + root + " cannot be written: " + e.getMessage(), e);
        }
        throw new PostgresFailure("Another Linli is already running on the data folder " + root
                + "; stop it first, or name another folder with --data.");
    }

    private static String secret(Path root) throws IOException {
        var file = root.resolve("postgresql.secret");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret);
        return secret;
    }

    private static void initialise(Path root, Path data, Binaries binaries, ServerAccount account, String secret)
            throws IOException {
        if (Files.exists(data)) {
            throw new PostgresFailure("The data folder " + data
                    + " is not a PostgreSQL database (its PG_VERSION is missing); restore it from a backup or name"
                    + " another folder with --data.");
        }
        // Into a folder beside it, renamed when complete: a first start that is killed leaves nothing half-made behind.
        var fresh = root.resolve("postgresql.new");
        Trees.delete(fresh);
        Files.createDirectory(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.give(fresh);
        var password = Files.createTempFile("linli", ".secret");
        Files.writeString(password, secret);
        account.give(password);
        try {
            run(
                    account.command(List.of(
                            binaries.program("initdb").toString(),
                            "--pgdata=" + fresh,
                            "--username=" + USER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            // The built-in collation never changes under an index when the operating system is
                            // upgraded.
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums",
                            "--no-instructions")),
                    "The database folder could not be initialised");
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(fresh, data);
    }

    private static void checkVersion(Path data) throws IOException {
        var found = Files.readString(data.resolve("PG_VERSION")).strip();
        var wanted = Binaries.VERSION.substring(0, Binaries.VERSION.indexOf('.'));
        if (!found.equals(wanted)) {
            throw new PostgresFailure("The data folder " + data + " was written by PostgreSQL " + found
                    + "; this Linli brings PostgreSQL " + wanted + " and leaves it untouched.");
        }
        if (!Files.exists(data.resolve("global/pg_control"))) {
            throw new PostgresFailure("The data folder " + data
                    + " is damaged (global/pg_control is missing); restore it from a backup. Nothing was changed.");
        }
    }

    private static void stopOrphan(Path data, Binaries binaries) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        var orphan = lines.isEmpty() ? Optional.<ProcessHandle>empty() : handle(lines.getFirst());
        if (orphan.isEmpty() || !isOurs(orphan.get(), data, binaries)) {
            return; // a stale file: postgres itself checks it against the shared memory it names and replaces it
        }
        signal(orphan.get(), "INT");
        try {
            orphan.get().onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new PostgresFailure(
                    "A PostgreSQL left behind on " + data + " (process "
                            + orphan.get().pid() + ") does not stop.",
                    e);
        }
    }

    private static Optional<ProcessHandle> handle(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
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

    private static Process launch(
            Path data, int port, Map<String, String> settings, Binaries binaries, ServerAccount account)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(binaries.program("postgres").toString());
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        var all = new java.util.LinkedHashMap<String, String>();
        all.put("listen_addresses", "127.0.0.1");
        all.put("unix_socket_directories", "");
        all.put("fsync", "on");
        all.put("synchronous_commit", "on");
        all.put("full_page_writes", "on");
        all.put("max_connections", "120");
        all.put("shared_buffers", "256MB");
        all.put("max_wal_size", "4GB");
        all.put("checkpoint_timeout", "15min");
        all.put("random_page_cost", "1.1");
        all.put("timezone", "Asia/Shanghai");
        all.put("log_timezone", "Asia/Shanghai");
        all.putAll(settings);
        all.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        var log = data.resolveSibling("postgresql.log").toFile();
        return new ProcessBuilder(account.command(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private static void awaitReady(Path data, Process process, Path log) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        var end = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new PostgresFailure("PostgreSQL could not start on " + data + ": " + lastError(log)
                        + " Nothing was changed; the whole story is in " + log + ".");
            }
            if (saysReady(pidFile, process)) {
                return;
            }
            pause();
        }
        signal(process.toHandle(), "INT");
        throw new PostgresFailure(
                "PostgreSQL was not ready within " + START_LIMIT.toSeconds() + " seconds; see " + log + ".");
    }

    private static boolean saysReady(Path pidFile, Process process) {
        try {
            var lines = Files.readAllLines(pidFile);
            return lines.size() >= 8
                    && lines.getFirst().strip().equals(Long.toString(process.pid()))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException notYetThere) {
            return false;
        }
    }

    private static String lastError(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return lines.reversed().stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("ERROR:"))
                .findFirst()
                .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|ERROR):\\s*", "") + ".")
                .orElse("it gave no reason.");
    }

    private static void run(List<String> command, String failure) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new PostgresFailure(failure + ": " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure(failure + ": interrupted", e);
        }
    }

    /** SIGINT is PostgreSQL's fast stop; the signal Java sends on its own waits for every client to leave. */
    private static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
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

    /** Whether somebody listens on a loopback port already. */
    public static boolean isTaken(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 300);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path cacheFolder() {
        var named = System.getenv("LINLI_CACHE");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        var xdg = System.getenv("XDG_CACHE_HOME");
        var base = xdg != null && !xdg.isBlank() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("linli");
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // the operating system lets go of the lock at exit in any case
        }
    }
}
