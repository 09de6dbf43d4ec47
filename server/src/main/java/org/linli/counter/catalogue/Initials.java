package org.linli.counter.catalogue;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/** Pinyin initials (拼音首字母), so that a clerk finds 居住证明 by typing {@code jzzm}. */
final class Initials {

    private Initials() {}

    static String of(String chinese) {
        var latin = Holder.TO_LATIN.transliterate(chinese).toLowerCase(Locale.ROOT);
        var initials = new StringBuilder();
        for (var word : latin.split("[^a-z0-9]+")) {
            if (!word.isEmpty()) {
                initials.append(Character.isDigit(word.charAt(0)) ? word : word.substring(0, 1));
            }
        }
        return initials.toString();
    }

    /** Building the rules takes a while, and only publishing needs them. */
    private static final class Holder {

        private static final Transliterator TO_LATIN =
                Transliterator.getInstance("[:Han:] Han-Latin/Names; Latin-ASCII");
    }
}
