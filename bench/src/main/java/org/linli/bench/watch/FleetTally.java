package org.linli.bench.watch;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What a whole fleet said, and a word at the terminal when somebody calls; used by its one thread only. */
final class FleetTally {

    private long said;

    static LocalTime now() {
        return LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    }

    void add(int contents) {
        said += contents;
    }

    long said() {
        return said;
    }

    @SuppressWarnings("SystemOut")
    void tell(String number, String what) {
        System.out.println(now() + "  " + number + " " + what);
    }
}
