package org.linli.counter.catalogue;

import java.util.Locale;

/** Reason for which a clock may stand still (特别程序). */
public enum PauseReason {
    /** Somebody goes and looks (入户核查, 现场评估). */
    HOME_CHECK,
    /** A public notice hangs out (公示). */
    PUBLIC_NOTICE,
    /** Income and property are checked with other bodies (经济状况核对). */
    MEANS_TEST,
    /** An expert or an institution appraises (鉴定, 评定, 评估, 专家评审). */
    APPRAISAL,
    /** Another authority or a bank has to answer (部门查验, 银行审查). */
    OTHER_BODY,
    /** The applicant has to add something or asked for more time (补充材料, 当事人申请延期). */
    APPLICANT;

    /** The word procedures use, such as {@code public-notice}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
