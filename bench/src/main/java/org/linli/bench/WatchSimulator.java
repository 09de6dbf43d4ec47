package org.linli.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import org.linli.bench.watch.Fleet;
import org.linli.bench.watch.FleetWanted;
import org.linli.bench.watch.Place;
import org.linli.bench.watch.SingleWatch;

/**
 * Care watches for trying, over real sockets. One links up, walks about and says where it is; with {@code --sos} it presses
 * for help until it is answered, with {@code --leave-zone} it walks 400 m away and back. With {@code --fleet=N} there are
 * many that live their days. {@code --number=N} or {@code --from=N}, {@code --port=N}, {@code --at=LON,LAT},
 * {@code --every=SECONDS}, {@code --minutes=M}, {@code --alarms=M} minutes between alarms, {@code --seed=N}.
 */
final class WatchSimulator {

    private static final String USUAL_NUMBER = "000000000001101";
    private static final String USUAL_PLACE = "109.6259,40.6358";
    private static final int USUAL_PORT = 5093;
    private static final int USUAL_SEED = 150_203;

    private WatchSimulator() {}

    @SuppressWarnings("SystemOut")
    static void run(Settings settings) throws Exception {
        try {
            if (settings.number("fleet", 0) > 0) {
                Fleet.run(fleet(settings));
            } else {
                one(settings);
            }
        } catch (ConnectException nobody) {
            System.err.println(
                    "linli watch: nobody hears watches on port " + port(settings) + "; start ./linli run first.");
            System.exit(1);
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("linli watch: " + e.getMessage());
            System.exit(1);
        }
    }

    private static int port(Settings settings) {
        return settings.number("port", USUAL_PORT);
    }

    private static FleetWanted fleet(Settings settings) {
        return new FleetWanted(
                port(settings),
                settings.number("fleet", 0),
                settings.text("from").orElse(USUAL_NUMBER),
                place(settings),
                Duration.ofSeconds(settings.number("every", 15)),
                Duration.ofMinutes(settings.number("minutes", 0)),
                Duration.ofMinutes(settings.number("alarms", 10)),
                settings.number("seed", USUAL_SEED));
    }

    private static void one(Settings settings) throws Exception {
        try (var watch = new SingleWatch(
                port(settings),
                settings.text("number").orElse(USUAL_NUMBER),
                place(settings),
                Duration.ofSeconds(settings.number("every", 5)),
                settings.number("seed", USUAL_SEED))) {
            watch.linkUp();
            if (settings.words().contains("--sos")) {
                watch.pressForHelp();
            } else if (settings.words().contains("--leave-zone")) {
                watch.leaveAndReturn();
            } else {
                watch.walk(Duration.ofMinutes(settings.number("minutes", 5)));
            }
        }
    }

    private static Place place(Settings settings) {
        return Place.of(settings.text("at").orElse(USUAL_PLACE));
    }
}
