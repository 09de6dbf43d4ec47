package org.linli.counter.paper;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Kind of paper (文书种类): the name of its template in {@code catalogue/papers}. Those of the four procedures are named
 * here; a certificate's kind is found by its item with {@link Papers#certificateOf}.
 */
public record PaperKind(@JsonValue String key) {

    /** 收件凭证. */
    public static final PaperKind RECEIPT = new PaperKind("receipt");

    /** 一次性告知书. */
    public static final PaperKind ONE_TIME_NOTICE = new PaperKind("one-time-notice");

    /** 补正告知书. */
    public static final PaperKind CORRECTION_NOTICE = new PaperKind("correction-notice");

    /** 受理通知书. */
    public static final PaperKind ACCEPTANCE = new PaperKind("acceptance");

    /** 不予受理通知书. */
    public static final PaperKind NON_ACCEPTANCE = new PaperKind("non-acceptance");

    /** 特别程序告知书. */
    public static final PaperKind SPECIAL_PROCEDURE = new PaperKind("special-procedure");

    /** 延期告知书. */
    public static final PaperKind EXTENSION = new PaperKind("extension");

    /** 容缺受理承诺书. */
    public static final PaperKind DEFERRED_MATERIALS = new PaperKind("deferred-materials");

    /** 告知承诺书. */
    public static final PaperKind COMMITMENT = new PaperKind("commitment");

    /** 代办委托书. */
    public static final PaperKind MANDATE = new PaperKind("mandate");

    /** 准予决定书. */
    public static final PaperKind DECISION_GRANTED = new PaperKind("decision-granted");

    /** 不予决定书. */
    public static final PaperKind DECISION_REFUSED = new PaperKind("decision-refused");

    /** 送达回证. */
    public static final PaperKind DELIVERY = new PaperKind("delivery");

    /** 办结通知. */
    public static final PaperKind COMPLETION = new PaperKind("completion");
}
