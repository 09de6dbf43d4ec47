package org.linli.shared;

/** Sex (性别) as registered, with the codes of GB/T 2261.1. */
public enum Sex {
    UNKNOWN("0"),
    MALE("1"),
    FEMALE("2"),
    UNSTATED("9");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    /** The code of GB/T 2261.1. */
    public String code() {
        return code;
    }
}
