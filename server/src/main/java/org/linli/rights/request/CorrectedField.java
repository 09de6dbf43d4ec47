package org.linli.rights.request;

import org.linli.shared.Names;

/** A field of the base that somebody may ask to be put right. */
public enum CorrectedField {
    NAME(Names.of("姓名", "Name")),
    FORMER_NAME(Names.of("曾用名", "Former name")),
    PINYIN(Names.of("姓名拼音", "Pinyin")),
    MARITAL_STATUS(Names.of("婚姻状况", "Marital status")),
    EDUCATION(Names.of("学历", "Education")),
    OCCUPATION(Names.of("职业", "Occupation")),
    EMPLOYER(Names.of("服务处所", "Employer")),
    NATIVE_PLACE(Names.of("籍贯", "Native place")),
    REGISTERED_ADDRESS(Names.of("户籍地址", "Registered address")),
    PHONE(Names.of("联系电话", "Phone"));

    private final Names names;

    CorrectedField(Names names) {
        this.names = names;
    }

    public Names names() {
        return names;
    }
}
