package org.linli.rights.request;

/** Who asks. */
public enum AskedBy {
    SELF,
    /** The guardian of a minor or of somebody who cannot act (监护人). */
    GUARDIAN,
    /** A close relative of somebody who died, for a legitimate interest of one's own (近亲属, PIPL art. 49). */
    RELATIVE,
    /** Somebody authorised in writing (受托人). */
    AUTHORISED
}
