package org.linli.rights.request;

/** How the identity of whoever asks was checked. */
public enum IdentityCheck {
    /** The card was read and compared with the person. */
    CARD,
    /** Another document was shown and compared. */
    DOCUMENT
}
