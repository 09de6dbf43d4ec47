package org.linli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The migrations that came with this program.
 *
 * @param folders one a module
 * @param digest SHA-256 of the names and contents of all of them
 */
record MigrationFiles(Set<String> folders, String digest) {

    static final String FOLDER = "db/migration/";

    static MigrationFiles read(ResourcePatternResolver resources) {
        try {
            var contents = new TreeMap<String, byte[]>();
            for (Resource file : resources.getResources("classpath:" + FOLDER + "*/*.sql")) {
                var path = file.getURL().getPath();
                contents.put(path.substring(path.lastIndexOf(FOLDER) + FOLDER.length()), file.getContentAsByteArray());
            }
            var folders = new TreeSet<String>();
            contents.keySet().forEach(name -> folders.add(name.substring(0, name.indexOf('/'))));
            return new MigrationFiles(folders, digest(contents));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Each part with its length before it, so that no two sets of files read the same. */
    static String digest(TreeMap<String, byte[]> contents) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((name, content) -> {
                digest.update(
                        (name.length() + " " + name + " " + content.length + " ").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
