package org.linli.grid.team;

/** What may be wrong with how the ground is covered (覆盖检查). */
public enum CoverageFault {
    /** More households than a cell should have. */
    TOO_LARGE,
    /** Fewer; dedicated cells, which have none of their own, aside. */
    TOO_SMALL,
    /** Nobody of the second tier works in it. */
    UNSTAFFED,
    /** Nobody leads it. */
    NO_LEAD,
    /** Workers, but none who answers for it. */
    NO_CHIEF,
    /** Two who answer for it at the same time. */
    TWO_CHIEFS,
    /** A leader of fewer or more cells than three or four. */
    LEAD_LOAD,
    /** Ground of a community that no cell covers. */
    HOLE,
    /** Ground that two cells cover. */
    OVERLAP
}
