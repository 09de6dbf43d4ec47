package org.linli.registry.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Workbooks lie in a file of their own while they are read, because an archive is read from its end. Nobody but this
 * process may read the file; those of a process that was killed are removed by the next one.
 */
final class ScratchFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ScratchFiles.class);
    private static final String PREFIX = "linli-sheet-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*");

    private ScratchFiles() {}

    static Path copyOf(InputStream in) throws IOException {
        removeOrphans();
        var directory = Path.of(System.getProperty("java.io.tmpdir"));
        var prefix = PREFIX + ProcessHandle.current().pid() + "-";
        var isPosix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        var file = isPosix
                ? Files.createTempFile(
                        directory,
                        prefix,
                        ".xlsx",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(directory, prefix, ".xlsx");
        try (var out = Files.newOutputStream(file)) {
            in.transferTo(out);
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    static void removeOrphans() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), PREFIX + "*")) {
            for (var file : files) {
                var name = NAME.matcher(file.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    remove(file);
                }
            }
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("a sheet's copy is left in {}", file.getParent(), e);
        }
    }
}
