package org.linli.counter.errand;

/** What is wrong with a material (材料问题). */
public enum MaterialFault {
    NOT_HANDED_IN("未提交"),
    UNREADABLE("模糊不清，无法辨认"),
    EXPIRED("已过有效期"),
    INCOMPLETE("缺页或内容不完整"),
    DIFFERS("与申请内容或证件信息不一致"),
    WRONG_FORM("形式不符合要求（如应为原件、未签名或未盖章）"),
    /** Said in the clerk's own words. */
    OTHER("");

    private final String words;

    MaterialFault(String words) {
        this.words = words;
    }

    /** As the papers print it. */
    String words() {
        return words;
    }
}
