package org.linli.shared;

import java.util.Locale;

/** What a thing is called in Chinese and in English; the English name falls back to the Chinese one. */
public record Names(String zh, String en) {

    public Names {
        if (zh.isBlank()) {
            throw new IllegalArgumentException("a name in Chinese is needed");
        }
        en = en.isBlank() ? zh : en;
    }

    public static Names of(String zh, String en) {
        return new Names(zh, en);
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
