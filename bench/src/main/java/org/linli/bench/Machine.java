package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a bench ran on, in one line. */
final class Machine {

    private Machine() {}

    static String here() {
        return "%d cores (%s), %s memory, JDK %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        find("/proc/cpuinfo", "model name"),
                        memory(),
                        Runtime.version());
    }

    private static String memory() {
        var kilobytes = find("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return kilobytes.isEmpty() ? "unknown" : Math.round(Long.parseLong(kilobytes) / 1_048_576.0) + " GiB";
    }

    private static String find(String file, String key) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
