package org.linli.cardreader;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A serial port as a file, set to 115200 8N1 by the system's own tool: {@code stty}, or {@code mode} on Windows. */
record SerialPort(String name) implements ReaderLoop.Line {

    @Override
    public SdtLine open() throws IOException {
        var windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        set(
                windows
                        ? List.of("cmd", "/c", "mode", name + ":", "BAUD=115200", "PARITY=n", "DATA=8", "STOP=1")
                        : List.of(
                                "stty",
                                "-F",
                                name,
                                "115200",
                                "cs8",
                                "-cstopb",
                                "-parenb",
                                "raw",
                                "-echo",
                                "-crtscts",
                                "clocal"));
        var file = new File(windows ? "\\\\.\\" + name : name);
        return new SdtLine(new FileInputStream(file), new FileOutputStream(file));
    }

    private static void set(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IOException("the port cannot be set up: " + command);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
