package org.linli.wearables.line;

/** Keeps samples of what could not be read (隔离区), on a thread of its own. */
public interface Quarantine {

    /** @return whether it is kept; false when enough was today */
    boolean keep(String protocol, Heard.Broken broken);
}
