package org.linli.bench;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/**
 * A watch for trying, over a real socket: it links up, walks about and says where it is, and with {@code --sos} presses for
 * help until it is answered. {@code --number=N}, {@code --port=N}, {@code --at=LON,LAT}, {@code --minutes=N}.
 */
final class WatchSimulator {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("ddMMyy,HHmmss").withZone(ZoneOffset.UTC);
    private static final String USUAL_NUMBER = "000000000001101";
    private static final String USUAL_PLACE = "109.8265,40.6505";
    private static final int USUAL_PORT = 5093;
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final int PATIENCE_MILLIS = 10_000;
    private static final String NOTHING = "00000000";
    private static final String SOS = "00010000";

    private final Socket socket;
    private final String number;
    private final Random random = new Random();
    private double lon;
    private double lat;

    private WatchSimulator(Socket socket, String number, String at) {
        this.socket = socket;
        this.number = number;
        var place = at.split(",");
        lon = Double.parseDouble(place[0]);
        lat = Double.parseDouble(place[1]);
    }

    static void run(Settings settings) throws Exception {
        var number = settings.text("number").orElse(USUAL_NUMBER);
        try (var socket = new Socket("127.0.0.1", settings.number("port", USUAL_PORT))) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var watch = new WatchSimulator(socket, number, settings.text("at").orElse(USUAL_PLACE));
            watch.linkUp();
            watch.tell("UD", NOTHING);
            if (settings.words().contains("--sos")) {
                watch.pressForHelp();
            } else {
                watch.walk(Duration.ofMinutes(settings.number("minutes", 5)));
            }
        }
    }

    private void linkUp() throws IOException {
        say("LK,0,0,87");
        hear();
    }

    private void pressForHelp() throws IOException {
        tell("AL", SOS);
        hear();
    }

    private void walk(Duration length) throws Exception {
        for (var end = Instant.now().plus(length); Instant.now().isBefore(end); ) {
            lon += random.nextDouble(-0.0001, 0.0001);
            lat += random.nextDouble(-0.0001, 0.0001);
            tell("UD", NOTHING);
            Thread.sleep(STEP);
        }
    }

    private void tell(String command, String status) throws IOException {
        say("%s,%s,A,%.6f,N,%.6f,E,3.2,90,1060,8,80,87,1200,0,%s"
                .formatted(command, MOMENT.format(Instant.now()), lat, lon, status));
    }

    @SuppressWarnings("SystemOut")
    private void say(String content) throws IOException {
        var frame = String.format(Locale.ROOT, "[3G*%s*%04X*%s]", number, content.length(), content);
        System.out.println("> " + frame);
        socket.getOutputStream().write(frame.getBytes(StandardCharsets.UTF_8));
    }

    /** What the server answers, once what was said is stored. */
    @SuppressWarnings("SystemOut")
    private void hear() throws IOException {
        var answer = new StringBuilder();
        for (int one; answer.indexOf("]") < 0; answer.append((char) one)) {
            one = socket.getInputStream().read();
            if (one < 0) {
                throw new IOException("the server hung up: no watch with the number " + number + " is registered");
            }
        }
        System.out.println("< " + answer);
    }
}
