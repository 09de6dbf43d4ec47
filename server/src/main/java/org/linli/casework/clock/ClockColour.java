package org.linli.casework.clock;

/** Colour of a clock (绿黄红灯): in time, soon due, overdue. */
public enum ClockColour {
    GREEN,
    YELLOW,
    RED
}
