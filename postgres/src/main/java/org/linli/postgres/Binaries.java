package org.linli.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of one PostgreSQL release (initdb, pg_ctl, postgres), unpacked once per machine and shared by checkouts. */
final class Binaries {

    static final String VERSION = "18.6.0";

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    static Binaries unpacked(Path cache) {
        var home = cache.resolve("postgresql-" + VERSION + "-" + architecture());
        try {
            Files.createDirectories(cache);
            // Two processes that start at once on a new machine wait for each other here; the second finds the work
            // done.
            try (var channel = FileChannel.open(
                            cache.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                    unpackInto(home);
                }
                assert lock.isValid();
            }
        } catch (IOException e) {
            throw new PostgresFailure("PostgreSQL could not be unpacked into " + home + ": " + e.getMessage(), e);
        }
        return new Binaries(home);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other ->
                throw new PostgresFailure("There is no embedded PostgreSQL for the processor " + other
                        + "; name a server of your own with --database-url.");
        };
    }

    private static void unpackInto(Path home) throws IOException {
        var archive = "/postgres-linux-" + architecture() + ".txz";
        var fresh = home.resolveSibling(home.getFileName() + ".new");
        Trees.delete(fresh);
        Trees.delete(home);
        try (InputStream packed = Binaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new IOException(archive + " is not on the class path");
            }
            try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(tar, entry, fresh);
                }
            }
        }
        Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.getParent());
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
