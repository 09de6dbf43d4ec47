package org.linli.testing;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers of devices, each given to one test only: they share a database. */
public final class DeviceNumbers {

    private static final AtomicLong NEXT = new AtomicLong(860_000_000_001L);

    private DeviceNumbers() {}

    public static String next() {
        return Long.toString(NEXT.incrementAndGet());
    }

    /** The first of so many that follow each other. */
    public static long take(int many) {
        return NEXT.getAndAdd(many + 1L) + 1;
    }
}
