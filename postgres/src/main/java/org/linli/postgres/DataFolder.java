package org.linli.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What lies on disk for one server: the lock that keeps a second process out, the password, PostgreSQL's own folder and
 * its log. A folder that is damaged, of another version or somebody else's is refused and left as it is.
 */
final class DataFolder {

    /** What a running server says of itself in {@code postmaster.pid}. */
    record Running(long pid, int port, boolean ready) {}

    private final Path root;

    DataFolder(Path folder) {
        this.root = folder.toAbsolutePath().normalize();
    }

    Path root() {
        return root;
    }

    Path postgresql() {
        return root.resolve("postgresql");
    }

    Path log() {
        return root.resolve("postgresql.log");
    }

    /** Held by one process at a time, until it closes the channel or ends. */
    FileChannel lock() {
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
            throw new PostgresFailure(
                    "The data folder " + root + " cannot be written: " + reason(e) + ". 数据目录无法写入。", e);
        }
        throw new PostgresFailure("Another Linli is already running on the data folder " + root
                + "; stop it first, or name another folder with --data. 已有一个邻里在使用该数据目录，请先停掉它，或用 --data 另指定。");
    }

    /** The password of the superuser, drawn by lot when there is none yet. */
    String secret() throws IOException {
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

    /** Initialises the folder when there is nothing yet; refuses one that this PostgreSQL must not start on. */
    void prepare(Binaries binaries, ServerAccount account) throws IOException {
        if (!Files.exists(postgresql().resolve("PG_VERSION"))) {
            initialise(binaries, account);
        }
        check();
    }

    private void initialise(Binaries binaries, ServerAccount account) throws IOException {
        if (Files.exists(postgresql())) {
            throw new PostgresFailure("The data folder " + postgresql()
                    + " is not a PostgreSQL database (its PG_VERSION is missing); restore it from a backup or name"
                    + " another folder with --data. 该目录不是 PostgreSQL 数据库，请从备份恢复，或用 --data 另指定；未作改动。");
        }
        // Into a folder beside it, renamed when complete: a first start that is killed leaves nothing half-made behind.
        var fresh = root.resolve("postgresql.new");
        Trees.delete(fresh);
        Files.createDirectory(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.give(fresh);
        var password = Files.createTempFile("linli", ".secret");
        Files.writeString(password, secret());
        account.give(password);
        try {
            run(
                    account.command(List.of(
                            binaries.program("initdb").toString(),
                            "--pgdata=" + fresh,
                            "--username=" + EmbeddedPostgres.USER,
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
        Files.move(fresh, postgresql());
    }

    private void check() throws IOException {
        var found = Files.readString(postgresql().resolve("PG_VERSION")).strip();
        var wanted = Binaries.VERSION.substring(0, Binaries.VERSION.indexOf('.'));
        if (!found.equals(wanted)) {
            throw new PostgresFailure("The data folder " + postgresql() + " was written by PostgreSQL " + found
                    + "; this Linli brings PostgreSQL " + wanted
                    + " and leaves it untouched. 数据目录由另一版本的 PostgreSQL 写成；未作改动。");
        }
        if (!Files.exists(postgresql().resolve("global/pg_control"))) {
            throw new PostgresFailure("The data folder " + postgresql()
                    + " is damaged (global/pg_control is missing); restore it from a backup. Nothing was changed."
                    + " 数据目录已损坏，请从备份恢复；未作改动。");
        }
    }

    /** What {@code postmaster.pid} says; empty when it is missing, half-written or damaged. */
    Optional<Running> running() {
        try {
            var lines = Files.readAllLines(postgresql().resolve("postmaster.pid"));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new Running(
                            Long.parseLong(lines.getFirst().strip()),
                            Integer.parseInt(lines.get(3).strip()),
                            lines.size() >= 8 && lines.get(7).strip().equals("ready")));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The last error in the log, for the sentence at the terminal. */
    String lastError() throws IOException {
        return Files.readAllLines(log()).reversed().stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("ERROR:"))
                .findFirst()
                .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|ERROR):\\s*", "") + ".")
                .orElse("it gave no reason.");
    }

    static String reason(IOException failure) {
        return switch (failure) {
            case java.nio.file.AccessDeniedException denied -> "permission denied (" + denied.getFile() + ")";
            case java.nio.file.FileAlreadyExistsException taken -> taken.getFile() + " is a file, not a folder";
            case java.nio.file.FileSystemException other
            when other.getReason() != null -> other.getReason() + " (" + other.getFile() + ")";
            case IOException other -> String.valueOf(other.getMessage());
        };
    }

    private static void run(List<String> command, String failure) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new PostgresFailure(failure + ": " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure(failure + ": interrupted", e);
        }
    }
}
