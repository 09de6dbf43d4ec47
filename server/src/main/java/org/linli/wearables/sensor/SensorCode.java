package org.linli.wearables.sensor;

/** What a sensor reports (事件代码). */
enum SensorCode {
    ALARM,
    /** What it warned of is over; the alarm stays open until somebody has looked. */
    CLEAR,
    OPEN,
    CLOSED,
    TAKEN,
    MISSED,
    OUT_OF_BED,
    IN_BED,
    /** It is there and well. */
    HEARTBEAT,
    /** Somebody tries it out: it is seen, and raises nothing. */
    TEST
}
