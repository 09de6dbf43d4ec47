package org.linli.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

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

    private final ServerProcess server;
    private final FileChannel lock;
    private final String password;

    private EmbeddedPostgres(ServerProcess server, FileChannel lock, String password) {
        this.server = server;
        this.lock = lock;
        this.password = password;
    }

    /**
     * Starts a server on {@code folder}, which is created and initialised when it is missing or empty.
     *
     * @param settings server settings over the defaults, such as {@code shared_buffers}
     * @throws PostgresFailure with one sentence for the terminal; the folder is left as it was
     */
    public static EmbeddedPostgres start(Path folder, Map<String, String> settings) {
        var data = new DataFolder(folder);
        var lock = data.lock();
        var started = false;
        try {
            var binaries = Binaries.unpacked(cacheFolder());
            var account = ServerAccount.forThisProcess();
            data.prepare(binaries, account);
            ServerProcess.stopOrphan(data, binaries);
            var server = ServerProcess.start(data, settings, binaries, account);
            started = true;
            return new EmbeddedPostgres(server, lock, data.secret());
        } catch (IOException e) {
            throw new PostgresFailure(
                    "PostgreSQL could not be started on " + data.root() + ": " + DataFolder.reason(e), e);
        } finally {
            if (!started) {
                closeQuietly(lock);
            }
        }
    }

    /** How to reach a server that another process of the same account runs. */
    public record Address(String jdbcUrl, String password) {}

    /** The server now running on {@code folder} under another process of ours; empty when the folder is idle. */
    public static Optional<Address> running(Path folder) {
        var data = new DataFolder(folder);
        var running = data.running()
                .filter(DataFolder.Running::ready)
                .filter(server -> ProcessHandle.of(server.pid()).isPresent());
        if (running.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Address(url(running.get().port(), "postgres"), data.secret()));
        } catch (IOException e) {
            throw new PostgresFailure("The data folder " + data.root() + " cannot be read: " + DataFolder.reason(e), e);
        }
    }

    /** Whether anything lies on {@code folder} that a server was ever started on. */
    public static boolean exists(Path folder) {
        return Files.exists(new DataFolder(folder).postgresql());
    }

    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    public String jdbcUrl(String database) {
        return url(server.port(), database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String password() {
        return password;
    }

    public int port() {
        return server.port();
    }

    public long pid() {
        return server.pid();
    }

    /** Runs the action when the server ends without having been asked to, for instance because it was killed. */
    public void onUnexpectedEnd(Runnable action) {
        server.onExit(() -> {
            if (lock.isOpen()) {
                action.run();
            }
        });
    }

    /** Stops the server in its fast mode: open transactions are rolled back, what was committed is on disk. */
    @Override
    public void close() {
        if (lock.isOpen()) {
            closeQuietly(lock);
            server.stop();
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

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // the operating system lets go of the lock at exit in any case
        }
    }
}
