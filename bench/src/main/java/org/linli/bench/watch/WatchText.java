package org.linli.bench.watch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a watch says, in the words of its text protocol. */
final class WatchText {

    static final String NOTHING = "00000000";
    static final String LOW_BATTERY = "00000001";
    static final String SOS = "00010000";
    static final String FALL = "00200000";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("ddMMyy,HHmmss").withZone(ZoneOffset.UTC);

    /**
     * How a watch is at one time.
     *
     * @param speed in kilometres an hour
     * @param course in degrees from the north
     * @param battery in percent
     * @param steps since it was put on
     */
    record Report(Instant at, Place place, double speed, int course, int battery, int steps) {}

    private WatchText() {}

    static String link(int steps, int battery) {
        return "LK,%d,0,%d".formatted(steps, battery);
    }

    /** @param command UD live, UD2 stored, AL an alarm */
    static String position(String command, Report report, String status) {
        return content(command, report, "A", report.place(), status);
    }

    /** Indoors it knows nothing of where it is, and says so. */
    static String nowhere(String command, Report report, String status) {
        return content(command, report, "V", new Place(0, 0), status);
    }

    private static String content(String command, Report report, String validity, Place place, String status) {
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%.6f,N,%.6f,E,%.1f,%d,1060,8,80,%d,%d,0,%s",
                command,
                MOMENT.format(report.at()),
                validity,
                place.lat(),
                place.lon(),
                report.speed(),
                report.course(),
                report.battery(),
                report.steps(),
                status);
    }

    static String frame(String number, String content) {
        return String.format(
                Locale.ROOT, "[3G*%s*%04X*%s]", number, content.getBytes(StandardCharsets.UTF_8).length, content);
    }
}
