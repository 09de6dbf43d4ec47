package org.linli.wearables;

/** What a device measures of its wearer (体征). Whole numbers, in the unit each kind names. */
public enum VitalKind {
    /** Beats a minute (心率). */
    HEART_RATE(20, 300),
    /** Systolic and, as the second number, diastolic pressure in mmHg (血压). */
    BLOOD_PRESSURE(40, 300),
    /** Saturation in per cent (血氧饱和度). */
    OXYGEN(40, 100),
    /** Tenths of a degree Celsius (体温). */
    TEMPERATURE(200, 450);

    private final int least;
    private final int most;

    VitalKind(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** Whether a living person can have it; what is beyond tells of the device, such as one nobody wears. */
    public boolean isPossible(int value) {
        return value >= least && value <= most;
    }

    /** As tables name it. */
    public int number() {
        return ordinal() + 1;
    }

    public static VitalKind numbered(int number) {
        return values()[number - 1];
    }
}
