package org.linli.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much memory PostgreSQL keeps pages in. The operating system caches files too, so a sixteenth of the machine's memory is
 * enough to spare most copying; it is taken only as it is used.
 */
final class SharedBuffers {

    private static final long LEAST_MEGABYTES = 256;
    private static final long MOST_MEGABYTES = 4096;
    private static final long SHARE = 16;

    private SharedBuffers() {}

    static String ofThisMachine() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return of(system.getTotalMemorySize() >> 20);
    }

    /** @param megabytes the machine's memory, or the container's */
    static String of(long megabytes) {
        return Math.clamp(megabytes / SHARE, LEAST_MEGABYTES, MOST_MEGABYTES) + "MB";
    }
}
