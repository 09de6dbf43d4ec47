package org.linli.counter.hall;

/** Where a visit stands. */
enum VisitState {
    /** Has a ticket and waits (等候). */
    WAITING,
    /** Called and walking to the window (已叫号). */
    CALLED,
    /** At the window (办理中). */
    SERVING,
    /** Done (已办结). */
    FINISHED,
    /** Did not come when called (过号); may come back once, at the old place. */
    MISSED,
    /** Missed twice, or the day ended (已作废). */
    EXPIRED,
    /** Went away before being called (已离开). */
    LEFT
}
