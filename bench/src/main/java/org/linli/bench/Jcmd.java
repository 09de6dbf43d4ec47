package org.linli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks a Java process of the same machine about itself. */
final class Jcmd {

    private Jcmd() {}

    static String ask(long pid, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<String>(
                List.of(Path.of(System.getProperty("java.home"), "bin/jcmd").toString(), Long.toString(pid)));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd " + String.join(" ", words) + ": " + answer);
        }
        return answer;
    }
}
