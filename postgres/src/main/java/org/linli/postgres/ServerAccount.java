package org.linli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Under which account the server's programs run. PostgreSQL refuses to run as root, so root starts it in a user
 * namespace of its own, where it is nobody in particular, or, where namespaces are barred, as the account
 * {@code nobody}, which is then given the data folder.
 */
enum ServerAccount {
    OWN(List.of()),
    NAMESPACE(List.of("unshare", "-U")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final List<String> prefix;

    ServerAccount(List<String> prefix) {
        this.prefix = prefix;
    }

    static ServerAccount forThisProcess() {
        if (!isRoot()) {
            return OWN;
        }
        if (works(NAMESPACE)) {
            return NAMESPACE;
        }
        if (works(NOBODY)) {
            return NOBODY;
        }
        throw new PostgresFailure("PostgreSQL refuses to run as root, and neither a user namespace (unshare -U) nor"
                + " another account (setpriv) is to be had here; start Linli as an ordinary user.");
    }

    /**
     * The command line for a program, in a session of its own: the terminal's Ctrl-C goes to every process of the
     * terminal's group, and the server must outlive the requests that still need it.
     */
    List<String> command(List<String> program) {
        var words = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            words.add(SETSID.toString());
        }
        words.addAll(prefix);
        words.addAll(program);
        return words;
    }

    void give(Path path) throws IOException {
        if (this == NOBODY) {
            Files.setAttribute(path, "unix:uid", 65534);
            Files.setAttribute(path, "unix:gid", 65534);
        }
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean works(ServerAccount account) {
        try {
            var process = new ProcessBuilder(account.command(List.of("true")))
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
