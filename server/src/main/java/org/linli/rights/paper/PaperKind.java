package org.linli.rights.paper;

/** The papers of a request. */
public enum PaperKind {
    /** That it was received (收件凭证). */
    RECEIPT,
    /** How it was decided and why, and the ways on (答复书). */
    ANSWER,
    /** What is held (个人信息副本). */
    COPY
}
