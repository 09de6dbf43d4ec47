package org.linli.wearables.line;

/** What is wrong with something a connection sent. */
public enum Fault {
    /** It is framed, and is no frame of the protocol. */
    UNREADABLE,
    /** Another frame began before it ended. */
    LOST_END,
    /** Longer than any frame of the protocol. */
    TOO_LONG,
    WRONG_CHECK,
    WRONG_LENGTH,
    /** Nothing here holds a key for it. */
    ENCRYPTED,
    /** Some part of it did not come in time, or there were too many of them. */
    PARTS_MISSING,
    /** A command that is not listened to. */
    UNKNOWN,
    /** So many bytes without a frame that the connection was closed. */
    ONLY_GARBAGE
}
