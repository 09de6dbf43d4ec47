package org.linli.rights.request;

import java.util.Locale;
import org.linli.shared.Names;

/** What somebody may ask about personal data (PIPL art. 44-48). */
public enum RequestKind {
    /** To see and take a copy of what is held (查阅、复制, 45). */
    COPY(Names.of("查阅、复制个人信息", "Access to and copy of personal data"), "第四十五条"),
    /** To put right what is wrong (更正、补充, 46). */
    CORRECTION(Names.of("更正、补充个人信息", "Correction of personal data"), "第四十六条"),
    /** That data is stored and not used otherwise (限制、拒绝处理, 44). */
    OBJECTION(Names.of("限制或者拒绝处理个人信息", "Restriction of processing"), "第四十四条"),
    /** That data is removed (删除, 47). */
    DELETION(Names.of("删除个人信息", "Removal of personal data"), "第四十七条"),
    /** To be told by which rules data is processed (解释说明, 48). */
    EXPLANATION(Names.of("解释说明个人信息处理规则", "Explanation of the rules of processing"), "第四十八条");

    private final Names names;
    private final String article;

    RequestKind(Names names, String article) {
        this.names = names;
        this.article = article;
    }

    public Names names() {
        return names;
    }

    /** The article of the law that gives the right. */
    String article() {
        return article;
    }

    String procedure() {
        return "rights-" + name().toLowerCase(Locale.ROOT);
    }

    /** Whether it changes a record of the base, so that there has to be one. */
    boolean needsRecord() {
        return this == CORRECTION || this == OBJECTION;
    }
}
