package org.linli.wearables.watch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A watch as they are: it says where it was every second of its own time, links up to hear what was stored, and says once
 * more whatever it heard no answer to, over a new line if need be.
 */
final class PatientWatch implements Runnable {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("ddMMyy,HHmmss").withZone(ZoneOffset.UTC);
    private static final int AT_ONCE = 20;
    private static final int PRESSES_EVERY = 5;

    private final String number;
    private final int port;
    private final Instant first;
    private final List<Instant> acknowledged = new ArrayList<>();
    private int pressed;
    private volatile boolean enough;

    PatientWatch(String number, int port, Instant first) {
        this.number = number;
        this.port = port;
        this.first = first;
    }

    /** It says once more what was not answered yet, and ends. */
    void finish() {
        enough = true;
    }

    String number() {
        return number;
    }

    /** Moments whose positions were answered for. */
    List<Instant> acknowledged() {
        return acknowledged;
    }

    /** Calls for help that were answered. */
    int pressed() {
        return pressed;
    }

    @Override
    public void run() {
        for (var round = 0; !enough; round++) {
            var moments = new ArrayList<Instant>();
            for (var n = 0; n < AT_ONCE; n++) {
                moments.add(first.plusSeconds((long) round * AT_ONCE + n));
            }
            var press = round % PRESSES_EVERY == 0;
            while (!isHeard(moments, press)) {
                pause();
            }
            acknowledged.addAll(moments);
            pressed += press ? 1 : 0;
        }
    }

    private boolean isHeard(List<Instant> moments, boolean press) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            for (var moment : moments) {
                say(socket, position("UD", moment, "00000000"));
            }
            if (press) {
                say(socket, position("AL", moments.getLast(), "00010000"));
                hear(socket, "AL");
            }
            say(socket, "LK,0,0,80");
            hear(socket, "LK");
            return true;
        } catch (IOException broken) {
            return false;
        }
    }

    private static String position(String command, Instant at, String status) {
        return String.format(
                Locale.ROOT,
                "%s,%s,A,40.650000,N,%.6f,E,3.2,90,1060,8,80,87,1200,0,%s",
                command,
                MOMENT.format(at),
                109.8 + at.getEpochSecond() % 1000 / 1e5,
                status);
    }

    private void say(Socket socket, String content) throws IOException {
        var frame = String.format(Locale.ROOT, "[3G*%s*%04X*%s]", number, content.length(), content);
        socket.getOutputStream().write(frame.getBytes(StandardCharsets.US_ASCII));
    }

    private static void hear(Socket socket, String answer) throws IOException {
        var heard = new StringBuilder();
        while (heard.indexOf("*" + answer + "]") < 0) {
            var one = socket.getInputStream().read();
            if (one < 0) {
                throw new IOException("hung up");
            }
            heard.append((char) one);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
