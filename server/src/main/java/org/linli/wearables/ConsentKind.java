package org.linli.wearables;

/** What a wearer agrees to, each by itself (单独同意, Personal Information Protection Law art. 29). */
public enum ConsentKind {
    /** The device says where they are: the last position, and alarms of zones, falls and a watch taken off. */
    POSITION,
    /** Where they were is kept, for 30 days at most. */
    TRACK,
    /** What the device measures is kept and watched. */
    VITALS,
    /** Family they named may see what the other consents allow. */
    FAMILY
}
