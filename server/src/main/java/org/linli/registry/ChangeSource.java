package org.linli.registry;

/** From where a change of the base came (变更来源). */
public enum ChangeSource {
    /** Read from an identity card. */
    CARD,
    /** From a file. */
    IMPORT,
    /** Seen on the spot by a grid worker. */
    FIELD,
    /** Told at a window. */
    COUNTER,
    /** Entered on the registry's own pages. */
    DESK,
    /** From a department's system. */
    DEPARTMENT,
    /** A retention rule emptied it when its time was over. */
    RETENTION,
    /** Invented for the demo. */
    DEMO
}
