package org.linli.wearables.line;

/** A way devices speak (接入协议). */
public interface Protocol {

    /** How it is called in counts and among what could not be read, such as {@code watch}. */
    String key();

    /** As many bytes without one frame tell that a connection does not speak it. */
    int garbage();

    Dialogue open();
}
