package org.linli.registry.finding;

import java.util.regex.Pattern;

/** A dwelling's address as it is written: 友谊小区19栋3单元502. */
public final class WrittenAddress {

    private static final Pattern BARE = Pattern.compile("[0-9A-Za-z]+");

    private WrittenAddress() {}

    public static String of(String compound, String building, String unit, String room) {
        return compound + worded(building, "栋") + worded(unit, "单元") + room;
    }

    /** A number gets its word; 3号楼 and A座 have theirs. */
    private static String worded(String part, String word) {
        return BARE.matcher(part).matches() ? part + word : part;
    }
}
