package org.linli.access;

/** Sessions that are open, for modules that learn that somebody else may hold one, such as whoever found a phone. */
public interface OpenSessions {

    /** Ends all of an account's; its holder signs in again. */
    void endAll(AccountId account);
}
